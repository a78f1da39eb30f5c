import '../../messages/later';
import { type ComponentType, lazy, Suspense } from 'react';
import { t } from '../../messages/translate';
import type { LearnPart } from '../../state/route';
import { TopBar } from '../shell/top-bar';
import { LearnHome } from './learn-home';
import { LearnLink } from './learn-link';
import type { PartProps } from './part-props';
import { useHeadingAfter } from './use-heading-after';
import styles from './learn-screen.module.css';

type Module = { readonly default: ComponentType<PartProps> };
const part = (load: () => Promise<ComponentType<PartProps>>): ComponentType<PartProps> =>
  lazy(async (): Promise<Module> => ({ default: await load() }));

const parts: Readonly<Record<LearnPart, ComponentType<PartProps>>> = {
  tour: part(async () => (await import('./tour/tour-part')).TourPart),
  exam: part(async () => (await import('./exam/exam-part')).ExamPart),
  drills: part(async () => (await import('./drills/drills-part')).DrillsPart),
  today: part(async () => (await import('./today/today-part')).TodayPart),
  progress: part(async () => (await import('./progress/progress-part')).ProgressPart),
  assessment: part(async () => (await import('./assessment/assessment-part')).AssessmentPart),
  class: part(async () => (await import('./class/class-part')).ClassPart),
  'dry-run': part(async () => (await import('./dry-run/dry-run-part')).DryRunPart),
};

/** It fills the bar with the session that is charted. */
const hasOwnBar = (part: LearnPart | null): boolean => part === 'dry-run';

type Props = { readonly part: LearnPart | null; readonly at: string | null };

/** Learn: one part at a time, each fetched when it is opened. */
export function LearnScreen({ part: shown, at }: Props) {
  const Part = shown === null ? null : parts[shown];
  const bar = <TopBar screen="learn">{shown !== null && <LearnLink to={null}>{t('learn.back')}</LearnLink>}</TopBar>;
  const own = hasOwnBar(shown);
  const home = useHeadingAfter(shown !== null);
  return (
    <div className={styles['screen']}>
      {!own && bar}
      <Suspense
        fallback={
          <>
            {own && bar}
            <p className={styles['loading']}>{t('app.loading')}</p>
          </>
        }
      >
        {Part === null ? <LearnHome heading={home} /> : <Part key={shown} at={at} />}
      </Suspense>
    </div>
  );
}
