import '../../messages/later';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { say, t } from '../../messages/translate';
import type { SessionListing } from '../../record/listing';
import type { ListedPatient } from '../../record/patients';
import type { CalendarName } from '../../state/calendar-text';
import type { ExportAsk, ExportDesk } from '../../state/export-desk';
import { type ExportFormatId, exportFormats, formatOf, goingOut } from '../../state/export-formats';
import { searchListing } from '../../state/listing-search';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { patientName } from '../chart/patient-text';
import { Choices } from './choices';
import styles from './bulk.module.css';
import { JobProgress } from './job-progress';
import { useBulk } from './use-bulk';

type Props = {
  readonly rows: readonly SessionListing[];
  /** Whose sessions are offered beside all of them. */
  readonly patient: ListedPatient | null;
  /** What stands in the search of the list. */
  readonly typed: string;
  readonly onClose: () => void;
};

/** Many sessions out as one file: which, as what, how far it is, and what became of it. */
export function ExportDialog(props: Props) {
  const bulk = useBulk();
  return (
    <Dialog title={t('export.title')} closeLabel={t('action.close')} onClose={props.onClose}>
      {bulk !== null && <ExportForm {...props} desk={bulk.exporting} />}
    </Dialog>
  );
}

function ExportForm({ rows, patient, typed: begun, onClose, desk }: Props & { readonly desk: ExportDesk }) {
  const [scope, setScope] = useState<ExportAsk['scope']>(patient !== null ? 'patient' : begun === '' ? 'all' : 'found');
  const [typed, setTyped] = useState(begun);
  const [format, setFormat] = useState<ExportFormatId>('csv');
  const [name, setName] = useState<CalendarName>('nobody');
  const search = useMemo(() => searchListing(rows), [rows]);
  const chosen = useMemo(
    () => (scope === 'all' ? rows : scope === 'found' ? search.find(typed) : (patient?.sessions ?? [])),
    [scope, rows, search, typed, patient],
  );
  const leaving = useMemo(
    () => goingOut(formatOf(format), rows, scope === 'all' ? null : new Set(chosen.map(({ id }) => id))),
    [format, rows, scope, chosen],
  );
  const running = useStore(desk.job.store, ({ kind }) => kind === 'running');
  const said = useStore(desk.said);
  const scopes: readonly { readonly value: ExportAsk['scope']; readonly label: string }[] = [
    ...(patient === null
      ? []
      : [
          {
            value: 'patient' as const,
            label: t('export.patient', { patient: patientName(patient.patient.label), n: patient.sessions.length }),
          },
        ]),
    { value: 'all', label: t('export.all', { n: rows.length }) },
    { value: 'found', label: t('export.found') },
  ];

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!running && leaving.length > 0)
          void desk.run({ scope, ids: new Set(chosen.map(({ id }) => id)), format, name });
      }}
    >
      <Choices label={t('export.what')} options={scopes} value={scope} onChange={setScope} disabled={running} />
      {scope === 'found' && (
        <div>
          <TextField
            label={t('export.search')}
            hint={t('records.searchHint')}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            disabled={running}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
          <p role="status" className={styles['hint']}>
            {t('export.foundCount', { n: chosen.length })}
          </p>
        </div>
      )}
      <Choices
        label={t('export.as')}
        options={exportFormats.map(({ id }) => ({
          value: id,
          label: t(`export.format.${id}`),
          hint: t(`export.format.${id}.hint`),
        }))}
        value={format}
        onChange={setFormat}
        disabled={running}
      />
      {format === 'calendar' && (
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={name === 'label'}
            disabled={running}
            onChange={(event) => {
              setName(event.target.checked ? 'label' : 'nobody');
            }}
          />
          <span>
            {t('calendar.name')}
            <span className={styles['hint']}>{t('calendar.nameHint')}</span>
          </span>
        </label>
      )}
      {formatOf(format).about !== undefined && chosen.length > 0 && (
        <p role="status" className={styles['hint']}>
          {t('export.about', { n: leaving.length, total: chosen.length })}
        </p>
      )}
      <div className={styles['foot']}>
        <p className={styles['hint']}>{t('export.plain')}</p>
        <JobProgress label={t('export.progress')} job={desk.job} />
        <p role="alert" className={styles['problem']}>
          {said !== null && !said.ok ? say(said.message) : null}
        </p>
        <div role="status" className={styles['told']}>
          {said?.ok === true && <p>{say(said.message)}</p>}
          {said?.more.map((message) => (
            <p key={message.key}>{say(message)}</p>
          ))}
        </div>
        <div className={styles['end']}>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button type="submit" tone="primary" disabled={running || leaving.length === 0}>
            {t('export.start')}
          </Button>
        </div>
      </div>
    </form>
  );
}
