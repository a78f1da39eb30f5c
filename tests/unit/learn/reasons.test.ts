import { describe, expect, it } from 'vitest';
import type { ScoredPin } from '../../../src/learn/exam';
import { reasonsFor } from '../../../src/learn/reasons';
import { taskOf } from '../../../src/learn/task';
import { scoredPin } from '../../support/scored-pin';

const reasons = (pins: readonly ScoredPin[], atMost = 9) =>
  reasonsFor(
    {
      task: taskOf(
        'preempt-2017',
        'standard',
        pins.map(({ site }) => site),
      ),
      pins,
      missed: [],
      tookMs: 1,
    },
    atMost,
  );
const below = { upMm: -13, alongMm: 2, toward: 'lateral' } as const;

describe('what to fix', () => {
  it('names the way of the miss, the rule that leads to the site, and what missing it that way leads to', () => {
    const [reason] = reasons([scoredPin('occipitalis-L-1', { mm: 13.1, off: below })]);
    expect(reason?.ways).toEqual(['low']);
    expect(reason?.rule.sentence).toContain('Midway between the external occipital protuberance');
    expect(reason?.caution?.text).toContain('Below the nuchal ridge');
  });

  it('tells of both directions where the miss goes as well one way as the other', () => {
    const off = { upMm: -8, alongMm: 9, toward: 'lateral' } as const;
    const [reason] = reasons([scoredPin('frontalis-L-2', { mm: 12, off })]);
    expect(reason?.ways).toEqual(['lateral', 'low']);
  });

  it('says nothing of what follows where no caution speaks of that way', () => {
    const off = { upMm: 9, alongMm: 0, toward: 'lateral' } as const;
    expect(reasons([scoredPin('occipitalis-L-1', { mm: 9, off })])[0]?.caution).toBeNull();
  });

  it('says nothing of what follows from the smaller part of a miss', () => {
    const off = { upMm: 12, alongMm: 8, toward: 'back' } as const;
    const [reason] = reasons([scoredPin('trapezius-L-1', { mm: 15, off })]);
    expect(reason?.ways).toEqual(['medial', 'back']);
    expect(reason?.caution).toBeNull();
  });

  it('reads a shoulder along its crest: toward the neck is medial', () => {
    const off = { upMm: 12, alongMm: 1, toward: 'back' } as const;
    const [reason] = reasons([scoredPin('trapezius-L-3', { mm: 12.5, off })]);
    expect(reason?.ways).toEqual(['medial']);
    expect(reason?.caution?.text).toContain('Stay lateral to the neck');
  });

  it('puts the wrong side first, then the wrong muscle, then a danger zone, then the farthest', () => {
    const zone = { zone: 'superficial-temporal-artery', side: 'left', mm: 1, inside: true } as const;
    const found = reasons([
      scoredPin('temporalis-L-1', { mm: 22, off: below }),
      scoredPin('temporalis-L-2', { mm: 3, off: below, zones: [zone] }),
      scoredPin('temporalis-L-3', { mm: 9, off: below, rightMuscle: false }),
      scoredPin('temporalis-L-4', { mm: 1, off: below, rightSide: false }),
    ]);
    expect(found.map(({ fault }) => fault.kind)).toEqual(['wrong-side', 'wrong-muscle', 'zone', 'miss']);
    expect(found[2]?.caution?.text).not.toBe('');
  });

  it('has nothing to say of a pin that is near, and never says more than is asked', () => {
    expect(reasons([scoredPin('procerus-M', { mm: 4.9 })])).toEqual([]);
    const far = ['temporalis-L-1', 'temporalis-L-2', 'temporalis-L-3', 'temporalis-L-4'].map((id) =>
      scoredPin(id, { mm: 20, off: below }),
    );
    expect(reasons(far, 3)).toHaveLength(3);
  });
});
