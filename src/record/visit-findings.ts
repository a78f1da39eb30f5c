import { type SafetyCheckId, safetyCheckOf, safetyChecks } from '../protocol/safety-checks';
import { isBefore } from './calendar';
import { type Across, cumulativeFinding, futureFindings, intervalFinding, otherToxinFindings } from './dose-window';
import type { Finding } from './finding';
import { type ChartedSession, type ChartedVial, drugTotalsOf, type Needle, needlesOf, stillPlanned } from './needles';
import type { History } from './patients';
import { claimFindings } from './vial-claims';
import { vialFindings } from './vial-findings';
import { answerTo, type Visit, visitOf } from './visit';

/**
 * Everything that stands against the first needle or is to be known before it; stops first, then what can be set aside,
 * then what is told. `history` is the patient's (sessions of others in it are left out), `now` is ISO 8601 with
 * offset. It can be asked again at any time: once needles were given, limits across sessions are counted from the first
 * of them, and a vial that nothing more is drawn from is judged at its last use, so that signing a day later finds no
 * vial too old that was fresh when it was used.
 */
export function beforeFirstNeedle(session: ChartedSession, history: History, now: string): readonly Finding[] {
  const visit = visitOf(session);
  const needles = needlesOf(session.entries);
  const totals = drugTotalsOf(session);
  const first = needles[0]?.at ?? null;
  const across: Across = { session, totals, history: history.past, told: history.told, at: first ?? now, now };
  const mayDraw = (vial: ChartedVial): boolean =>
    stillPlanned(totals) > 0 && (totals.byVial.get(vial.id)?.left ?? 0) > 0;

  const findings = [
    ...visitFindings(visit, first),
    ...session.vials.flatMap((vial) => {
      const at = mayDraw(vial) ? now : lastUse(needles, vial);
      return at === null ? [] : vialFindings(vial, at, visit);
    }),
    ...claimFindings(session, history.vials),
    cumulativeFinding(across),
    intervalFinding(across),
    ...otherToxinFindings(across),
    ...futureFindings(across),
    unreadFinding(history),
    clockFinding(session, now),
  ].filter((finding) => finding !== null);
  return findings.sort((a, b) => order[a.level] - order[b.level]);
}

const order: Readonly<Record<Finding['level'], number>> = { stop: 0, override: 1, warn: 2 };

/** Of what was asked, agreed and confirmed. `first` is the first needle, if there was one. */
function visitFindings(visit: Visit, first: string | null): readonly Finding[] {
  const { consent, identified } = visit;
  const findings: Finding[] = safetyChecks.flatMap(({ id }) => checkFinding(visit, id));
  const unanswered = safetyChecks.map(({ id }) => id).filter((id) => answerTo(visit, id) === null);
  if (unanswered.length > 0) findings.push({ level: 'stop', kind: 'checks-unanswered', checks: unanswered });
  if (identified === undefined) findings.push({ level: 'stop', kind: 'not-identified' });
  if (consent === undefined) findings.push({ level: 'stop', kind: 'consent-missing' });
  else if (!consent.given) findings.push({ level: 'stop', kind: 'consent-withdrawn', at: consent.at });

  const isLate = (at: string | undefined): boolean => first !== null && at !== undefined && isBefore(first, at);
  const late = (what: 'identity' | 'consent' | 'checks'): Finding => ({ level: 'warn', kind: 'recorded-late', what });
  if (isLate(identified?.at)) findings.push(late('identity'));
  if (isLate(consent?.given === false ? consent.givenAt : consent?.at)) findings.push(late('consent'));
  if (visit.checks.some(({ at }) => isLate(at))) findings.push(late('checks'));
  return findings;
}

function checkFinding(visit: Visit, check: SafetyCheckId): readonly Finding[] {
  const answer = answerTo(visit, check)?.answer;
  if (answer === 'left-open') return [{ level: 'warn', kind: 'check-left-open', check }];
  if (answer !== 'yes') return [];
  return safetyCheckOf(check).effect === 'blocks'
    ? [{ level: 'stop', kind: 'check-blocks', check }]
    : [{ level: 'warn', kind: 'check-answered-yes', check }];
}

const lastUse = (needles: readonly Needle[], vial: ChartedVial): string | null =>
  needles.findLast((needle) => needle.vial === vial.id)?.at ?? null;

/** A history with gaps is never taken for a short one. */
const unreadFinding = ({ unread }: History): Finding | null =>
  unread === 0 ? null : { level: 'warn', kind: 'history-unread', records: unread };

/** The latest moment that this session already holds, if it lies after now. */
function clockFinding({ startedAt, entries }: ChartedSession, now: string): Finding | null {
  const latest = entries.reduce((late, { at }) => (isBefore(late, at) ? at : late), startedAt);
  return isBefore(now, latest) ? { level: 'warn', kind: 'clock-behind', at: latest } : null;
}
