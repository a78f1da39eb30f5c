import '../../messages/later';
import { type ReactNode, useMemo, useState } from 'react';
import { t } from '../../messages/translate';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import styles from './records-screen.module.css';

/** Rows drawn at once. Chosen: more than anybody reads, few enough to be drawn while a key is held down. */
const pageOf = 100;

type Props<T> = {
  readonly all: number;
  /** What holds every word typed. The same function for as long as what it searches is the same. */
  readonly find: (typed: string) => readonly T[];
  readonly onTyped?: (text: string) => void;
  readonly hint: string;
  /** Said where nothing is found. */
  readonly nothing: string;
  readonly draw: (shown: readonly T[]) => ReactNode;
};

/** A list with its search. Ten thousand rows are searched at every key; only the first of those found are drawn. */
export function FoundList<T>({ all, find, onTyped, hint, nothing, draw }: Props<T>) {
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(pageOf);
  const found = useMemo(() => find(typed), [find, typed]);
  return (
    <>
      <div className={styles['search']}>
        <TextField
          label={t('records.search')}
          hint={hint}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            onTyped?.(event.target.value);
            setMost(pageOf);
          }}
        />
        <p role="status" className={styles['faint']}>
          {found.length === 0 ? nothing : t('records.found', { found: found.length, all })}
        </p>
      </div>
      {found.length > 0 && draw(found.slice(0, most))}
      {found.length > most && (
        <Button
          wide
          onClick={() => {
            setMost(most + pageOf);
          }}
        >
          {t('records.more', { n: Math.min(pageOf, found.length - most) })}
        </Button>
      )}
    </>
  );
}
