import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import type { IncidentKind } from '../../ledger/entry';
import { type OffProtocolMuscleId, offProtocolMuscles } from '../../protocol/off-protocol';
import { aliquot } from '../../protocol/paradigm';
import type { Session } from '../../record/session';
import {
  discard,
  type EventField,
  eventRefusal,
  giveOffProtocol,
  incidentHint,
  recordIncident,
  standingEvents,
  stopProcedure,
  takeBackEvent,
} from '../../state/events';
import { logLines } from '../../state/log-lines';
import { siteName } from '../../state/site-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SelectField, TextField } from '../../ui/field';
import { Segmented } from '../../ui/segmented';
import { useChart, useServices } from '../services';
import styles from './form.module.css';
import { clockTime } from './time-text';

const kinds = ['incident', 'off-protocol', 'waste', 'stop', 'take-back'] as const;
type Kind = (typeof kinds)[number];
const incidents: readonly IncidentKind[] = ['partial-dose', 'double-dose', 'extra-dose', 'leak', 'other'];
const sides = ['left', 'right'] as const;

/** What happened beside the plan: a record must never force a lie. */
export function EventDialog({ session }: { readonly session: Session }) {
  const { chart } = useServices();
  const rows = useChart((s) => s.fold.rows);
  const byVial = useChart((s) => s.fold.totals.byVial);
  const [kind, setKind] = useState<Kind>('incident');
  const [what, setWhat] = useState<IncidentKind>('partial-dose');
  const [amount, setAmount] = useState('');
  const [vial, setVial] = useState(session.vials[0]?.id ?? '');
  const [site, setSite] = useState('');
  const [side, setSide] = useState<(typeof sides)[number]>('left');
  const [muscle, setMuscle] = useState<OffProtocolMuscleId>('masseter');
  const [where, setWhere] = useState('');
  const [reason, setReason] = useState('');
  const [entry, setEntry] = useState('');
  const [refused, setRefused] = useState<ReturnType<typeof eventRefusal>>(null);
  const events = standingEvents(session.entries);
  const hint = incidentHint(what, rows.find(({ id }) => id === site)?.state ?? null);
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  const left = byVial.get(vial)?.left ?? 0;
  const vials = session.vials.map(({ id, strength }, at) => ({
    value: id,
    label: t('events.vial', { number: at + 1, strength, left: byVial.get(id)?.left ?? strength }),
  }));
  const problem = (field: EventField) => (refused?.field === field ? refused.text : null);
  const units = Number(amount.trim().replace(',', '.'));
  const send = (): boolean => {
    switch (kind) {
      case 'incident':
        return recordIncident(chart, { amount: units, vial, what, reason, ...(site === '' ? {} : { site }) });
      case 'off-protocol':
        return giveOffProtocol(chart, { amount: units, vial, muscle, side, where, reason });
      case 'waste':
        return discard(chart, { amount: units, vial, reason });
      case 'stop':
        return stopProcedure(chart, reason);
      case 'take-back':
        return takeBackEvent(chart, entry, reason);
    }
  };
  return (
    <Dialog title={t('events.title')} closeLabel={t('action.close')} onClose={close}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (send()) close();
          // Said here, where it can be mended: what stands behind a dialog is out of reach.
          else setRefused(eventRefusal(chart));
        }}
      >
        <SelectField
          label={t('events.what')}
          value={kind}
          onChange={(value) => {
            setKind(value);
            setRefused(null);
            setAmount(value === 'waste' ? String(left) : '');
            setEntry(events[0]?.id ?? '');
          }}
          options={kinds
            .filter((one) => one !== 'take-back' || events.length > 0)
            .map((value) => ({ value, label: t(`events.kind.${value}`) }))}
        />
        <p className={styles['hint']}>{t(`events.hint.${kind}`)}</p>
        {kind === 'incident' && (
          <SelectField
            label={t('events.incident')}
            value={what}
            onChange={setWhat}
            options={incidents.map((value) => ({ value, label: t(`events.incident.${value}`) }))}
          />
        )}
        {kind === 'take-back' && (
          <SelectField label={t('events.entry')} value={entry} onChange={setEntry} options={eventOptions(session)} />
        )}
        {kind !== 'stop' && kind !== 'take-back' && (
          <div className={styles['pair']}>
            <TextField
              label={t('events.amount')}
              value={amount}
              problem={problem('amount')}
              inputMode="decimal"
              maxLength={7}
              autoComplete="off"
              onChange={(event) => {
                setAmount(event.target.value);
              }}
            />
            <SelectField label={t('events.from')} value={vial} onChange={setVial} options={vials} />
          </div>
        )}
        {kind === 'incident' && (
          <SelectField
            label={t('events.site')}
            value={site}
            onChange={setSite}
            options={[
              { value: '', label: t('events.noSite') },
              ...rows
                .filter((row) => row.state !== 'withdrawn')
                .map((row) => ({ value: row.id, label: siteName(row) })),
            ]}
          />
        )}
        {kind === 'incident' && hint !== null && (
          <p role="status" className={styles['hint']}>
            {t(hint, { units: aliquot.units })}
          </p>
        )}
        {kind === 'off-protocol' && (
          <>
            <SelectField
              label={t('ftp.muscle')}
              value={muscle}
              onChange={setMuscle}
              options={Object.values(offProtocolMuscles).map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Segmented
              label={t('ftp.side')}
              value={side}
              onChange={setSide}
              options={sides.map((value) => ({ value, label: t(`events.side.${value}`) }))}
            />
            <TextField
              label={t('events.where')}
              value={where}
              problem={problem('where')}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => {
                setWhere(event.target.value);
              }}
            />
          </>
        )}
        <TextField
          label={t(kind === 'waste' ? 'events.reasonIfAny' : 'visit.reason')}
          value={reason}
          problem={problem('reason')}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        <p role="alert" className={styles['problem']}>
          {refused?.field === null ? refused.text : null}
        </p>
        <div className={styles['buttons']}>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit">
            {t(kind === 'stop' ? 'events.stop' : kind === 'take-back' ? 'events.takeBack' : 'events.record')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What stands of the events, as the log says it. */
function eventOptions(session: Session): readonly { readonly value: string; readonly label: string }[] {
  const lines = new Map(logLines(session.entries).map((line) => [line.step, line]));
  return standingEvents(session.entries).map(({ id, step }) => {
    const { at = '', what = id, amount = '' } = lines.get(step) ?? {};
    return { value: id, label: t('events.entryOption', { time: clockTime(at), what, amount }) };
  });
}
