import '../../../../messages/later';
import { Printer } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { t } from '../../../../messages/translate';
import { chartSummary } from '../../../../state/outcomes/course-headline';
import { chartOf, courseView } from '../../../../state/outcomes/course-view';
import { printedLine } from '../../../../state/outcomes/course-print-text';
import { routeFragment } from '../../../../state/route';
import { Button } from '../../../../ui/button';
import { useServices } from '../../../services';
import { useToldPrint } from '../../../use-told-print';
import type { PatientPartProps } from '../part-props';
import parts from '../parts.module.css';
import { RuleChoice } from '../rule-choice';
import { ScoresSection } from '../scores/scores-section';
import { CourseChart } from './course-chart';
import { CyclesTable } from './cycles-table';
import { ResponseCard } from './response-card';
import styles from './course-part.module.css';
import { WearOffSection } from './wear-off-section';
import { WindowsTable } from './windows-table';

/** Does it work? The diary in windows of 28 days, cut at the treatments, by the rule that was chosen for the patient. */
export function CoursePart({ kit, book, open, sessions, unread }: PatientPartProps) {
  const { signing, version } = useServices();
  const [now] = useState(kit.now);
  const { file, diary } = open;
  const view = useMemo(() => courseView({ file, diary, sessions, unread, now }), [file, diary, sessions, unread, now]);
  const chart = useMemo(() => chartOf(view), [view]);
  const tell = useCallback(
    async () => (await signing()).log.append({ kind: 'patient-printed', patient: book.patient, part: 'course' }),
    [signing, book.patient],
  );
  const printIt = useToldPrint(tell);
  return (
    <div className={styles['part']}>
      <div className={styles['tools']}>
        <RuleChoice book={book} open={open} />
        <Button icon={<Printer size={17} aria-hidden="true" />} onClick={printIt}>
          {t('course.print')}
        </Button>
      </div>
      <ResponseCard view={view} scores={file.scores} />
      {view.windows.length === 0 ? (
        <section className={parts['card']}>
          <h2>{t('course.nothing')}</h2>
          <p>{t('course.nothingHow')}</p>
          <a
            className={styles['link']}
            href={routeFragment({ screen: 'patient', patient: book.patient, part: 'diary' })}
          >
            {t('course.openDiary')}
          </a>
        </section>
      ) : (
        <>
          <div className={parts['card']}>
            <CourseChart chart={chart} summary={chartSummary(view)} />
          </div>
          <CyclesTable view={view} />
          <WindowsTable view={view} />
          <WearOffSection view={view} />
        </>
      )}
      <ScoresSection kit={kit} book={book} open={open} />
      <p className={styles['made']}>{printedLine(now, version)}</p>
    </div>
  );
}
