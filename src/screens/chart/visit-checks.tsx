import '../../messages/later';
import { ListChecks, MessageSquarePlus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { type SafetyCheck, safetyChecks } from '../../protocol/safety-checks';
import { ok } from '../../protocol/words';
import type { Session } from '../../record/session';
import { type Answer, answerTo, type CheckAnswer, type Visit, visitOf } from '../../record/visit';
import { answerCheck, reviewUnchanged } from '../../record/visit-commands';
import type { LastVisit } from '../../state/last-visit';
import { storeErrorText } from '../../state/refusal-text';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/segmented';
import { CheckNote } from './check-note';
import { dayText } from './time-text';
import { useLastVisit } from './use-last-visit';
import type { Change } from './visit-dialog';
import styles from './visit-dialog.module.css';

const answers: readonly Answer[] = ['no', 'yes', 'left-open'];

/** The safety checks, one row each: answered, or knowingly left open. What the last visit answered stands beside, and is never filled in. */
export function VisitChecks({ session, change }: { readonly session: Session; readonly change: Change }) {
  const visit = visitOf(session);
  const answered = visit.checks.length;
  const last = useLastVisit(session);
  return (
    <section aria-label={t('visit.checks')}>
      <div className={styles['headRow']}>
        <h3>{t('visit.checks')}</h3>
        <p role="status">{t('visit.checksCount', { answered, all: safetyChecks.length })}</p>
      </div>
      {last?.kind === 'failed' && (
        <p className={styles['problem']}>{t('visit.lastFailed', { why: storeErrorText(last.error) })}</p>
      )}
      {last?.kind === 'found' && <Review last={last} change={change} />}
      <ul className={styles['checks']}>
        {safetyChecks.map((check) => (
          <Row key={check.id} check={check} visit={visit} last={last} change={change} />
        ))}
      </ul>
    </section>
  );
}

type Found = Extract<LastVisit, { kind: 'found' }>;

/** One press for all that is as it was. */
function Review({ last, change }: { readonly last: Found; readonly change: Change }) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className={styles['review']}>
      <Button
        icon={<ListChecks size={17} aria-hidden="true" />}
        onClick={() => {
          setProblem(change((one, stamp) => reviewUnchanged(one, last, stamp)));
        }}
      >
        {t('visit.reviewUnchanged')}
      </Button>
      <p className={styles['said']}>{t('visit.reviewHint', { day: dayText(last.at) })}</p>
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
    </div>
  );
}

type RowProps = {
  readonly check: SafetyCheck;
  readonly visit: Visit;
  readonly last: LastVisit | null;
  readonly change: Change;
};

function Row({ check, visit, last, change }: RowProps) {
  const given = answerTo(visit, check.id);
  const yes = given?.answer === 'yes';
  const before = last?.kind === 'found' ? answerTo(last.visit, check.id) : null;
  const note = given?.note ?? '';
  const [noting, setNoting] = useState(false);
  return (
    <li data-answer={given?.answer ?? 'none'} data-effect={check.effect}>
      <div className={styles['question']}>
        <p>{check.question}</p>
        {before !== null && last?.kind === 'found' && (
          <p className={styles['said']}>{lastText(before, dayText(last.at))}</p>
        )}
        {given?.reviewedFrom !== undefined && (
          <p className={styles['reviewed']}>{reviewedText(given.reviewedFrom, last)}</p>
        )}
        {yes &&
          check.because.map(({ text, evidence }) => (
            <p key={text} className={styles['because']}>
              <TriangleAlert size={15} aria-hidden="true" />
              <span>
                {text}
                {evidence === 'confirmed' ? '' : ` (${t('zones.signOff')})`}
              </span>
            </p>
          ))}
        {yes && check.effect === 'blocks' && <p className={styles['stop']}>{t('visit.blocks')}</p>}
        {given !== null && (noting || note !== '') && (
          <CheckNote
            check={check.name}
            note={note}
            focused={noting}
            onChange={(written) => {
              change((one, stamp) =>
                ok(answerCheck(one, { check: check.id, answer: given.answer, note: written }, stamp)),
              );
            }}
          />
        )}
      </div>
      <div className={styles['answer']}>
        <Segmented
          label={check.name}
          value={given?.answer ?? null}
          onChange={(answer) => {
            change((one, stamp) => ok(answerCheck(one, { check: check.id, answer, note }, stamp)));
          }}
          options={answers.map((value) => ({ value, label: t(`visit.answer.${value}`) }))}
        />
        <Button
          tone="quiet"
          icon={<MessageSquarePlus size={18} aria-hidden="true" />}
          aria-label={t('visit.addNoteOn', { check: check.name })}
          title={t('visit.addNote')}
          disabled={given === null}
          onClick={() => {
            setNoting(true);
          }}
        />
      </div>
    </li>
  );
}

function lastText({ answer, note }: CheckAnswer, day: string): string {
  const values = { day, answer: t(`visit.answered.${answer}`) };
  return note === undefined ? t('visit.last', values) : t('visit.lastNoted', { ...values, note });
}

function reviewedText(session: string, last: LastVisit | null): string {
  const started = last?.kind === 'found' ? last.started.get(session) : undefined;
  return started === undefined ? t('visit.reviewedBefore') : t('visit.reviewed', { day: dayText(started) });
}
