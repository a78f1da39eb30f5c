import { type SafetyCheckId, safetyChecks } from '../protocol/safety-checks';
import { isCounted } from '../protocol/safety-limits';
import { err, ok, type Result } from '../protocol/words';
import { daysBetween, isDay, lastDayOf } from './calendar';
import {
  type Answer,
  answerTo,
  type CheckAnswer,
  type Deviation,
  type ElsewhereDose,
  type IdentifierKind,
  type Indication,
  type OtherToxin,
  type OverriddenRule,
  type Visit,
} from './visit';

/**
 * What can be recorded of a visit. Each command gives the visit with it, or refuses and changes nothing.
 * Texts are kept without the blanks around them, and a blank note not at all.
 */
export type VisitRefusal =
  | { readonly kind: 'ReasonMissing'; readonly of: 'override' | 'deviation' }
  | { readonly kind: 'SameIdentifierTwice'; readonly identifier: IdentifierKind }
  | { readonly kind: 'IndicationMissing' }
  /** The last visit answered nothing that this one has not. */
  | { readonly kind: 'NothingToReview' }
  | { readonly kind: 'SitesMissing' }
  | { readonly kind: 'ProductMissing' }
  /** It is the drug whose units are added up, so it belongs to the doses given elsewhere. */
  | { readonly kind: 'CountedProduct'; readonly product: string }
  | { readonly kind: 'NotAnAmount'; readonly units: number }
  | { readonly kind: 'NotADay'; readonly text: string }
  | { readonly kind: 'DayInFuture'; readonly day: string };

type Outcome = Result<Visit, VisitRefusal>;

/** Who records it, and when (ISO 8601 with offset). */
export type VisitStamp = { readonly at: string; readonly by: string };

/** What is treated. `other` has to say what in words, else `IndicationMissing`. */
export function setIndication(visit: Visit, { id, text = '' }: Indication): Outcome {
  if (id === 'other' && isBlank(text)) return err({ kind: 'IndicationMissing' });
  return ok({ ...visit, indication: { id, ...(isBlank(text) ? {} : { text: text.trim() }) } });
}

/** Consent is given; it takes the place of what was recorded before. */
export const giveConsent = (visit: Visit, { at, by }: VisitStamp, note = ''): Visit => ({
  ...visit,
  consent: { given: true, at, by, ...noted(note) },
});

/** Refused at the start, or withdrawn later: in both cases nothing more is injected. */
export function withdrawConsent(visit: Visit, { at, by }: VisitStamp, note = ''): Visit {
  const before = visit.consent;
  const givenAt = before?.given === true ? before.at : before?.givenAt;
  return {
    ...visit,
    consent: { given: false, at, by, ...(givenAt === undefined ? {} : { givenAt }), ...noted(note) },
  };
}

/** Confirms who the patient is, by two identifiers of different kinds; `SameIdentifierTwice` otherwise. */
export function confirmIdentifiers(
  visit: Visit,
  identifiers: readonly [IdentifierKind, IdentifierKind],
  { at, by }: VisitStamp,
): Outcome {
  const [first, second] = identifiers;
  if (first === second) return err({ kind: 'SameIdentifierTwice', identifier: first });
  return ok({ ...visit, identified: { at, by, identifiers } });
}

/** Answers a check, or knowingly leaves it open. A later answer takes the place of an earlier one. */
export function answerCheck(
  visit: Visit,
  { check, answer, note = '' }: { readonly check: SafetyCheckId; readonly answer: Answer; readonly note?: string },
  { at, by }: VisitStamp,
): Visit {
  return withAnswers(visit, [{ check, answer, ...noted(note), at, by }]);
}

/**
 * "Reviewed, unchanged": takes over what the last visit answered, in one press, and says from which session. What this
 * visit has answered stays, and what was left open last time is not taken over: it is asked again.
 */
export function reviewUnchanged(
  visit: Visit,
  last: { readonly session: string; readonly visit: Visit },
  { at, by }: VisitStamp,
): Outcome {
  const taken = last.visit.checks
    .filter(({ check, answer }) => answer !== 'left-open' && answerTo(visit, check) === null)
    .map(({ check, answer, note = '' }) => ({ check, answer, ...noted(note), at, by, reviewedFrom: last.session }));
  return taken.length === 0 ? err({ kind: 'NothingToReview' }) : ok(withAnswers(visit, taken));
}

