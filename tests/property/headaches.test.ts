import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attack, type DiaryDay, featureIds, type MigraineFeature } from '../../src/outcomes/diary-day';
import { isHeadacheDay } from '../../src/outcomes/headache-day';
import { isMigraineDay } from '../../src/outcomes/migraine-day';

const seed = 20_261_210;
const begin = '2027-01-01';

describe('a headache of which some is not known', () => {
  const attacks = fc.record({
    severity: fc.constantFrom(1, 2, 3, null),
    hours: fc.constantFrom(0.5, 2, 4, 7, null),
    /** Of each feature: there, not there, not asked. */
    features: fc.option(
      fc.array(fc.constantFrom('yes', 'yes', 'no', 'open'), {
        minLength: featureIds.length,
        maxLength: featureIds.length,
      }),
      { nil: null, freq: 12 },
    ),
  });
  type Drawn = typeof attacks extends fc.Arbitrary<infer T> ? T : never;
  const record = ({ severity, hours, features }: Drawn, n: number): Attack => {
    const open = featureIds.filter((_, at) => features?.[at] === 'open');
    return {
      id: `a-${String(n)}`,
      hours,
      severity,
      features: features === null ? null : featureIds.filter((_, at) => features[at] === 'yes'),
      ...(open.length === 0 ? {} : { notAsked: open }),
    };
  };
  const dayOf = (all: readonly Drawn[]): DiaryDay => ({
    day: begin,
    attacks: all.map(record),
    acute: null,
    missed: null,
  });

  /** The criteria of one headache of which everything is known, as they read. */
  function isMigraine(has: ReadonlySet<MigraineFeature>, severity: number): boolean {
    let pain = severity >= 2 ? 1 : 0;
    if (has.has('one-sided')) pain += 1;
    if (has.has('pulsating')) pain += 1;
    if (has.has('worse-with-activity')) pain += 1;
    const sick = has.has('nausea') || has.has('vomiting');
    const senses = has.has('light-sensitive') && has.has('sound-sensitive');
    if (pain >= 2 && (sick || senses)) return true;
    return has.has('aura') || (has.has('believed-migraine') && has.has('relieved-by-triptan-or-ergot'));
  }

  /** What every way of filling in the open features says of it. */
  function outcomes({ severity, features }: Drawn): ReadonlySet<boolean> {
    const found = new Set<boolean>();
    const fill = (at: number, has: readonly MigraineFeature[]): void => {
      if (found.size === 2) return;
      const feature = featureIds[at];
      if (feature === undefined) {
        const set = new Set(has);
        for (const one of severity === null ? [1, 2, 3] : [severity]) found.add(isMigraine(set, one));
        return;
      }
      const said = features === null ? 'open' : features[at];
      if (said !== 'no') fill(at + 1, [...has, feature]);
      if (said !== 'yes') fill(at + 1, has);
    };
    fill(0, []);
    return found;
  }

  it('is migraine, or none, exactly where it is so whatever the rest was', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(attacks, { maxLength: 3 }), (all) => {
        const each = all.map(outcomes);
        const surely = each.some((one) => !one.has(false));
        const never = each.every((one) => !one.has(true));
        const said = isMigraineDay(dayOf(all));
        expect(said).toBe(surely ? 'yes' : never ? 'no' : 'unknown');
        seen.set(said, (seen.get(said) ?? 0) + 1);
      }),
      { seed, numRuns: 300 },
    );
    for (const word of ['yes', 'no', 'unknown']) expect(seen.get(word) ?? 0, word).toBeGreaterThan(10);
  });

  it('makes a headache day where it does so for however long it may have lasted', () => {
    fc.assert(
      fc.property(fc.array(attacks, { maxLength: 3 }), (all) => {
        const day = dayOf(all);
        let told = 0;
        for (const { hours } of all) told += hours ?? 0;
        expect(isHeadacheDay(day, { id: 'any', hours: 0, evidence: 'confirmed', sources: [] })).toBe(
          all.length > 0 ? 'yes' : 'no',
        );
        const open = all.some(({ hours }) => hours === null);
        expect(isHeadacheDay(day, { id: 'hours', hours: 4, evidence: 'weak', sources: [] })).toBe(
          told >= 4 ? 'yes' : open ? 'unknown' : 'no',
        );
      }),
      { seed, numRuns: 200 },
    );
  });
});
