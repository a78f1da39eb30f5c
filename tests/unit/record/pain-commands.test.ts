import { describe, expect, it } from 'vitest';
import { clearTenderness, gradeTenderness, setPain, tendernessOf } from '../../../src/record/pain-commands';
import { mostPainDabs } from '../../../src/record/pain-limits';
import { parseWith } from '../../../src/record/schema';
import { emptyVisit, type PainDab, type Visit } from '../../../src/record/visit';
import { visitSchema } from '../../../src/record/visit-schema';
import { sampleHead } from '../../support/sample-sessions';
import { beforeNeedle, done } from '../../support/sample-visits';

const stamp = beforeNeedle;
const dab: PainDab = { positionMm: [70.04, -0.02, 12.36], radiusMm: 12 };
const drawn = (dabs: readonly PainDab[], visit: Visit = emptyVisit) =>
  setPain(visit, { head: sampleHead, drawn: 'chair', dabs }, stamp);

describe('pain drawn on the head', () => {
  it('is kept to a tenth of a millimetre, with the head, who drew it and when, as files may have it', () => {
    const visit = done(drawn([dab]));
    expect(visit.pain).toEqual({
      head: sampleHead,
      drawn: 'chair',
      dabs: [{ positionMm: [70, 0, 12.4], radiusMm: 12 }],
      ...stamp,
    });
    expect(Object.is(visit.pain?.dabs[0]?.positionMm[1], -0)).toBe(false);
    expect(parseWith(visitSchema, visit).ok).toBe(true);
  });

  it('is taken away by an empty drawing, and nothing else with it', () => {
    const graded = done(gradeTenderness(done(drawn([dab])), { muscle: 'temporalis', side: 'left', grade: 2 }, stamp));
    const cleared = done(drawn([], graded));
    expect(cleared).not.toHaveProperty('pain');
    expect(cleared.tenderness).toHaveLength(1);
  });

  it('is refused beyond what a drawing holds, and where a dab is none', () => {
    expect(drawn(Array.from({ length: mostPainDabs }, () => dab)).ok).toBe(true);
    expect(drawn(Array.from({ length: mostPainDabs + 1 }, () => dab))).toEqual({
      ok: false,
      error: { kind: 'TooManyDabs', most: mostPainDabs },
    });
    expect(drawn([{ ...dab, radiusMm: 0 }])).toEqual({ ok: false, error: { kind: 'NotADab' } });
    expect(drawn([{ ...dab, positionMm: [NaN, 0, 0] }]).ok).toBe(false);
  });
});

describe('tenderness', () => {
  it('holds one grade a muscle and side, the latest, and says null where none was felt for', () => {
    const first = done(gradeTenderness(emptyVisit, { muscle: 'trapezius', side: 'right', grade: 0 }, stamp));
    const second = done(gradeTenderness(first, { muscle: 'trapezius', side: 'left', grade: 3 }, stamp));
    const third = done(gradeTenderness(second, { muscle: 'trapezius', side: 'right', grade: 1 }, stamp));
    expect(third.tenderness).toHaveLength(2);
    expect(tendernessOf(third, 'trapezius', 'right')).toBe(1);
    expect(tendernessOf(first, 'trapezius', 'right'), 'none is a finding').toBe(0);
    expect(tendernessOf(first, 'trapezius', 'left')).toBeNull();
    expect(parseWith(visitSchema, third).ok).toBe(true);
  });

  it('is refused where a muscle has no such side', () => {
    const refused = gradeTenderness(emptyVisit, { muscle: 'procerus', side: 'left', grade: 1 }, stamp);
    expect(refused).toEqual({ ok: false, error: { kind: 'NoSuchSide', muscle: 'procerus', side: 'left' } });
    expect(gradeTenderness(emptyVisit, { muscle: 'procerus', side: 'midline', grade: 1 }, stamp).ok).toBe(true);
    expect(gradeTenderness(emptyVisit, { muscle: 'temporalis', side: 'midline', grade: 1 }, stamp).ok).toBe(false);
  });

  it('is cleared without a trace, and clearing what is not there changes nothing', () => {
    const one = done(gradeTenderness(emptyVisit, { muscle: 'corrugator', side: 'left', grade: 2 }, stamp));
    expect(clearTenderness(one, { muscle: 'corrugator', side: 'left' })).toEqual(emptyVisit);
    expect(clearTenderness(one, { muscle: 'corrugator', side: 'right' })).toBe(one);
  });
});
