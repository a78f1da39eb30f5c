import { reconstituted } from '../protocol/safety-limits';
import { dayOf, hoursBetween, isExpired, lastDayOf } from './calendar';
import type { Finding } from './finding';
import type { ChartedVial } from './needles';
import type { Override, VialRule, Visit } from './visit';

/**
 * What stands against a vial at a moment: now, while something may still be drawn from it, else when it was last used.
 * It is good through the last day of its expiry, and through the last second of its hours (`reconstituted`, with its sources).
 */
export function vialFindings(vial: ChartedVial, at: string, visit: Visit): readonly Finding[] {
  const { id, lot = '', expiry = '' } = vial;
  const findings: Finding[] = [];
  const dated = lastDayOf(expiry) !== null;
  if (dated && isExpired(expiry, dayOf(at))) findings.push({ level: 'stop', kind: 'vial-expired', vial: id, expiry });
  const age = ageFinding(vial, at, visit);
  if (age !== null) findings.push(age);
  const missing = [...(lot.trim() === '' ? (['lot'] as const) : []), ...(dated ? [] : (['expiry'] as const))];
  if (missing.length > 0) findings.push({ level: 'warn', kind: 'vial-undescribed', vial: id, missing });
  return findings;
}

function ageFinding({ id: vial, reconstitutedAt }: ChartedVial, at: string, visit: Visit): Finding | null {
  const found = (kind: VialRule, hours?: number): Finding => ({
    level: 'override',
    kind,
    vial,
    ...(hours === undefined ? {} : { hours }),
    overridden: overrideOf(visit, kind, vial),
  });
  // Without the time nobody can say how old it is: that is not the same as fresh.
  if (reconstitutedAt === undefined) return found('vial-age-unknown');
  const hours = hoursBetween(reconstitutedAt, at);
  if (hours < 0) return found('vial-from-the-future', hours);
  return hours > reconstituted.withinHours ? found('vial-over-24h', hours) : null;
}

const overrideOf = (visit: Visit, rule: VialRule, vial: string): Override | null =>
  visit.overrides.find((one) => one.rule === rule && one.vial === vial) ?? null;
