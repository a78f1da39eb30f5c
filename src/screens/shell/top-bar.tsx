import type { ReactNode } from 'react';
import { t } from '../../messages/translate';
import { type Screen, routeFragment, screens } from '../../state/route';
import { useTitle } from '../use-title';
import { Mark } from './mark';
import styles from './top-bar.module.css';

const labels = {
  chart: 'modes.chart',
  learn: 'modes.learn',
  preview: 'modes.preview',
  records: 'modes.records',
  settings: 'modes.settings',
} as const;

type Props = { readonly screen: Screen; readonly children?: ReactNode };

/** The bar above every screen: the mark, the modes, and what the screen puts at its end. */
export function TopBar({ screen, children }: Props) {
  useTitle(t(labels[screen]));
  return (
    <header className={styles['bar']}>
      <span className={styles['mark']}>
        <Mark />
        <span>{t('app.name')}</span>
      </span>
      <nav aria-label={t('modes.name')} className={styles['modes']}>
        {screens.map((mode) => (
          <a
            key={mode}
            href={routeFragment(mode === 'chart' ? { screen: 'chart', session: null } : { screen: mode })}
            aria-current={mode === screen ? 'page' : undefined}
          >
            {t(labels[mode])}
          </a>
        ))}
      </nav>
      <div className={styles['end']}>{children}</div>
    </header>
  );
}
