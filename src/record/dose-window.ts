import { cumulativeDose, isCounted, otherToxin, retreatment } from '../protocol/safety-limits';
import { sumOfUnits, thousandths } from '../protocol/words';
import { dayOf, daysBetween, isBefore, lastDayOf, monthsBefore } from './calendar';
import type { Finding, WindowDose } from './finding';
import type { ChartedSession, DrugTotals } from './needles';
import type { PastSession, ToldDoses } from './past-session';
import { visitOf } from './visit';

/**
 * The rules across sessions. `at` is the first needle of this session, or now while there is none: its day is the one
 * that is counted from. Sessions of other patients and this session itself are left out of `history`.
 */
export type Across = {
  readonly session: ChartedSession;
  readonly totals: DrugTotals;
  readonly history: readonly PastSession[];
  readonly told: readonly ToldDoses[];
  readonly at: string;
  readonly now: string;
};

/** The counted drug in the window before this session, in this session, and both, in units; and the doses before, the oldest first. */
function doseInWindow({ session, totals, history, told, at, now }: Across) {
  // One that lies in the future counts too: a clock that was set back must not hide a dose.
  const future = ofPatient(history, session).filter((past) => isBefore(now, past.at));
  const sessions = [...injectedBefore(history, session, at), ...future].filter(
    (past) => isCounted(past.product) && isInWindow(past.at, at),
  );
  const here = sessions.map((past) => ({ units: past.units, day: dayOf(past.at), elsewhere: false }));
  const elsewhere = elsewhereDoses([visitOf(session), ...toldBefore(told, session)]).filter(({ day }) =>
    countsElsewhere(day, at),
  );
  const doses = [...here, ...elsewhere].sort((a, b) => daysBetween(b.day, a.day));
  const earlier = sumOfUnits(doses.map((dose) => dose.units));
  const thisSession = sumOfUnits([totals.planned, totals.offProtocol ?? 0, totals.incidents ?? 0]);
  return { earlier, thisSession, total: sumOfUnits([earlier, thisSession]), doses };
}

/** What the patient told of in several sessions. A dose told twice is one dose: of each day that session counts which holds most. */
export function elsewhereDoses(tellings: readonly Pick<ToldDoses, 'elsewhere'>[]): readonly WindowDose[] {
  const most = new Map<string, number>();
  for (const { elsewhere } of tellings) {
    for (const day of new Set(elsewhere.map((dose) => dose.day))) {
      const units = sumOfUnits(elsewhere.filter((dose) => dose.day === day).map((dose) => dose.units));
      if (isMore(units, most.get(day) ?? 0)) most.set(day, units);
    }
  }
  return [...most].map(([day, units]) => ({ units, day, elsewhere: true }));
}

/** Whether a dose of elsewhere counts in the window before `at`. It has a day and no hour: one of today counts. */
export const countsElsewhere = (day: string, at: string): boolean => daysBetween(day, at) >= 0 && isInWindow(day, at);

/**
 * Passed only above `cumulativeDose.maximum` (units; its sources stand there); an override covers up to the total it was
 * given for.
 */
export function cumulativeFinding(across: Across): Finding | null {
  const dose = doseInWindow(across);
  if (!isMore(dose.total, cumulativeDose.maximum.units)) return null;
  const overridden = visitOf(across.session).overrides.find(
    (one) => one.rule === 'cumulative-dose' && !isMore(dose.total, one.units),
  );
  return { level: 'override', kind: 'cumulative-dose', ...dose, overridden: overridden ?? null };
}

/** The last session in which the drug was injected, if it lies less than `retreatment.days` back, in days of the calendar. */
export function intervalFinding({ session, history, at }: Across): Finding | null {
  const last = injectedBefore(history, session, at)
    .filter(({ product, noNeedle }) => isCounted(product) && noNeedle === undefined)
    .reduce<PastSession | null>((late, past) => (late === null || isBefore(late.at, past.at) ? past : late), null);
  if (last === null) return null;
  const days = daysBetween(last.at, at);
  if (days >= retreatment.days) return null;
  return { level: 'warn', kind: 'interval-short', days, session: last.id, at: last.at };
}

/**
 * Toxins of other products, whole and in their own units: those the patient told of, now or before, and those of
 * sessions, of the last `otherToxin.months`.
 */
export function otherToxinFindings({ session, history, told, at }: Across): readonly Finding[] {
  const since = monthsBefore(dayOf(at), otherToxin.months);
  const isRecent = (when: string): boolean => daysBetween(since, when) >= 0;
  const here = visitOf(session).otherToxins;
  // One without a date was told of then and is asked about again: it does not follow the patient for ever.
  const before = toldBefore(told, session)
    .flatMap(({ otherToxins }) => otherToxins)
    .filter(({ when }) => when !== undefined);
  const spoken = onceEach([...here, ...before]).filter(
    ({ when }) => when === undefined || isRecent(lastDayOf(when) ?? at),
  );
  const injected = injectedBefore(history, session, at).filter((past) => !isCounted(past.product) && isRecent(past.at));
  const listed = [...spoken, ...injected.map((past) => ({ ...past, when: dayOf(past.at) }))];
  return listed.map(({ product, units, when }) => ({
    level: 'warn',
    kind: 'other-toxin',
    product,
    ...(units === undefined ? {} : { units }),
    ...(when === undefined ? {} : { when }),
  }));
}

/** Sessions of the patient that are later than now. */
export const futureFindings = ({ session, history, now }: Across): readonly Finding[] =>
  ofPatient(history, session)
    .filter((past) => isBefore(now, past.at))
    .map(({ id, at }) => ({ level: 'warn', kind: 'session-from-the-future', session: id, at }));

const isInWindow = (then: string, at: string): boolean => daysBetween(then, at) < cumulativeDose.window.underDays;

const isMore = (a: number, b: number): boolean => thousandths(a) > thousandths(b);

const ofPatient = (history: readonly PastSession[], session: ChartedSession): readonly PastSession[] =>
  history.filter((past) => past.patient === session.patient.id && past.id !== session.id);

const toldBefore = (told: readonly ToldDoses[], session: ChartedSession): readonly ToldDoses[] =>
  told.filter((one) => one.patient === session.patient.id && one.id !== session.id);

function onceEach(toxins: ToldDoses['otherToxins']): ToldDoses['otherToxins'] {
  const names = toxins.map(({ product, units, when }) => JSON.stringify([product.toLowerCase(), units, when]));
  return toxins.filter((_, n) => names.indexOf(names[n] ?? '') === n);
}

/** A session in which nothing was injected counts for nothing. */
const injectedBefore = (history: readonly PastSession[], session: ChartedSession, at: string) =>
  ofPatient(history, session).filter((past) => past.units > 0 && !isBefore(at, past.at));
