import type { SiteShift } from '../anatomy/compare-maps';
import { t } from '../messages/translate';

/** Whether a shift is told at all: a site that moved less than half a millimetre stands the same. */
export const moved = (shift: SiteShift): boolean => Math.round(shift.shiftMm) > 0;

/** "29 mm lower"; "5 mm lower and 28 mm nearer the midline"; "the same". Legs below half a millimetre are left out. */
export function shiftText(shift: SiteShift): string {
  if (!moved(shift)) return t('shift.same');
  const up = Math.round(Math.abs(shift.upMm));
  const along = Math.round(shift.alongMm);
  const legs = [
    ...(up > 0 ? [t(shift.upMm > 0 ? 'shift.higher' : 'shift.lower', { mm: up })] : []),
    ...(along > 0 ? [t(`shift.${shift.toward}`, { mm: along })] : []),
  ];
  const [first, second] = legs;
  if (first === undefined) return t('shift.total', { mm: Math.round(shift.shiftMm) });
  return second === undefined ? first : t('shift.both', { first, second });
}
