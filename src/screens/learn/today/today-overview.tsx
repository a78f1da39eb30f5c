import '../../../messages/later';
import { useMemo, useState } from 'react';
import { cardsOf, siteOfCard } from '../../../learn/cards';
import type { CardId } from '../../../learn/review';
import { queueOf, type Schedule, scheduleOf, scheduler } from '../../../learn/schedule';
import { t } from '../../../messages/translate';
import { mapOf } from '../../../protocol/maps';
import { dueText } from '../../../state/learn/due-text';
import { Button } from '../../../ui/button';
import { useSettings } from '../../services';
import { LearnLink } from '../learn-link';
import { useLearning } from '../use-learning';
import { useNow } from '../use-now';
import styles from './today.module.css';

type Props = {
  readonly onFacts: (cards: readonly CardId[], schedule: Schedule) => void;
  readonly onSites: (cards: readonly CardId[]) => void;
};

const more = 10;

/** How much is due and how much new, or when the next is due. */
export function TodayOverview({ onFacts, onSites }: Props) {
  const { learning } = useLearning();
  const now = useNow();
  const [newToday, setNewToday] = useState<number>(scheduler.newPerDay);
  const map = useSettings((s) => s.map);
  const cards = useMemo(() => cardsOf(map), [map]);
  const schedule = useMemo(() => scheduleOf(learning?.reviews ?? [], now), [learning, now]);
  if (learning === null) return null;
  const { due, fresh, next } = queueOf(cards, schedule, now, newToday);
  const both = [...due, ...fresh];
  const facts = both.filter((card) => siteOfCard(card) === null);
  const sites = both.filter((card) => siteOfCard(card) !== null);
  const left = cards.some((card) => !schedule.has(card) && !fresh.includes(card));
  return (
    <section aria-labelledby="today-queue" className={styles['queue']}>
      <h2 id="today-queue">
        {both.length === 0 ? t('progress.nothingDue') : t('progress.queue', { due: due.length, fresh: fresh.length })}
      </h2>
      {both.length === 0 && (
        <p>{next === null ? t('progress.nothingEver') : t('progress.nextDue', { when: dueText(next, now) })}</p>
      )}
      <div className={styles['actions']}>
        {facts.length > 0 && (
          <Button
            tone="primary"
            size="large"
            onClick={() => {
              onFacts(facts, schedule);
            }}
          >
            {t('progress.answer', { n: facts.length })}
          </Button>
        )}
        {sites.length > 0 && (
          <Button
            tone={facts.length > 0 ? 'plain' : 'primary'}
            size="large"
            onClick={() => {
              onSites(sites);
            }}
          >
            {t('progress.place', { n: sites.length })}
          </Button>
        )}
        {both.length === 0 && left && (
          <Button
            size="large"
            onClick={() => {
              setNewToday(newToday + more);
            }}
          >
            {t('progress.more', { n: more })}
          </Button>
        )}
        {both.length === 0 && <LearnLink to="drills">{t('drill.name')}</LearnLink>}
        {both.length === 0 && <LearnLink to="progress">{t('progress.name')}</LearnLink>}
      </div>
      <p className={styles['how']}>
        {t('progress.how', {
          newPerDay: scheduler.newPerDay,
          library: `${scheduler.library} (${scheduler.version})`,
          retention: Math.round(100 * scheduler.retention),
        })}{' '}
        {t('progress.onMap', { map: mapOf(map).shortTitle })}
      </p>
    </section>
  );
}
