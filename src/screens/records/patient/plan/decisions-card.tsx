import '../../../../messages/later';
import { useState } from 'react';
import { t } from '../../../../messages/translate';
import { decisionsOf, isEnd, type ListedDecision, withoutPlan, withPlan } from '../../../../outcomes/plans';
import { type Day, dayOf } from '../../../../record/calendar';
import { Button } from '../../../../ui/button';
import { TextField } from '../../../../ui/field';
import { dayText } from '../../../chart/time-text';
import { useSettings } from '../../../services';
import page from '../../../shell/page.module.css';
import type { PatientPartProps } from '../part-props';
import styles from './plan.module.css';

type Props = PatientPartProps & {
  /** The last treatment, or null. */
  readonly treated: Day | null;
};

/** Every decision on the next session, each to be taken back; and that there is to be none. */
export function DecisionsCard({ kit, book, open, treated }: Props) {
  const by = useSettings((settings) => settings.injector);
  const made = () => {
    const at = kit.now();
    return { id: kit.newId(), day: dayOf(at), at, by };
  };
  const listed = decisionsOf(open.file.plans, treated);
  const ended = listed.some(({ decision, stands }) => stands === 'counts' && isEnd(decision));
  return (
    <section className={page['card']} aria-labelledby="interval-decisions">
      <h2 id="interval-decisions">{t('interval.plans')}</h2>
      {listed.length === 0 ? (
        <p className={page['hint']}>{t('interval.plansNone')}</p>
      ) : (
        <ul className={styles['plans']}>
          {listed.map((one) => (
            <Decided
              key={one.decision.id}
              listed={one}
              onTakeBack={() => {
                const back = { ...made(), takesBack: one.decision.id };
                void book.changeFile((file) => withoutPlan(file, back));
              }}
            />
          ))}
        </ul>
      )}
      {!ended && (
        <EndForm
          saving={open.saving}
          onEnd={(reason) => {
            const end = { ...made(), ended: true, reason } as const;
            void book.changeFile((file) => withPlan(file, end));
          }}
        />
      )}
    </section>
  );
}

type DecidedProps = { readonly listed: ListedDecision; readonly onTakeBack: () => void };

function Decided({ listed: { decision, stands }, onTakeBack }: DecidedProps) {
  const [asking, setAsking] = useState(false);
  const { day, by } = decision;
  const made = by === '' ? dayText(day) : t('interval.by', { day: dayText(day), by });
  return (
    <li data-stands={stands}>
      <div className={styles['planned']}>
        <div>
          <p>{lineOf(decision)}</p>
          <p className={page['hint']}>{t('interval.standsLine', { made, stands: t(`interval.stands.${stands}`) })}</p>
        </div>
        {stands !== 'taken-back' && !asking && (
          <Button
            aria-label={t('interval.removeOf', { day: dayText(day), what: lineOf(decision) })}
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('interval.remove')}
          </Button>
        )}
      </div>
      {stands !== 'taken-back' && asking && (
        <div role="alert" className={styles['ask']}>
          <p>{t('interval.removeAsk')}</p>
          <div className={styles['row']}>
            <Button
              onClick={() => {
                setAsking(false);
              }}
            >
              {t('interval.removeNo')}
            </Button>
            <Button tone="primary" onClick={onTakeBack}>
              {t('interval.removeYes')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

/** "10 weeks, 165 U: wears off in week 10". */
function lineOf(decision: ListedDecision['decision']): string {
  const { reason } = decision;
  if (isEnd(decision)) return t('interval.plan.end', { reason });
  const { weeks, units } = decision;
  return units === undefined
    ? t('interval.plan.line', { weeks, reason })
    : t('interval.plan.units', { weeks, units, reason });
}

type EndProps = { readonly saving: boolean; readonly onEnd: (reason: string) => void };

/** Folded away: it is rare, and takes the patient off the lists. */
function EndForm({ saving, onEnd }: EndProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <details className={styles['facts']}>
      <summary>{t('interval.end')}</summary>
      <form
        className={styles['ask']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(reason.trim() === '');
          if (reason.trim() !== '') onEnd(reason.trim());
        }}
      >
        <TextField
          label={t('interval.endReason')}
          hint={t('interval.endHint')}
          autoComplete="off"
          maxLength={300}
          value={reason}
          problem={missing ? t('interval.problem.reason') : null}
          onChange={({ target }) => {
            setReason(target.value);
            setMissing(false);
          }}
        />
        <div>
          <Button type="submit" disabled={saving}>
            {t('interval.endKeep')}
          </Button>
        </div>
      </form>
    </details>
  );
}
