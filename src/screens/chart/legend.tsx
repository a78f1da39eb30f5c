import { t } from '../../messages/translate';
import { SiteGlyph } from '../../scene/site-glyph';
import { useTheme } from '../services';
import styles from './legend.module.css';

const items = [
  ['planned', false, 'map.legendPlanned'],
  ['given', false, 'map.legendGiven'],
  ['next', false, 'map.legendNext'],
  ['planned', true, 'map.legendExtra'],
  ['moved', false, 'map.legendMoved'],
  ['skipped', false, 'map.legendSkipped'],
  ['behind', false, 'map.legendBehind'],
] as const;

/** What the shapes mean. */
export function Legend() {
  const theme = useTheme();
  return (
    <ul aria-label={t('map.legend')} className={styles['legend']}>
      {items.map(([state, ftp, key]) => (
        <li key={key}>
          <SiteGlyph state={state} ftp={ftp} theme={theme} size={18} />
          {t(key)}
        </li>
      ))}
    </ul>
  );
}
