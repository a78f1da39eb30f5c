import '../../../messages/later';
import { CircleAlert, CircleCheck, CircleDot } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../../../messages/translate';
import { sources } from '../../../protocol/sources';
import { caseAfter } from '../../../state/training/cases';
import type { DebriefLine, Statement, Verdict } from '../../../state/training/debrief-line';
import type { EndedRun } from '../../../state/training/training-kit';
import { nameOf } from '../../../state/training/training-text';
import { Button } from '../../../ui/button';
import page from '../../shell/page.module.css';
import { LearnLink } from '../learn-link';
import { DebriefMuscles } from './debrief-muscles';
import styles from './debrief-page.module.css';

type Props = { readonly ended: EndedRun; readonly onAgain: () => void; readonly onLeave: () => void };

/** What is to be done otherwise comes first, then what was done another way, then what was right. */
const order: readonly Verdict[] = ['missed', 'differs', 'right'];
const icons = { missed: CircleAlert, differs: CircleDot, right: CircleCheck } as const;

/** A dry run held against the model answer, each point with its rule and where the rule stands. */
export function DebriefPage({ ended, onAgain, onLeave }: Props) {
  const { debrief, refused } = ended;
  const { counts, lines, tookMs } = debrief;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <main className={page['page']}>
      <h1 ref={title} tabIndex={-1} className={styles['title']}>
        {t('training.debriefOf', { name: nameOf(ended.case.id) })}
      </h1>
      <div className={styles['score']}>
        <p>
          <strong>{counts.right}</strong>
          <span>{t('training.score', { all: lines.length })}</span>
        </p>
        <p className={styles['counts']}>
          {t('training.counts', { differs: counts.differs, missed: counts.missed })}{' '}
          {t('training.took', { time: minutes(tookMs) })}
        </p>
      </div>
      {order.map((verdict) => (
        <Lines key={verdict} verdict={verdict} lines={lines.filter((one) => one.verdict === verdict)} />
      ))}
      <DebriefMuscles muscles={debrief.muscles} />
      <section className={page['card']} aria-label={t('training.refused')}>
        <h2>{t('training.refused')}</h2>
        {refused.length === 0 ? (
          <p>{t('training.refusedNone')}</p>
        ) : (
          <ul className={styles['refused']}>
            {refused.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </section>
      <Sources lines={lines} />
      <p className={styles['limit']}>{t('training.limit')}</p>
      <div className={styles['buttons']}>
        <Button onClick={onLeave}>{t('training.all')}</Button>
        <Button onClick={onAgain}>{t('training.again')}</Button>
        <LearnLink to="dry-run" at={caseAfter(ended.case.id)}>
          {t('training.next')}
        </LearnLink>
      </div>
    </main>
  );
}

function Lines({ verdict, lines }: { readonly verdict: Verdict; readonly lines: readonly DebriefLine[] }) {
  const Icon = icons[verdict];
  if (lines.length === 0) return null;
  return (
    <section className={page['card']} aria-label={t(`training.lines.${verdict}`)} data-verdict={verdict}>
      <h2 className={styles['heading']} data-verdict={verdict}>
        {t(`training.lines.${verdict}`)}
      </h2>
      <ul className={styles['lines']}>
        {lines.map(({ id, what, why }) => (
          <li key={id}>
            <Icon size={18} aria-hidden="true" className={styles['icon']} data-verdict={verdict} />
            <div>
              <p className={styles['what']}>{what}</p>
              {why.map((one) => (
                <p key={one.text} className={styles['why']}>
                  {one.text} <span>{sourceOf(one)}</span>
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands behind the numbers, of the sources that are named above. */
function Sources({ lines }: { readonly lines: readonly DebriefLine[] }) {
  const named = new Set(lines.flatMap(({ why }) => why.flatMap(({ cited }) => cited?.sources ?? [])));
  return (
    <details className={styles['sources']}>
      <summary>{t('training.sources')}</summary>
      <ul>
        {[...named].sort().map((id) => (
          <li key={id}>{t('training.sourceOf', { id, title: sources[id].title })}</li>
        ))}
      </ul>
    </details>
  );
}

/** "S2, S5", "S26 (weak source)", "no source named (awaiting clinical sign-off)", or that it is a convention. */
function sourceOf({ cited }: Statement): string {
  if (cited === null) return t('training.convention');
  const { evidence } = cited;
  const named = cited.sources.join(', ');
  if (evidence === 'confirmed') return named;
  const grade = evidence === 'weak' ? t('evidence.weak') : t('zones.signOff');
  return named === '' ? t('training.noSource', { grade }) : t('training.graded', { sources: named, grade });
}

/** "4:07": minutes and seconds. */
function minutes(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
