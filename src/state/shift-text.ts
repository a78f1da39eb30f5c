import '../messages/later';
import type { SiteShift } from '../anatomy/compare-maps';
import { t } from '../messages/translate';
import { moved } from './shifted';

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
