import { err, ok, type Result } from '../protocol/words';
import { lastDayOf } from './calendar';
import { type Change, changesBetween } from './changes';
import { type Patient, type PatientProblem, readPatient } from './patient';
import { fieldsWithout, type SessionContent } from './signed-version';
import type { Tenderness, TendernessGrade, Visit } from './visit';

/**
 * What may be put right in a session after it was signed: who the patient is, who injected, the note, what stands on a vial,
 * the words of the visit, and a grade of tenderness that was put down wrong. Doses and sites are never rewritten, nor is what
 * was answered, agreed or set aside, nor the drawing of pain: for those an addendum has words. Blanks around a text are taken off.
 */
export type Corrections = {
  readonly patient: Readonly<Record<'label' | 'born' | 'recordNumber', string>>;
  readonly injector: string;
  readonly note: string;
  /** By the vial's id. */
  readonly vials: Readonly<Record<string, { readonly lot: string; readonly expiry: string }>>;
  /** The words of the visit as `visitTexts` gives them, by their place. */
  readonly visit: Readonly<Record<string, string>>;
  /** What was felt, by `feltAt`. Grades are put right: none is added or taken away. */
  readonly tenderness: Readonly<Record<string, TendernessGrade>>;
};

/** The place of a grade in `Corrections`. */
export const feltAt = ({ muscle, side }: Pick<Tenderness, 'muscle' | 'side'>): string => `${muscle} ${side}`;

export type CorrectionRefusal =
  | PatientProblem
  /** Neither YYYY-MM-DD nor YYYY-MM. */
  | { readonly kind: 'ExpiryUnreadable'; readonly vial: string }
  /** A text that a record must not be without: a reason, what another indication is. */
  | { readonly kind: 'TextMissing'; readonly place: string };

/** A text of the visit, where it stands in it (`checks.3.note`), and whether it may be empty. */
export type VisitText = {
  readonly place: string;
  readonly keys: readonly (string | number)[];
  readonly text: string;
  readonly needed: boolean;
};

/** Every word of a visit that was typed. A note that was not written yet can be written. */
export function visitTexts(visit: Visit | undefined): readonly VisitText[] {
  if (visit === undefined) return [];
  const texts: Omit<VisitText, 'place'>[] = [];
  const add = (keys: VisitText['keys'], text: string | undefined, needed: boolean) => {
    texts.push({ keys, text: text ?? '', needed });
  };
  if (visit.indication?.id === 'other') add(['indication', 'text'], visit.indication.text, true);
  if (visit.consent !== undefined) add(['consent', 'note'], visit.consent.note, false);
  for (const [n, { note, answer }] of visit.checks.entries())
    if (note !== undefined || answer === 'yes') add(['checks', n, 'note'], note, false);
  for (const [n, { reason }] of visit.overrides.entries()) add(['overrides', n, 'reason'], reason, true);
  for (const [n, { reason }] of visit.deviations.entries()) add(['deviations', n, 'reason'], reason, true);
  for (const [n, { note }] of visit.otherToxins.entries()) add(['otherToxins', n, 'note'], note, false);
  for (const [n, { note }] of visit.elsewhere.entries()) add(['elsewhere', n, 'note'], note, false);
  return texts.map((one) => ({ ...one, place: one.keys.join('.') }));
}

/** What stands there now, to be changed. */
export const correctable = ({ patient, injector, note, vials, visit }: SessionContent): Corrections => ({
  patient: { label: patient.label, born: patient.born ?? '', recordNumber: patient.recordNumber ?? '' },
  injector,
  note,
  vials: Object.fromEntries(vials.map(({ id, lot = '', expiry = '' }) => [id, { lot, expiry }])),
  visit: Object.fromEntries(visitTexts(visit).map(({ place, text }) => [place, text])),
  tenderness: Object.fromEntries((visit?.tenderness ?? []).map((felt) => [feltAt(felt), felt.grade])),
});

