import type { SiteShift } from '../anatomy/compare-maps';

/** Whether a shift is told at all: a site that moved less than half a millimetre stands the same. */
export const moved = (shift: SiteShift): boolean => Math.round(shift.shiftMm) > 0;
