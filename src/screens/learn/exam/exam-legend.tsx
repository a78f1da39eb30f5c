import '../../../messages/later';
import { t } from '../../../messages/translate';
import { nearMm } from '../../../learn/summary';
import { ExamGlyph } from '../../../scene/learn/exam-marks';
import { useTheme } from '../../services';
import styles from './exam-legend.module.css';

type Item = 'pin' | 'truth' | 'shown' | 'near' | 'far';

/** What the marks mean; of those that are there. */
export function ExamLegend({ items }: { readonly items: readonly Item[] }) {
  const theme = useTheme();
  return (
    <ul aria-label={t('map.legend')} className={styles['legend']}>
      {items.map((item) => (
        <li key={item}>
          {item === 'near' || item === 'far' ? (
            <svg width={26} height={4} aria-hidden="true" focusable="false" className={styles[item]}>
              <path d="M1 2H25" />
            </svg>
          ) : (
            <ExamGlyph of={item === 'pin' ? 'pin' : 'truth'} theme={theme} size={18} />
          )}
          {t(`exam.legend.${item}`, { mm: nearMm })}
        </li>
      ))}
    </ul>
  );
}
