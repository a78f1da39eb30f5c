import '../../../messages/later';
import type { Reason } from '../../../learn/reasons';
import { nearMm } from '../../../learn/summary';
import { t } from '../../../messages/translate';
import type { SiteId } from '../../../protocol/words';
import { faultText, mmFigure, siteCode, siteInFull, sourcedText } from '../../../state/learn/exam-text';
import styles from './exam-results.module.css';

type Props = {
  /** The gravest first. */
  readonly reasons: readonly Reason[];
  readonly missed: readonly SiteId[];
  readonly selected: SiteId | null;
  readonly onSelect: (site: SiteId) => void;
};

/** More than three things at once are not learned. */
const most = 3;

/** What to fix: the rule that would have led there, and what goes wrong otherwise, each with who says so. */
export function Reasons({ reasons, missed, selected, onSelect }: Props) {
  const shown = reasons.slice(0, most);
  return (
    <section aria-labelledby="exam-to-fix" className={styles['part']}>
      <div className={styles['partHead']}>
        <h2 id="exam-to-fix">{t('exam.toFix')}</h2>
        <span>
          {t('exam.toFixOf', { shown: shown.length, more: reasons.length > shown.length ? reasons.length : 0 })}
        </span>
      </div>
      {reasons.length === 0 && missed.length === 0 && (
        <p className={styles['good']}>{t('exam.allGood', { mm: nearMm })}</p>
      )}
      {missed.length > 0 && <p>{t('exam.missedSites', { sites: missed.map(siteInFull).join(', ') })}</p>}
      <ol className={styles['reasons']}>
        {shown.map(({ pin, fault, rule, caution }) => (
          <li key={pin.site}>
            <p className={styles['off']}>
              {mmFigure(pin.mm)}
              <span> {t('exam.mmUnit')}</span>
            </p>
            <div>
              <button
                type="button"
                aria-pressed={pin.site === selected}
                onClick={() => {
                  onSelect(pin.site);
                }}
              >
                {siteCode(pin.site)} · {faultText({ pin, fault })}
              </button>
              <p>
                {rule.sentence} <small>{sourcedText(rule.sources, rule.evidence)}</small>
              </p>
              {caution !== null && (
                <p>
                  {caution.text} <small>{sourcedText(caution.sources, caution.evidence)}</small>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
