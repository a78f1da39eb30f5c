import { describe, expect, it } from 'vitest';
import { upWay } from '../../../../src/learn/reasons';
import { lay, wayText } from '../../../../src/state/learn/assessment-text';

describe('where a pin lies from its site, in an assessment', () => {
  it('is told up and down on the head, and along the crest at the shoulder, as the exam names it', () => {
    const off = { upMm: -1.8, alongMm: 5.7, toward: 'forward' } as const;
    expect(wayText('temporalis-L-1', off)).toBe('1.8 mm low, 5.7 mm forward');
    expect(wayText('trapezius-L-1', off)).toBe('1.8 mm lateral, 5.7 mm forward');
    expect(wayText('trapezius-R-2', { ...off, upMm: 1.8 })).toBe('1.8 mm medial, 5.7 mm forward');
    expect(upWay('trapezius', -1.8)).toBe('lateral');
  });

  it('is told in the same words on the certificate, its PDF and the table of the class', () => {
    const off = { upMm: -4, alongMm: 0, toward: 'back' } as const;
    const result = { site: 'trapezius-L-3', mm: 4, off, rightMuscle: true, rightSide: true, zones: [] };
    expect(lay(result)).toBe('4.0 mm lateral');
    expect(lay({ ...result, mm: 0 })).toBe('on the site');
  });
});