/** Sets a rule aside for what is named, with a reason. Nothing that stands is taken away: overrides add up. */
export function override(visit: Visit, rule: OverriddenRule, reason: string, { at, by }: VisitStamp): Outcome {
  if (isBlank(reason)) return err({ kind: 'ReasonMissing', of: 'override' });
  return ok({ ...visit, overrides: [...visit.overrides, { ...rule, reason: reason.trim(), at, by }] });
}

/** Tailoring at some sites, with its reason; refused without sites or reason. */
export function recordDeviation(
  visit: Visit,
  { tailoring, sites, reason }: Pick<Deviation, 'tailoring' | 'sites' | 'reason'>,
  { at, by }: VisitStamp,
): Outcome {
  if (sites.length === 0) return err({ kind: 'SitesMissing' });
  if (isBlank(reason)) return err({ kind: 'ReasonMissing', of: 'deviation' });
  const deviation = { tailoring, sites: [...new Set(sites)], reason: reason.trim(), at, by };
  return ok({ ...visit, deviations: [...visit.deviations, deviation] });
}

/**
 * Lists a toxin of another product, in its own units. The counted drug is refused here: its units would go unseen. So is a
 * day or month that has not come.
 */
export function addOtherToxin(visit: Visit, toxin: OtherToxin, { at }: VisitStamp): Outcome {
  const product = toxin.product.trim();
  if (product === '') return err({ kind: 'ProductMissing' });
  if (isCounted(product)) return err({ kind: 'CountedProduct', product });
  const { units, when, note = '' } = toxin;
  const refusal =
    (units === undefined ? null : refuseAmount(units)) ?? (when === undefined ? null : refuseDay(when, at));
  if (refusal !== null) return err(refusal);
  const added = {
    product,
    ...(units === undefined ? {} : { units }),
    ...(when === undefined ? {} : { when }),
    ...noted(note),
  };
  return ok({ ...visit, otherToxins: [...visit.otherToxins, added] });
}

/**
 * Records a dose of the counted drug (units, more than 0) that was injected elsewhere; it counts in the window. Its day must
 * be one that has come.
 */
export function addElsewhere(visit: Visit, { units, day, note = '' }: ElsewhereDose, { at }: VisitStamp): Outcome {
  const refusal = refuseAmount(units) ?? (isDay(day) ? refuseDay(day, at) : { kind: 'NotADay' as const, text: day });
  if (refusal !== null) return err(refusal);
  return ok({ ...visit, elsewhere: [...visit.elsewhere, { units, day, ...noted(note) }] });
}

/** Takes out what was entered by mistake in an unsigned visit: the nth of a list. A number past its end takes nothing. */
export const remove = (visit: Visit, list: 'deviations' | 'otherToxins' | 'elsewhere', index: number): Visit => ({
  ...visit,
  [list]: visit[list].filter((_, n) => n !== index),
});

/** Answers in the order of the checks, so that the same answers give the same record. */
function withAnswers(visit: Visit, answers: readonly CheckAnswer[]): Visit {
  const all = new Map([...visit.checks, ...answers].map((one) => [one.check, one]));
  const known = safetyChecks.flatMap(({ id }) => all.get(id) ?? []);
  return { ...visit, checks: known };
}

const refuseAmount = (units: number): VisitRefusal | null =>
  Number.isFinite(units) && units > 0 ? null : { kind: 'NotAnAmount', units };

/** `text` is a day or a month; a month has begun if its first day has come. */
function refuseDay(text: string, now: string): VisitRefusal | null {
  if (lastDayOf(text) === null) return { kind: 'NotADay', text };
  const first = isDay(text) ? text : `${text}-01`;
  return daysBetween(now, first) > 0 ? { kind: 'DayInFuture', day: text } : null;
}

const isBlank = (text: string): boolean => text.trim() === '';
const noted = (note: string) => (isBlank(note) ? {} : { note: note.trim() });
