import '../../../messages/later';
import type { Progress } from '../../../learn/progress';
import { siteCard } from '../../../learn/cards';
import { t } from '../../../messages/translate';
import type { SiteId } from '../../../protocol/words';
import { dueText } from '../../../state/learn/due-text';
import { siteInFull } from '../../../state/learn/exam-text';
import styles from './progress.module.css';

type Props = {
  readonly progress: Progress;
  readonly now: string;
  readonly selected: SiteId | null;
  readonly onSelect: (site: SiteId) => void;
};

/** The same by site: what the head shows, in words. To choose one turns the head to it. */
export function SiteList({ progress, now, selected, onSelect }: Props) {
  return (
    <details className={styles['sites']} open={selected !== null || undefined}>
      <summary>{t('progress.bySite')}</summary>
      <ul>
        {progress.sites.map(({ site, standing, recalled, lastMm }) => {
          const due = progress.schedule.get(siteCard(progress.map, site))?.due;
          const isDue = due !== undefined && Date.parse(due) <= Date.parse(now);
          const told = [
            t(`progress.standing.${standing}`),
            ...(recalled === null ? [] : [t('progress.recalledShare', { percent: Math.round(100 * recalled) })]),
            ...(lastMm === null ? [] : [t('progress.last', { mm: lastMm.toFixed(1) })]),
            ...(due === undefined
              ? []
              : [isDue ? t('progress.dueNow') : t('progress.due', { when: dueText(due, now) })]),
          ];
          return (
            <li key={site}>
              <button
                type="button"
                aria-pressed={site === selected}
                onClick={() => {
                  onSelect(site);
                }}
              >
                <b>{siteInFull(site)}</b>
                <span className={styles['quiet']}>{told.join(' · ')}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
