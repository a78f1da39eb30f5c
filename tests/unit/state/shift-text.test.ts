import { describe, expect, it } from 'vitest';
import type { SiteShift } from '../../../src/anatomy/compare-maps';
import { shiftText } from '../../../src/state/shift-text';
import { moved } from '../../../src/state/shifted';
import { openClinic } from '../../support/clinic';

const shift = (shiftMm: number, upMm: number, alongMm: number, toward: SiteShift['toward'] = 'lateral'): SiteShift => ({
  site: 'x',
  shiftMm,
  upMm,
  alongMm,
  toward,
});

describe('a shift in words', () => {
  it('says each leg that is worth a millimetre', () => {
    expect(shiftText(shift(28.8, -28.8, 0.02))).toBe('29 mm lower');
    expect(shiftText(shift(27.6, 5.3, 27.9))).toBe('5 mm higher and 28 mm farther from the midline');
    expect(shiftText(shift(12, 0.2, 12, 'medial'))).toBe('12 mm nearer the midline');
    expect(shiftText(shift(12, 0, 12, 'back'))).toBe('12 mm farther back');
  });

  it('says that a site is the same where it did not move', () => {
    expect(shiftText(shift(0, 0, 0))).toBe('the same');
    expect(moved(shift(0.4, 0.4, 0))).toBe(false);
  });
});

describe('comparing maps', () => {
  it('is off at first, tells a fixed site’s shift to the map that is not in use, and none for an extra', () => {
    const { chart, state, settings } = openClinic();
    expect(state().comparing).toBe(false);
    chart.setComparing(true);
    expect(state().comparing).toBe(true);
    expect(chart.mapId()).toBe(settings.getState().map);
    expect(chart.shiftOf('frontalis-L-1')?.upMm).toBe(-29);
    expect(chart.shiftOf('temporalis-L-F1')).toBeNull();
  });

  it('changes nothing in the record', async () => {
    const { chart, entries, settle } = openClinic();
    await chart.newSession();
    await settle();
    const before = entries();
    chart.setComparing(true);
    expect(entries()).toBe(before);
  });
});
