import type { Ref } from 'react';
import { t } from '../messages/translate';
import styles from './injection-map.module.css';

/** The patient's left and right, written out on the side of the canvas where they are. */
export function SideBadges({
  left,
  right,
}: {
  readonly left: Ref<HTMLDivElement>;
  readonly right: Ref<HTMLDivElement>;
}) {
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
