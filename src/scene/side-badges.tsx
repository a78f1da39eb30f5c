import type { Ref } from 'react';
import { t } from '../messages/translate';
import styles from './injection-map.module.css';

/** The patient's left and right, written out on the side of the canvas where they are. */
export function SideBadges({ left, right }: { readonly left: Ref<HTMLDivElement>; readonly right: Ref<HTMLDivElement> }) {
  return (
    <>
      <div ref={left} className={styles['side']} data-at="none">
        <b>{t('side.shortLeft')}</b>
        <span>{t('side.patientLeft')}</span>
      </div>
      <div ref={right} className={styles['side']} data-at="none">
        <b>{t('side.shortRight')}</b>
        <span>{t('side.patientRight')}</span>
      </div>
    </>
  );
}

export type BadgePlaces = { readonly left: BadgePlace; readonly right: BadgePlace };
type BadgePlace = 'start' | 'end' | 'none';

/** Where the badges belong for a camera azimuth in degrees. From the side only that side is named. */
export function badgePlaces(azimuth: number): BadgePlaces {
  const a = (azimuth * Math.PI) / 180;
  if (Math.cos(a) >= 0.5) return { left: 'end', right: 'start' };
  if (Math.cos(a) <= -0.5) return { left: 'start', right: 'end' };
  return Math.sin(a) > 0 ? { left: 'start', right: 'none' } : { left: 'none', right: 'start' };
}
