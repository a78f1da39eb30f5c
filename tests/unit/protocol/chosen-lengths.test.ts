import { describe, expect, it } from 'vitest';
import { sameExtra, samePlace } from '../../../src/protocol/comparison';
import { neighbourReach, zoneSides } from '../../../src/protocol/danger-zone';
import { maps } from '../../../src/protocol/maps';
import { muscleMeasurements } from '../../../src/protocol/measurements';
import { moveLeeway } from '../../../src/protocol/move';
import { sitesOf } from '../../../src/protocol/sites';

describe('the lengths that two sessions are compared by', () => {
  it('are 2 mm for the same place and 15 mm for the same extra site', () => {
    expect([samePlace.mm, sameExtra.mm]).toEqual([2, 15]);
  });

  it('take for the same what is told alike: rounded to whole millimetres both ways, places part by 1.4 mm', () => {
    expect(samePlace.mm).toBeGreaterThan(Math.hypot(1, 1));
    expect(samePlace.why).toMatch(/whole millimetres/);
  });

  it('await clinical sign-off and say why they were chosen', () => {
    for (const { why, evidence } of [samePlace, sameExtra]) {
      expect(evidence).toBe('unconfirmed');
      expect(why).toMatch(/^[A-Z].*\.$/);
    }
    expect(sameExtra.why).toMatch(/no source/);
  });
});

describe('how far outside its muscle a site may be moved', () => {
  it('is what the medial edge of the occipitalis was measured to vary by, 6.4 mm', () => {
    expect(moveLeeway.mm).toBe(6.4);
    expect(moveLeeway.sources).toEqual(['S15']);
    expect(moveLeeway.why).toMatch(/edge of the occipitalis/);
  });

  it('was worked out, not read', () => {
    expect(moveLeeway.evidence).toBe('derived');
  });

  it('is as much as any measured edge of a drawn muscle varies', () => {
    const { occipitalisAbove, occipitalisLateral, corrugatorOriginLateral, corrugatorOriginMedial } =
      muscleMeasurements;
    const edges = [occipitalisAbove, occipitalisLateral, corrugatorOriginLateral, corrugatorOriginMedial];
    const spreads = edges.flatMap(({ samples }) => samples.map(({ sd }) => sd));
    expect(spreads).toEqual([2.5, 6.4, 4.2, 4.9]);
    for (const sd of spreads) expect(sd).toBeLessThanOrEqual(moveLeeway.mm);
  });
});

describe('what counts as near a danger zone', () => {
  it('is a fingerbreadth, as long as both maps say that it is', () => {
    const sentences = maps.flatMap(({ id }) => sitesOf(id).map(({ rule }) => rule.sentence));
    const told = sentences.filter((sentence) => sentence.includes('one fingerbreadth'));
    expect(told.length).toBeGreaterThan(4);
    for (const sentence of told) expect(sentence).toContain('1.5 cm (one fingerbreadth)');
    expect(neighbourReach).toEqual({ mm: 15, evidence: 'derived' });
  });

  it('is asked of both sides: a zone lies on the left and on the right, and none in the midline', () => {
    expect(zoneSides).toEqual(['left', 'right']);
  });
});
