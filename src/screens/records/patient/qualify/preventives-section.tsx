import '../../../../messages/later';
import { Pencil, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { t } from '../../../../messages/translate';
import type { Preventive } from '../../../../outcomes/history';
import { preventivePeriod } from '../../../../state/outcomes/qualify-text';
import { Button } from '../../../../ui/button';
import type { PatientPartProps } from '../part-props';
import parts from '../parts.module.css';
import { PreventiveDialog } from './preventive-dialog';

type Props = Pick<PatientPartProps, 'kit' | 'book' | 'open'>;

/** The preventives that were tried, or could not be. */
export function PreventivesSection({ kit, book, open: { file } }: Props) {
  const [editing, setEditing] = useState<Preventive | 'new' | null>(null);
  const title = useId();
  const { preventives } = file.history;
  return (
    <section className={parts['card']} aria-labelledby={title}>
      <div className={parts['cardHead']}>
        <h2 id={title}>{t('qualify.preventives')}</h2>
        <Button
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => {
            setEditing('new');
          }}
        >
          {t('qualify.addPreventive')}
        </Button>
      </div>
      {preventives.length === 0 ? (
        <p className={parts['none']}>{t('qualify.noPreventives')}</p>
      ) : (
        <div className={parts['frame']}>
          <table className={parts['table']} aria-labelledby={title}>
            <thead>
              <tr>
                <th scope="col">{t('qualify.name')}</th>
                <th scope="col">{t('qualify.class')}</th>
                <th scope="col">{t('qualify.period')}</th>
                <th scope="col">{t('qualify.outcome')}</th>
                <th scope="col">{t('qualify.note')}</th>
                <th scope="col" className={parts['screenOnly']}>
                  <span className="hidden">{t('records.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {preventives.map((one) => (
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
            </tbody>
          </table>
        </div>
      )}
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
    </section>
  );
}
