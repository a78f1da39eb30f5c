import '../../messages/later';
import { type MessageKey, t } from '../../messages/translate';
import type { AuditEvent, AuditLine } from '../../record/audit';
import type { ChainProblem } from '../../record/chain';
import type { StoreError } from '../../record/ports';
import { storeErrorText } from '../../state/refusal-text';
import { clockTime, dayText } from '../chart/time-text';

/** What a line tells, in words: how often and when, where it was told later. */
export function eventText(event: AuditEvent): string {
  const what = nameOf(event);
  if (!('times' in event) || event.lastAt === undefined) return what;
  const { times, lastAt } = event;
  return t('audit.more', { what, times, day: dayText(lastAt), time: clockTime(lastAt) });
}

function nameOf(event: AuditEvent): string {
  if (event.kind === 'passphrase-changed' && event.to === 'nothing') return t('audit.event.passphrase-removed');
  if (event.kind === 'backup-not-opened') return t(`audit.notOpened.${event.purpose}.${event.by}`);
  if (event.kind !== 'late') return t(`audit.event.${event.kind}`);
  const known = lateNames.find((name) => name === event.what);
  return known === undefined
    ? t('audit.event.late')
    : t('audit.late', { what: t(`audit.event.${known}` as MessageKey) });
}

/** What can be told later and is named as what it was. */
const lateNames: readonly AuditEvent['kind'][] = [
  'viewed',
  'compared',
  'comparison-printed',
  'exported',
  'exported-many',
  'sent',
  'imported',
  'printed',
  'recall-exported',
  'recall-printed',
  'patient-printed',
  'backup-not-opened',
  'created',
  'backup-made',
  'restore-drilled',
  'unlocked',
  'passphrase-changed',
  'recovery-key-made',
];

/** Who a line names; where the one at work was said without the PIN, or with it, that too. */
export function whoText({ who, pin }: AuditLine, names: ReadonlyMap<string, string>): string {
  if (who === null) return t('audit.nobody');
  const name = names.get(who) ?? who.slice(0, 8);
  return pin === undefined ? name : `${name} (${t(pin ? 'audit.withPin' : 'audit.withoutPin')})`;
}

/** What it was done to: a record by its id, a profile by its name, a recall by its lot. */
export function subjectOf(event: AuditEvent, names: ReadonlyMap<string, string>): string {
  if ('with' in event) {
    const [record, other] = [event.record.slice(0, 8), event.with.slice(0, 8)];
    return t('audit.compared', { record, other, n: event.beside?.length ?? 0 });
  }
  if ('record' in event) return event.record.slice(0, 8);
  if ('patient' in event) return event.patient.slice(0, 8);
  if ('entry' in event) return event.entry.slice(0, 8);
  if ('lot' in event) return event.lot ?? '';
  if ('profile' in event) return names.get(event.profile) ?? event.profile.slice(0, 8);
  if (event.kind === 'exported-many') return t('audit.many', { n: event.records, format: event.format.toUpperCase() });
  return 'records' in event ? String(event.records) : '';
}

/** What does not hold of the store's chain. */
export function chainText(problem: StoreError | ChainProblem): string {
  switch (problem.kind) {
    case 'link':
      return t('audit.chainBroken.link', { n: problem.n });
    case 'missing':
    case 'exchanged':
    case 'twice':
    case 'head':
    case 'unlisted':
      return t(`audit.chainBroken.${problem.kind}`, { version: problem.version, record: problem.record.slice(0, 8) });
    default:
      return t('audit.failed', { why: storeErrorText(problem) });
  }
}
