import '../../messages/later';
import { Clock } from 'lucide-react';
import { useMemo } from 'react';
import { t } from '../../messages/translate';
import type { ListedSession } from '../../record/listing';
import { chartSummary, headlines } from '../../state/outcomes/course-headline';
import { ruleName } from '../../state/outcomes/course-response-text';
import { withheldText } from '../../state/outcomes/course-sessions';
import { chartOf, type CourseView, courseView, hasDiary } from '../../state/outcomes/course-view';
import { wearOffText } from '../../state/outcomes/course-wear-off-text';
import type { PatientFile } from '../../outcomes/patient-file';
import { routeFragment } from '../../state/route';
import { useBook, useOutcomes } from '../use-book';
import styles from './compare-screen.module.css';
import { CourseChart } from './patient/course/course-chart';
import { HeadlineList } from './patient/course/headline-list';

type Props = {
  readonly patient: string;
  readonly sessions: readonly ListedSession[];
  /** Records of the store that do not say whose they are. */
  readonly unread: number;
};

/** What the diary says of the sessions; null where there is none, or while it is being read. */
function useCourse({
  patient,
  sessions,
  unread,
}: Props): { readonly file: PatientFile; readonly view: CourseView } | null {
  const kit = useOutcomes();
  const { state } = useBook(patient);
  return useMemo(() => {
    if (kit === null || state.kind !== 'open' || !hasDiary(state.diary)) return null;
    const { file, diary } = state;
    return { file, view: courseView({ file, diary, sessions, unread, now: kit.now() }) };
  }, [kit, state, sessions, unread]);
}

/** Headache days beside what was injected: baseline to now. Arithmetic, not a cause; nothing where there is no diary. */
export function CompareResponse({ patient, sessions, unread }: Props) {
  const course = useCourse({ patient, sessions, unread });
  if (course === null) return null;
  const { file, view } = course;
  const figures = headlines(view, file.scores);
  const wear = wearOffText(view.wearOff);
  const withheld = withheldText(view);
  return (
    <section aria-labelledby="comparison-response" className={styles['response']}>
      <h2 id="comparison-response">{t('response.title')}</h2>
      {figures.length === 0 && <p className={styles['hint']}>{t('response.noneYet')}</p>}
      <HeadlineList headlines={figures} as="column" />
      <p className={styles['arithmetic']}>
        <Clock size={18} aria-hidden="true" />
        <span>
          {[...(withheld?.lines ?? []), ...(wear === null ? [] : [`${wear.title}.`]), t('response.arithmetic')].join(
            ' ',
          )}
        </span>
      </p>
      <p className={styles['fine']}>
        {view.rule === null ? t('ruleset.noneYet') : t('response.countedBy', { rule: ruleName(view.rule.id) })}{' '}
        <a href={routeFragment({ screen: 'patient', patient, part: 'course' })}>{t('response.all')}</a>
      </p>
    </section>
  );
}

type CourseProps = Props & { readonly chosen: readonly [string, string] };

/** The chart of headache days, with the compared sessions filled dark; nothing where there is no diary. */
export function CompareCourse({ patient, sessions, unread, chosen: [one, other] }: CourseProps) {
  const course = useCourse({ patient, sessions, unread });
  const chart = useMemo(() => (course === null ? null : chartOf(course.view, [one, other])), [course, one, other]);
  if (course === null || chart === null || chart.windows.length === 0) return null;
  return (
    <div className={styles['lower']}>
      <CourseChart chart={chart} summary={chartSummary(course.view)} />
    </div>
  );
}
