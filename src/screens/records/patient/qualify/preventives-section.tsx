import '../../../../messages/later';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../../../messages/translate';
import type { Preventive } from '../../../../outcomes/history';
import { preventivePeriod } from '../../../../state/outcomes/qualify-text';
import { Button } from '../../../../ui/button';
import { EntriesCard } from '../entries-card';
import type { PatientPartProps } from '../part-props';
import parts from '../parts.module.css';
import { PreventiveDialog } from './preventive-dialog';

type Props = Pick<PatientPartProps, 'kit' | 'book' | 'open'>;

/** The preventives that were tried, or could not be. */
export function PreventivesSection({ kit, book, open: { file } }: Props) {
  const [editing, setEditing] = useState<Preventive | 'new' | null>(null);
  return (
    <EntriesCard
      title={t('qualify.preventives')}
      add={[
        {
          name: t('qualify.addPreventive'),
          onPress: () => {
            setEditing('new');
          },
        },
      ]}
      none={t('qualify.noPreventives')}
      columns={['qualify.name', 'qualify.class', 'qualify.period', 'qualify.outcome', 'qualify.note']}
      rows={file.history.preventives.map((one) => (
        <tr key={one.id}>
          <th scope="row">{one.name}</th>
          <td>{one.drugClass ?? ''}</td>
          <td>{preventivePeriod(one)}</td>
          <td>{t(`qualify.outcome.${one.outcome}`)}</td>
          <td className={parts['wraps']}>{one.note ?? ''}</td>
          <td className={parts['rowActions']}>
            <Button
              tone="quiet"
              icon={<Pencil size={17} aria-hidden="true" />}
              aria-label={t('qualify.editNamed', { name: one.name })}
              onClick={() => {
                setEditing(one);
              }}
            />
          </td>
        </tr>
      ))}
    >
      {editing !== null && (
        <PreventiveDialog
          preventive={editing === 'new' ? null : editing}
          kit={kit}
          book={book}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </EntriesCard>
  );
}
