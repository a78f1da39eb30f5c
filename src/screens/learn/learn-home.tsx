import '../../messages/later';
import { type RefObject, useMemo } from 'react';
import { cardsOf } from '../../learn/cards';
import { meanOf, placedOn, progressOf } from '../../learn/progress';
import { daysInARow, queueOf } from '../../learn/schedule';
import { t } from '../../messages/translate';
import { firstMuscle, isThrough } from '../../learn/tour';
import { mapOf } from '../../protocol/maps';
import { dayText } from '../../state/learn/exam-day';
import { todayHint } from '../../state/learn/due-text';
import { type LearnPart, learnParts, routeFragment } from '../../state/route';
import { muscleName } from '../../state/site-text';
import { useSettings } from '../services';
import page from '../shell/page.module.css';
import { useTitle } from '../use-title';
import { KnownBar } from './known-bar';
import styles from './learn-home.module.css';
import { LearnLink } from './learn-link';
import { NotKept } from './not-kept';
import { useLearning } from './use-learning';
import { useNow } from './use-now';

/** All that there is to do in Learn, what is due today first. */
export function LearnHome({ heading }: { readonly heading: RefObject<HTMLHeadingElement | null> }) {
  useTitle(t('learn.title'));
  return (
    <main className={page['page']}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {t('learn.title')}
        </h1>
        <p className={page['hint']}>{t('learn.intro')}</p>
      </div>
      <NotKept />
      <Now />
      <ul aria-label={t('learn.parts')} className={styles['parts']}>
        {learnParts.map((part) => (
          <li key={part}>
            <a href={routeFragment({ screen: 'learn', part })}>
              <b>{t(`learn.part.${part}`)}</b>
              <span>{t(`learn.part.${part}.hint`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** The one thing to do now, and how far one is. */
function Now() {
  const { learning } = useLearning();
  const now = useNow();
  const map = useSettings((s) => s.map);
  const progress = useMemo(() => (learning === null ? null : progressOf(learning, map, now)), [learning, map, now]);
  if (learning === null || progress === null) return <div className={styles['now']} data-empty />;
  const { due, fresh, next } = queueOf(cardsOf(map), progress.schedule, now);
  const { tour, placements, reviews } = learning;
  const begun = reviews.length > 0 || tour.at !== null || tour.done.length > 0;
  const waits = due.length + fresh.length;
  const last = placedOn(placements, map, now).at(-1);
  const mean = last === undefined ? null : meanOf(last.sites.flatMap(({ mm }) => mm ?? []));
  const row = daysInARow(reviews, now);
  const first: LearnPart = begun ? (waits > 0 ? 'today' : 'drills') : 'tour';
  return (
    <section aria-labelledby="learn-now" className={styles['now']}>
      <div className={styles['what']}>
        <h2 id="learn-now">
          {!begun
            ? t('learn.now.begin')
            : waits > 0
              ? t('progress.queue', { due: due.length, fresh: fresh.length })
              : t('progress.nothingDue')}
        </h2>
        <p>{begun ? todayHint({ due: due.length, fresh: fresh.length, next }, now) : t('learn.now.beginHint')}</p>
        <div className={styles['actions']}>
          <a className={styles['primary']} href={routeFragment({ screen: 'learn', part: first })}>
            {t(`learn.now.${first}`)}
          </a>
          {begun && isThrough(tour) && (
            <LearnLink to="tour" at={firstMuscle}>
              {t('learn.now.lookAgain')}
            </LearnLink>
          )}
          {begun && !isThrough(tour) && tour.at !== null && (
            <LearnLink to="tour" at={tour.at.muscle}>
              {t('learn.now.resume', { muscle: muscleName(tour.at.muscle) })}
            </LearnLink>
          )}
          {!begun && <LearnLink to="today">{t('learn.now.today')}</LearnLink>}
        </div>
      </div>
      <div className={styles['far']}>
        <p>
          <b>{progress.all.known}</b> {t('progress.of', { of: progress.all.of })}
        </p>
        <KnownBar {...progress.all} />
        <p>{t('progress.onMap', { map: mapOf(map).shortTitle })}</p>
        {last !== undefined && mean !== null && (
          <p>{t('learn.now.last', { mm: mean.toFixed(1), n: last.sites.length, day: dayText(last.at) })}</p>
        )}
        {row > 1 && <p>{t('learn.now.inARow', { n: row })}</p>}
      </div>
    </section>
  );
}