/** The session with these corrections, or everything wrong with them. `today` is a moment or day. Nothing else is changed. */
export function correct(
  session: SessionContent,
  asked: Corrections,
  today: string,
): Result<SessionContent, readonly CorrectionRefusal[]> {
  const refusals: CorrectionRefusal[] = [];
  const corrected = {
    ...session,
    patient: patientOf(session.patient, asked.patient, today, refusals),
    injector: putRight(session.injector, asked.injector),
    note: putRight(session.note, asked.note),
    vials: session.vials.map((vial) => vialOf(vial, asked.vials[vial.id], refusals)),
  };
  const { visit } = session;
  if (visit !== undefined) {
    const texts = visitTexts(visit).flatMap((one) => {
      const text = putRight(one.text, asked.visit[one.place] ?? one.text);
      if (text === one.text) return [];
      if (text === '' && one.needed) refusals.push({ kind: 'TextMissing', place: one.place });
      return [{ ...one, text }];
    });
    const felt = withGrades(visit, asked.tenderness);
    const visitNow = texts.reduce((now: unknown, { keys, text }) => withText(now, keys, text), felt) as Visit;
    return refusals.length > 0 ? err(refusals) : ok({ ...corrected, visit: visitNow });
  }
  return refusals.length > 0 ? err(refusals) : ok(corrected);
}

/** The first difference between two states of a session that no correction makes; null where there is none. */
export function beyondCorrection(before: SessionContent, after: SessionContent): Change | null {
  return changesBetween(before, after).find(({ keys }) => !isCorrectable(before, keys)) ?? null;
}

function isCorrectable(session: SessionContent, keys: readonly PropertyKey[]): boolean {
  const [field, second, third] = keys;
  switch (field) {
    case 'injector':
    case 'note':
      return keys.length === 1;
    case 'patient':
      return keys.length === 2 && ['label', 'born', 'recordNumber'].includes(String(second));
    case 'vials':
      return keys.length === 3 && ['lot', 'expiry'].includes(String(third));
    case 'visit':
      if (second === 'tenderness') return keys.length === 4 && keys[3] === 'grade';
      return visitTexts(session.visit).some(({ place }) => place === keys.slice(1).join('.'));
    default:
      return false;
  }
}

/** What was not touched stays to the letter, blanks and all. */
const putRight = (before: string, asked: string): string => (asked === before ? before : asked.trim());

function patientOf(
  before: Patient,
  { label, born, recordNumber }: Corrections['patient'],
  today: string,
  refusals: CorrectionRefusal[],
): Patient {
  if (label === before.label && born === (before.born ?? '') && recordNumber === (before.recordNumber ?? ''))
    return before;
  const read = readPatient({ id: before.id, label, born, recordNumber }, today);
  if (!read.ok) {
    refusals.push(...read.error);
    return before;
  }
  // What this version does not know of a patient stays.
  return { ...fieldsWithout(before, ['born', 'recordNumber']), ...read.value };
}

function vialOf(
  before: SessionContent['vials'][number],
  asked: { readonly lot: string; readonly expiry: string } | undefined,
  refusals: CorrectionRefusal[],
): SessionContent['vials'][number] {
  if (asked === undefined) return before;
  const [lot, expiry] = [putRight(before.lot ?? '', asked.lot), putRight(before.expiry ?? '', asked.expiry)];
  if (expiry !== (before.expiry ?? '') && expiry !== '' && lastDayOf(expiry) === null)
    refusals.push({ kind: 'ExpiryUnreadable', vial: before.id });
  // A vial that a signed session drew from was described: its lot and expiry are put right, not taken away.
  for (const [was, now, field] of [
    [before.lot, lot, 'lot'],
    [before.expiry, expiry, 'expiry'],
  ] as const)
    if (was !== undefined && now === '') refusals.push({ kind: 'TextMissing', place: `${before.id}.${field}` });
  return { ...before, ...(lot === '' ? {} : { lot }), ...(expiry === '' ? {} : { expiry }) };
}

/** When and by whom it was felt stays: the version says who put it right, and when. */
function withGrades(visit: Visit, asked: Corrections['tenderness']): Visit {
  const { tenderness } = visit;
  if (tenderness === undefined) return visit;
  return {
    ...visit,
    tenderness: tenderness.map((felt) => ({ ...felt, grade: asked[feltAt(felt)] ?? felt.grade })),
  };
}

/** A copy of a value with a text at that place; without the field where the text is empty. */
function withText(value: unknown, keys: readonly (string | number)[], text: string): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return text;
  if (Array.isArray(value)) return value.map((item: unknown, n) => (n === key ? withText(item, rest, text) : item));
  const fields = new Map(Object.entries(value as object));
  if (rest.length === 0 && text === '') fields.delete(String(key));
  else fields.set(String(key), withText(fields.get(String(key)), rest, text));
  return Object.fromEntries(fields);
}
