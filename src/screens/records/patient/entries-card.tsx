import { Plus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { MessageKey } from '../../../messages/translate';
import { Button } from '../../../ui/button';
import { ColumnHeads } from '../../column-heads';
import { ActionsHead } from '../actions-head';
import parts from './parts.module.css';

type Props = {
  readonly title: string;
  /** The buttons that add an entry. */
  readonly add: readonly { readonly name: string; readonly onPress: () => void }[];
  /** What is said where there is none. */
  readonly none: string;
  readonly columns: readonly MessageKey[];
  /** An entry each, with what can be done to it in its last cell. */
  readonly rows: readonly ReactNode[];
  /** What stands below the table. */
  readonly children?: ReactNode;
};

/** What was entered of a patient, a row an entry, and the ways to enter more. */
export function EntriesCard({ title, add, none, columns, rows, children }: Props) {
  const id = useId();
  return (
    <section className={parts['card']} aria-labelledby={id}>
      <div className={parts['cardHead']}>
        <h2 id={id}>{title}</h2>
        {add.map(({ name, onPress }) => (
          <Button key={name} icon={<Plus size={16} aria-hidden="true" />} onClick={onPress}>
            {name}
          </Button>
        ))}
      </div>
      {rows.length === 0 ? (
        <p className={parts['none']}>{none}</p>
      ) : (
        <div className={parts['frame']}>
          <table className={parts['table']} aria-labelledby={id}>
            <ColumnHeads columns={columns}>
              <ActionsHead className={parts['screenOnly']} />
            </ColumnHeads>
            <tbody>{rows}</tbody>
          </table>
        </div>
      )}
      {children}
    </section>
  );
}
