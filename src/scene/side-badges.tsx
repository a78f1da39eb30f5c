import { memo } from 'react';
import { t } from '../messages/translate';
import styles from './injection-map.module.css';
import type { SideBoard } from './side-board';

/**
 * The patient's left and right, written out where they are, and a head seen from above that turns as the view does. Drawn
 * once: a badge that is let go of and taken again would be measured again.
 */
export const SideBadges = memo(function SideBadges({ board }: { readonly board: SideBoard }) {
  return (
    <>
      <div ref={(element) => board.attach('compass', element)} className={styles['compass']}>
        <svg viewBox="-32 -32 64 64" width="64" height="64" aria-hidden="true" focusable="false">
          <path className={styles['viewer']} d="M-4.5 31.5L0 27.5L4.5 31.5Z" />
          <g data-turn="head" className={styles['compassHead']}>
            <path d="M-2.4 11L0 15.6L2.4 11" />
            <path d="M0 -12.6C6.9 -12.6 10 -7 10 -1.2C10 6.4 6.2 11.8 0 11.8C-6.2 11.8 -10 6.4 -10 -1.2C-10 -7 -6.9 -12.6 0 -12.6Z" />
            <path d="M10 -2.6C12.1 -3.4 12.6 1 10.4 2.6M-10 -2.6C-12.1 -3.4 -12.6 1 -10.4 2.6" />
          </g>
          <text data-turn="left" textAnchor="middle" dominantBaseline="central">
            {t('side.shortLeft')}
          </text>
          <text data-turn="right" textAnchor="middle" dominantBaseline="central">
            {t('side.shortRight')}
          </text>
        </svg>
      </div>
      {(['left', 'right'] as const).map((side) => (
        <div key={side} ref={(element) => board.attach(side, element)} className={styles['side']} data-at="hidden">
          <b>{t(side === 'left' ? 'side.shortLeft' : 'side.shortRight')}</b>
          <span data-when="edge">{t(side === 'left' ? 'side.patientLeft' : 'side.patientRight')}</span>
          <span data-when="facing">{t(side === 'left' ? 'side.leftFaces' : 'side.rightFaces')}</span>
        </div>
      ))}
    </>
  );
});
