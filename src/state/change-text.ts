import '../messages/later';
import { type MessageKey, t } from '../messages/translate';
import { safetyCheckOf, safetyChecks } from '../protocol/safety-checks';
import type { Change } from '../record/changes';
import type { SessionContent } from '../record/signed-version';
import { muscleName, sideName } from './site-text';

/** The parts of a session by name. Whatever stands below one that is not told of apart counts to it. */
const parts = {
  addendum: 'versions.field.addendum',
  patient: 'versions.field.patient',
  injector: 'versions.field.injector',
  startedAt: 'versions.field.startedAt',
  finishedAt: 'versions.field.finishedAt',
  bmiBand: 'versions.field.bmiBand',
  note: 'versions.field.note',
  map: 'versions.field.map',
  head: 'versions.field.head',
  plannedFrom: 'versions.field.plannedFrom',
  visit: 'versions.field.visit',
} as const satisfies Record<string, MessageKey>;

const patientParts = {
  label: 'versions.field.label',
  born: 'versions.field.born',
  recordNumber: 'versions.field.recordNumber',
} as const satisfies Record<string, MessageKey>;

const vialParts = {
  lot: 'versions.field.lot',
  expiry: 'versions.field.expiry',
  diluent: 'versions.field.diluent',
  diluentMl: 'versions.field.diluentMl',
  reconstitutedAt: 'versions.field.reconstitutedAt',
} as const satisfies Record<string, MessageKey>;

const visitParts = {
  indication: 'versions.field.indication',
  consent: 'versions.field.consent',
  identified: 'versions.field.identified',
  overrides: 'versions.field.override',
  deviations: 'versions.field.deviation',
  otherToxins: 'versions.field.otherToxin',
  elsewhere: 'versions.field.elsewhere',
  pain: 'versions.field.pain',
  tenderness: 'versions.field.tenderness',
} as const satisfies Record<string, MessageKey>;

/**
 * The place of a difference in the words of the record, never as a path. `session` is one that has it: it tells which check
 * an answer belongs to.
 */
export function placeText(keys: readonly PropertyKey[], session?: SessionContent): string {
  const [field, second, third] = keys;
  if (field === 'session') return placeText(keys.slice(1), session);
  if (field === 'entries') return t('versions.field.step', { number: Number(second ?? 0) + 1 });
  if (field === 'patient') return named(patientParts, second) ?? t(parts.patient);
  if (field === 'vials')
    return t('versions.field.vial', {
      number: Number(second ?? 0) + 1,
      part: named(vialParts, third) ?? t('versions.field.rest'),
    });
  if (field === 'visit') {
    if (second === 'consent' && third === 'note') return t('versions.field.consentNote');
    if (second === 'checks') return checkText(Number(third), session);
    const felt = second === 'tenderness' ? session?.visit?.tenderness?.[Number(third)] : undefined;
    if (felt !== undefined)
      return t('versions.field.tendernessOf', { muscle: muscleName(felt.muscle), side: sideName[felt.side] });
    return named(visitParts, second) ?? t(parts.visit);
  }
  return named(parts, field) ?? t('versions.field.other');
}

function checkText(at: number, session: SessionContent | undefined): string {
  const check = session?.visit?.checks[at]?.check;
  const known = safetyChecks.find(({ id }) => id === check);
  return known === undefined
    ? t('versions.field.check')
    : t('versions.field.checkOf', { check: safetyCheckOf(known.id).name });
}

function named(names: Readonly<Record<string, MessageKey>>, key: PropertyKey | undefined): string | null {
  const message = typeof key === 'string' && Object.hasOwn(names, key) ? names[key] : undefined;
  return message === undefined ? null : t(message);
}

/** What stands there: a text as it is, and of what has parts each in its turn. */
export function valueText(value: Change['before']): string {
  const said = leaves(value);
  return said.length === 0 ? t('versions.nothing') : said.join(', ');
}

function leaves(value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  if (typeof value === 'boolean') return [t(value ? 'versions.yes' : 'versions.no')];
  if (typeof value === 'object') return Object.values(value).flatMap(leaves);
  return typeof value === 'string' ? [value] : [JSON.stringify(value)];
}
