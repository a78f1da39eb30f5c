import '../../../messages/later';
import { factCards, factsOf } from '../../../learn/cards';
import { topics } from '../../../learn/questions/question';
import { scheduleOf, standingOf } from '../../../learn/schedule';
import { t } from '../../../messages/translate';
import { routeFragment } from '../../../state/route';
import { useLearning } from '../use-learning';
import { KnownBar } from '../known-bar';
import styles from './topic-list.module.css';

/** What a drill can be about, each with how much of it is known. */
export function TopicList() {
  const { learning, desk } = useLearning();
  const now = desk.now();
  const schedule = scheduleOf(learning?.reviews ?? [], now);
  return (
    <ul aria-label={t('drill.topics')} className={styles['topics']}>
      {(['mixed', ...topics] as const).map((topic) => {
        const of = topic === 'mixed' ? factCards : factsOf(topic).map(({ id }) => id);
        const known = of.filter((card) => standingOf(schedule, card, now) === 'known').length;
        const begun = of.filter((card) => schedule.has(card)).length - known;
        return (
          <li key={topic}>
            <a href={routeFragment({ screen: 'learn', part: 'drills', at: topic })} data-mixed={topic === 'mixed'}>
              <b>{t(`drill.topic.${topic}`)}</b>
              <span>{t('progress.ofKnown', { known, of: of.length })}</span>
              <KnownBar known={known} learning={begun} of={of.length} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
