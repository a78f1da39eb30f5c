import '../../../messages/later';
import { ArrowRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PlacementTask } from '../../../learn/exam';
import { reasonsFor } from '../../../learn/reasons';
import { nearMm, summarize } from '../../../learn/summary';
import { t } from '../../../messages/translate';
import { muscles } from '../../../protocol/paradigm';
import type { SiteId } from '../../../protocol/words';
import { type ExamChoice, type ExamStage, presetHeads } from '../../../state/learn/exam-run';
import { clockText, mmFigure } from '../../../state/learn/exam-text';
import { dayText } from '../../../state/learn/exam-day';
import { storeErrorText } from '../../../state/refusal-text';
import { Button } from '../../../ui/button';
import { useServices } from '../../services';
import frame from './exam-frame.module.css';
import styles from './exam-results.module.css';
import { ResultsMap } from './results-map';
import { Reasons } from './results-reasons';
import { SafetyLines } from './results-safety';
import { Strips } from './results-strips';
import { SiteTable } from './results-table';

type Props = {
  readonly result: Extract<ExamStage, { readonly kind: 'results' }>;
  readonly onAgain: (task: PlacementTask, sites: readonly SiteId[]) => void;
  readonly onStart: (choice: ExamChoice) => void;
  readonly onChoose: () => void;
  /** What leads on from here, where the sites were not chosen as an exam: then no next muscle is offered. */
  readonly onwards?: string;
};

/** How it went: the score, each pin against its site, and what would have led there. */
export function ExamResults({ result: { score, earlier, notKept }, onAgain, onStart, onChoose, onwards }: Props) {
  const [selected, setSelected] = useState<SiteId | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  const summary = useMemo(() => summarize(score), [score]);
  const reasons = useMemo(() => reasonsFor(score, Number.POSITIVE_INFINITY), [score]);
  const again = [...score.missed, ...reasons.map(({ pin }) => pin.site)];
  const head = useHeadName(score.task.head);
  const next = onwards === undefined ? nextOf(score.task) : null;
  return (
    <main className={frame['frame']}>
      <ResultsMap score={score} selected={selected} onSelect={setSelected} />
      <section aria-label={t('exam.results')} className={frame['panel']}>
        <div className={`${frame['body'] ?? ''} ${styles['body'] ?? ''}`}>
          <header>
            <h1
              ref={heading}
              tabIndex={-1}
              className={styles['score']}
              aria-label={t('exam.scoreIn', { near: summary.near, of: summary.of, mm: nearMm })}
            >
              <b>{summary.near}</b> {t('exam.score', { of: summary.of, mm: nearMm })}
            </h1>
            <p className={styles['quiet']}>
              {comparedText(summary, earlier)}. {head !== undefined && t('exam.onHead', { head })}
            </p>
            {notKept !== null && (
              <p role="alert" className={styles['alert']}>
                {t('exam.notKept', { why: storeErrorText(notKept) })}
              </p>
            )}
          </header>
          <dl className={styles['figures']}>
            <div>
              <dt>{t('exam.mean')}</dt>
              <dd>{summary.meanMm === null ? t('exam.none') : t('exam.mm', { mm: mmFigure(summary.meanMm) })}</dd>
            </div>
            <div>
              <dt>{t('exam.worst')}</dt>
              <dd>{summary.worst === null ? t('exam.none') : t('exam.mm', { mm: mmFigure(summary.worst.mm) })}</dd>
            </div>
            <div>
              <dt>{t('exam.time')}</dt>
              <dd>{clockText(score.tookMs)}</dd>
            </div>
          </dl>
          <Strips byMuscle={summary.byMuscle} />
          <Reasons reasons={reasons} missed={score.missed} selected={selected} onSelect={setSelected} />
          <SafetyLines summary={summary} />
          <SiteTable score={score} selected={selected} onSelect={setSelected} />
        </div>
        <footer className={`${frame['foot'] ?? ''} ${styles['foot'] ?? ''}`}>
          <p className={styles['quiet']}>{t('exam.model')}</p>
          <div className={styles['buttons']}>
            {again.length > 0 && (
              <Button
                size="large"
                onClick={() => {
                  onAgain(score.task, again);
                }}
              >
                {t('exam.again', { n: again.length })}
              </Button>
            )}
            {next === null ? (
              <Button tone="primary" size="large" onClick={onChoose}>
                {onwards ?? t('exam.choose')}
              </Button>
            ) : (
              <Button
                tone="primary"
                size="large"
                onClick={() => {
                  onStart(next);
                }}
              >
                {t('exam.next', { muscle: muscles.find(({ id }) => id === next.muscles[0])?.name ?? '' })}
                <ArrowRight size={17} aria-hidden="true" />
              </Button>
            )}
            {next !== null && (
              <Button tone="quiet" size="large" onClick={onChoose}>
                {t('exam.choose')}
              </Button>
            )}
          </div>
        </footer>
      </section>
    </main>
  );
}

/** A head that can be preset, by its name: a surprise is told now. */
function useHeadName(variant: string): string | undefined {
  const { heads } = useServices();
  const preset = useMemo(() => presetHeads(heads).find(({ head }) => head === variant), [heads, variant]);
  return preset === undefined ? undefined : t(`head.preset.${preset.population}`, { percentile: preset.percentile });
}

function comparedText({ near }: { readonly near: number }, earlier: Props['result']['earlier']): string {
  if (earlier === null) return t('exam.first');
  const values = { near: earlier.near, of: earlier.of, day: dayText(earlier.at) };
  return t(near > earlier.near ? 'exam.up' : near < earlier.near ? 'exam.down' : 'exam.same', values);
}

/** The muscle that comes next in the protocol, on the same sides; null after the last and where all were asked. */
function nextOf({ map, head, groups }: PlacementTask): ExamChoice | null {
  const last = muscles.findLastIndex(({ id }) => groups.some(({ muscle }) => muscle === id));
  const next = muscles[last + 1];
  if (next === undefined) return null;
  const sides = new Set(groups.map(({ side }) => side));
  const side = sides.has('left') === sides.has('right') ? 'both' : sides.has('left') ? 'left' : 'right';
  return { map, head, muscles: [next.id], side, count: null };
}
