import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../src/protocol/danger-zones';
import type { ZoneId } from '../../../src/protocol/danger-zone';
import { mapOf } from '../../../src/protocol/maps';
import { assemble } from '../../../src/protocol/maps/assemble';
import { needles } from '../../../src/protocol/maps/needles';
import { muscleOf, muscles } from '../../../src/protocol/paradigm';
import { safetyCheckOf, type SafetyCheckId } from '../../../src/protocol/safety-checks';
import { sitesOf } from '../../../src/protocol/sites';
import type { MapId, MuscleId } from '../../../src/protocol/words';

describe('what stands in no table', () => {
  it.each([
    ['a muscle', 'masseter', (id: string) => muscleOf(id as MuscleId)],
    ['a danger zone', 'facial-nerve', (id: string) => zoneOf(id as ZoneId)],
    ['a safety check', 'shoe-size', (id: string) => safetyCheckOf(id as SafetyCheckId)],
    ['a map', 'preempt-1999', (id: string) => sitesOf(id as MapId)],
  ])('is a defect and names itself, as %s does: %s', (_kind, id, ask) => {
    expect(() => ask(id)).toThrow(RangeError);
    expect(() => ask(id)).toThrow(id);
  });

  it('is told apart from what does: each of the seven muscles is given its own row', () => {
    expect(muscles.map(({ id }) => muscleOf(id).id)).toEqual(muscles.map(({ id }) => id));
  });
});

describe('the rules of a muscle', () => {
  const [first, second] = mapOf('preempt-2017').sites.frontalis.map(({ rule }) => rule);
  if (first === undefined || second === undefined) throw new Error('the frontalis has two rules');
  const brow = [{ text: 'Mind the brow.', evidence: 'unconfirmed', sources: ['S4'] }] as const;

  it('are put together with cautions one by one, and cite what they stand in before what bears on them', () => {
    const [one, two] = assemble(needles.frontalis, [first, second], [brow, []], ['S3'], ['S19']);
    expect(one).toEqual({
      rule: { ...first, sources: ['S3'] },
      needle: needles.frontalis,
      cautions: brow,
      sources: ['S3', 'S19'],
    });
    expect([two?.rule.sentence, two?.cautions]).toEqual([second.sentence, []]);
  });

  it('rest on their own sources alone where nothing else bears on them', () => {
    const placed = assemble(needles.frontalis, [first], [brow], ['S3', 'S4']);
    expect(placed.map(({ sources }) => sources)).toEqual([['S3', 'S4']]);
  });

  it('are a defect where one has no list of cautions, and the rule is named', () => {
    expect(() => assemble(needles.frontalis, [first, second], [brow], ['S3'])).toThrow(second.sentence);
  });
});
