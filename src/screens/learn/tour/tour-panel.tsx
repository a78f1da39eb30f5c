import '../../../messages/later';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { t } from '../../../messages/translate';
import type { Statement } from '../../../learn/statements';
import { zonesBeside } from '../../../learn/statements-hazards';
import { minutesOf, nextStep, stepBefore, type TourChapter, type TourStep, tourOf } from '../../../learn/tour';
import type { ZoneId } from '../../../protocol/danger-zone';
import { zoneOf } from '../../../protocol/danger-zones';
import { mapOf } from '../../../protocol/maps';
import { fixedSiteCount, muscleOf, muscles } from '../../../protocol/paradigm';
import { routeFragment } from '../../../state/route';
import { placeOfMuscles } from '../../../state/learn/exam-muscles';
import type { TourDesk } from '../../../state/learn/tour-desk';
import { legText, stepTitle } from '../../../state/learn/tour-text';
import { Button } from '../../../ui/button';
import { useServices } from '../../services';
import { TourChapters } from './tour-chapters';
import { TourOptions } from './tour-options';
import styles from './tour-panel.module.css';
import { TourParadigm, TourStatements } from './tour-statements';
import type { Walk } from './use-walk';

type Props = {
  readonly desk: TourDesk;
  readonly chapter: TourChapter;
  readonly step: TourStep;
  readonly walk: Walk;
  readonly zone: ZoneId | null;
  readonly onZone: (zone: ZoneId) => void;
};

/** What is told at a step, and the way on and back. The title takes the focus of who steps, so that it is read out. */
export function TourPanel({ desk, chapter, step, walk, zone, onZone }: Props) {
  const { at, map, done } = useStore(desk.store);
  const { smallScreen } = useServices();
  const { muscle } = chapter;
  const tour = tourOf(map);
  const n = chapter.steps.indexOf(step) + 1;
  const title = useRef<HTMLHeadingElement>(null);
  const scrolled = useRef<HTMLDivElement>(null);
  const key = `${muscle} ${step.id}`;
  const seen = useRef(key);
  useEffect(() => {
    if (seen.current === key) return;
    seen.current = key;
    // On a phone there is room for the step alone: what stands above it is a stroke away.
    if (smallScreen) title.current?.scrollIntoView({ block: 'start' });
    else scrolled.current?.scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, [key, smallScreen]);

  const next = nextStep(tour, at);
  const before = stepBefore(tour, at);
  const alone = muscleOf(muscle).fixed.left + muscleOf(muscle).fixed.midline === 1;
  /** The address names the muscle, so that it can be kept and sent. */
  const moved = (go: () => void): void => {
    go();
    const to = desk.store.getState().at.muscle;
    if (to !== muscle) location.replace(routeFragment({ screen: 'learn', part: 'tour', at: to }));
  };
  const ended = next === null && done.includes(muscle);
  // The button that ended it is gone: what is said in its place takes the focus. Who comes back to an end gets its title.
  const said = useRef<HTMLParagraphElement>(null);
  const shown = useRef({ key, ended });
  useEffect(() => {
    const before = shown.current;
    shown.current = { key, ended };
    if (ended && !before.ended && before.key === key) said.current?.focus();
  }, [key, ended]);
  const learned = placeOfMuscles(done);

  return (
    <section aria-label={t('tour.name')} className={styles['panel']}>
      <div ref={scrolled} className={styles['told']}>
        <TourChapters muscle={muscle} done={done} />
        <div className={styles['head']}>
          <h1>{muscleOf(muscle).name}</h1>
          <span>
            {t('tour.stepOf', { n, of: chapter.steps.length })} ·{' '}
            {t('tour.minutes', { n: Math.round(minutesOf(chapter)) })}
          </span>
          <progress
            aria-label={t('tour.progress', { muscle: muscleOf(muscle).name })}
            max={chapter.steps.length}
            value={n}
          />
        </div>
        <TourOptions desk={desk} paired={fixedSiteCount(muscleOf(muscle)) > 1} />
        <h2 ref={title} tabIndex={-1}>
          {stepTitle(step, alone)}
        </h2>
        {before === null && <TourParadigm />}
        {step.find !== null && <Leg walk={walk} at={step.find.leg} />}
        {step.zones && zonesBeside[muscle].length > 0 && (
          <fieldset className={styles['zones']}>
            <legend>{t('tour.zones')}</legend>
            {zonesBeside[muscle].map((id) => (
              <button key={id} type="button" aria-pressed={id === zone} onClick={() => onZone(id)}>
                {zoneOf(id).name}
              </button>
            ))}
          </fieldset>
        )}
        <TourStatements statements={shownAt(chapter, step)} />
        {step.kind === 'needle' && <Drawing of={mapOf(map).sites[muscle][0]?.needle.pose.chosen?.drawing} />}
      </div>
      <div className={styles['foot']}>
        {ended && (
          <p ref={said} tabIndex={-1} role="status">
            {t('tour.finished', { n: done.length, of: muscles.length })}
          </p>
        )}
        <Button
          size="large"
          wide
          icon={<ArrowLeft size={17} aria-hidden="true" />}
          disabled={before === null}
          onClick={() => moved(desk.back)}
        >
          {t('tour.back')}
        </Button>
        {ended ? (
          <a
            className={styles['exam']}
            href={routeFragment({ screen: 'learn', part: 'exam', ...(learned === undefined ? {} : { at: learned }) })}
          >
            {t('exam.name')}
            <ArrowRight size={17} aria-hidden="true" />
          </a>
        ) : (
          <Button tone="primary" size="large" wide onClick={() => moved(desk.next)}>
            {next === null
              ? t('tour.finish')
              : next.muscle === muscle
                ? t('tour.next')
                : t('tour.nextMuscle', { muscle: muscleOf(next.muscle).name })}
            <ArrowRight size={17} aria-hidden="true" />
          </Button>
        )}
      </div>
    </section>
  );
}

/** What is said of the picture of the needle, apart from what is told of the patient. */
const Drawing = ({ of }: { readonly of: string | undefined }) =>
  of === undefined ? null : <p className={styles['drawing']}>{t('tour.drawing', { text: of })}</p>;

/** The rule stays in sight over all of its legs. */
function shownAt({ steps }: TourChapter, { find, statements }: TourStep): readonly Statement[] {
  if (find === null || find.leg === 0) return statements;
  const first = steps.find((step) => step.find?.ordinal === find.ordinal);
  return [...(first?.statements.slice(0, 1) ?? []), ...statements];
}

/** A leg of the rule in words. Its length is this head's, and said to be. */
function Leg({ walk, at }: { readonly walk: Walk; readonly at: number }) {
  if (walk === 'asking') return <p className={styles['leg']}>{t('app.loading')}</p>;
  const leg = walk === 'none' ? undefined : walk.legs[at];
  if (leg === undefined) return <p className={styles['leg']}>{t('tour.noWalk')}</p>;
  return (
    <div className={styles['leg']}>
      <p>{legText(leg)}</p>
      <small>{t('tour.model')}</small>
    </div>
  );
}
