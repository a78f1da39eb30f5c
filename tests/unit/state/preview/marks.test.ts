import { describe, expect, it } from 'vitest';
import { placements } from '../../../../src/app/placements';
import { brushes } from '../../../../src/anatomy/brush';
import { emptyFile, type PainMarks } from '../../../../src/outcomes/patient-file';
import { marked, type Marking, markingOf, type MarkingStep } from '../../../../src/state/preview/marking';
import {
  createMarksDesk,
  isMarked,
  latestMarks,
  marksAt,
  marksOn,
  marksOnHead,
  namedPlaces,
  placeName,
  readMarksAt,
  withMarks,
} from '../../../../src/state/preview/marks';
import { loadPatientWords } from '../../../../src/messages/patient/load';
import { createHeads } from '../../../../src/state/heads';
import { standardCurves } from '../../../../src/app/standard-curves';

const marks = (day: string, at: string, count = 1): PainMarks => ({
  id: `m-${day}`,
  day,
  head: placements.head,
  dabs: Array.from({ length: count }, (_, n) => ({ positionMm: [10 * n, 80, 70] as const, radiusMm: 12 })),
  at,
});
const steps = (...done: readonly MarkingStep[]): Marking => done.reduce(marked, markingOf([]));

describe('where it hurts, as the patient marks it', () => {
  it('is one drawing a day, the later in place of the earlier; an empty one takes it away', () => {
    const file = emptyFile({ id: 'p-1', label: '' });
    const first = withMarks(file, marks('2026-03-01', '2026-03-01T09:00:00Z'));
    const second = withMarks(first, marks('2026-03-01', '2026-03-01T11:00:00Z', 3));
    expect(second.marks).toHaveLength(1);
    expect(marksOn(second, '2026-03-01')?.dabs).toHaveLength(3);
    expect(withMarks(second, marks('2026-03-01', '2026-03-01T12:00:00Z', 0)).marks).toEqual([]);
    expect(withMarks(file, marks('2026-03-01', '2026-03-01T12:00:00Z', 0)), 'nothing to write').toBe(file);
  });

  it('is offered by the latest day, whenever it was written down', () => {
    const days = [marks('2026-03-04', '2026-03-04T09:00:00Z'), marks('2026-03-01', '2026-03-09T09:00:00Z')];
    expect(latestMarks({ marks: days })?.day).toBe('2026-03-04');
    expect(latestMarks({ marks: [] })).toBeUndefined();
  });

  it('can be taken back stroke by stroke; one that was broken off leaves nothing', () => {
    const stroke = {
      kind: 'stroke',
      points: [
        [0, 80, 70],
        [6, 80, 70],
      ],
      erase: false,
    } as const;
    const lifted = { kind: 'lifted', whole: true } as const;
    expect(steps(stroke, lifted).dabs).toHaveLength(2);
    expect(steps(stroke, lifted, { kind: 'undo' }).dabs).toEqual([]);
    expect(steps(stroke, { kind: 'lifted', whole: false }).dabs).toEqual([]);
    expect(steps(stroke, lifted, { kind: 'clear' }, { kind: 'undo' }).dabs).toHaveLength(2);
    expect(steps(stroke, lifted, { ...stroke, erase: true }, lifted).dabs).toEqual([]);
  });

  it('names places in plain words, each once, and none by its muscle', async () => {
    const words = await loadPatientWords('en');
    const names = namedPlaces.map((one) => placeName(words, one));
    expect(names).toHaveLength(14);
    expect(new Set(names).size).toBe(14);
    expect(names).toContain('Temple, left');
    expect(names.join(' ')).not.toMatch(/alis|uloskeletal|paraspinal|corrugator|procerus/i);
  });

  it('marks a named place with every point of it, and waits for those that are walked to', async () => {
    const desk = createMarksDesk(placements, { resolve: () => Promise.resolve('not-ready') }, () => 'preempt-2017');
    for (const { place } of namedPlaces) {
      const points = await desk.pointsOf(place);
      if (place.walks.length > 0) {
        expect(points).toBeNull();
        continue;
      }
      if (points === null) throw new Error(place.id);
      expect(points.length, place.id).toBeGreaterThan(0);
      for (const [x] of points) expect(Math.sign(x), place.id).toBe(place.side === 'left' ? 1 : -1);
      const { dabs } = steps({ kind: 'put', points, erase: false });
      expect(isMarked(points, dabs), place.id).toBe(true);
      expect(isMarked(points, dabs.slice(1)), place.id).toBe(false);
      expect(dabs.every(({ radiusMm }) => radiusMm === brushes.standardMm)).toBe(true);
    }
  });

  it('is found again on the head of a session of any size, and on no other model', () => {
    const heads = createHeads(standardCurves);
    const { size, variant } = heads.fitted({ ...heads.standard, headBreadth: heads.standard.headBreadth + 8 });
    expect(size.headBreadth).toBeGreaterThan(heads.standard.headBreadth + 4);
    const shape = heads.shapeOf(variant);
    if (!shape.ok) throw new Error(shape.error.kind);
    const one: PainMarks = {
      ...marks('2026-03-01', '2026-03-01T09:00:00Z'),
      dabs: [{ positionMm: [70, 40, 0], radiusMm: 12 }],
    };
    const there = marksOnHead(one, { ...placements.head, variant }, shape.value);
    expect(there?.[0]?.positionMm[0], 'farther out on a broader head').toBeGreaterThan(72);
    expect(marksOnHead(one, placements.head, null)).toBe(one.dabs);
    expect(marksOnHead(one, { ...placements.head, contentHash: 'b2'.repeat(32) }, null)).toBeNull();
    expect(marksOnHead({ ...one, head: { ...placements.head, variant } }, placements.head, null)).toBeNull();
  });

  it('is of whom and of which day its address says', () => {
    expect(readMarksAt('p-1')).toEqual({ patient: 'p-1', day: null });
    expect(readMarksAt(marksAt('p-1', '2026-03-01'))).toEqual({ patient: 'p-1', day: '2026-03-01' });
    expect(readMarksAt('p-1~2026-02-30'), 'no such day: today').toEqual({ patient: 'p-1', day: null });
    expect(readMarksAt('a.b')).toBeNull();
    expect(readMarksAt(null)).toBeNull();
  });
});
