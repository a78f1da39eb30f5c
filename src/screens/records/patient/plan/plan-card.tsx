import '../../../../messages/later';
import { useState } from 'react';
import { t } from '../../../../messages/translate';
import { intervalFacts } from '../../../../outcomes/interval-facts';
import { type PlanProblem, planOf, planWeeks, type TypedPlan, withPlan } from '../../../../outcomes/plans';
import { sessionTotals } from '../../../../protocol/paradigm';
import { retreatment } from '../../../../protocol/safety-limits';
import { dayOf } from '../../../../record/calendar';
import { saidText, sourcesText } from '../../../../state/outcomes/effect-text';
import { Button } from '../../../../ui/button';
import { TextField } from '../../../../ui/field';
import { useSettings } from '../../../services';
import page from '../../../shell/page.module.css';
import type { PatientPartProps } from '../part-props';
import styles from './plan.module.css';

const usual = retreatment.days / 7;
const nothing: TypedPlan = { weeks: '', units: '', reason: '' };

/** Another time to the next session, or another dose, with its reason; what sources say of that stands beside it. */
export function PlanCard({ kit, book, open }: PatientPartProps) {
  const by = useSettings((settings) => settings.injector);
  const [typed, setTyped] = useState<TypedPlan>(nothing);
  const [problem, setProblem] = useState<PlanProblem | null>(null);
  const change = (part: Partial<TypedPlan>) => {
    setTyped((before) => ({ ...before, ...part }));
    setProblem(null);
  };
  const weeks = /^\d+$/.test(typed.weeks.trim()) ? Number(typed.weeks) : usual;
  const keep = () => {
    const at = kit.now();
    const made = planOf(typed, sessionTotals.capUnits, { id: kit.newId(), day: dayOf(at), at, by });
    setProblem(made.ok ? null : made.problem);
    if (!made.ok) return;
    void book.changeFile((file) => withPlan(file, made.plan));
    setTyped(nothing);
  };
  const told = (one: PlanProblem): string | null =>
    problem === one
      ? t(`interval.problem.${one}`, { ...planWeeks, most: one === 'units' ? sessionTotals.capUnits : planWeeks.most })
      : null;
  return (
    <section className={page['card']} aria-labelledby="interval-plan">
      <div>
        <h2 id="interval-plan">{t('interval.plan')}</h2>
        <p className={page['hint']}>{t('interval.planHint', { weeks: usual })}</p>
      </div>
      <Facts />
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <TextField
          label={t('interval.weeks')}
          inputMode="numeric"
          autoComplete="off"
          value={typed.weeks}
          problem={told('weeks')}
          onChange={({ target }) => {
            change({ weeks: target.value });
          }}
        />
        <TextField
          label={t('interval.unitsField')}
          hint={t('interval.unitsHint')}
          inputMode="numeric"
          autoComplete="off"
          value={typed.units}
          problem={told('units')}
          onChange={({ target }) => {
            change({ units: target.value });
          }}
        />
        <div className={styles['whole']}>
          <TextField
            label={t('interval.reason')}
            autoComplete="off"
            maxLength={300}
            value={typed.reason}
            problem={told('reason')}
            onChange={({ target }) => {
              change({ reason: target.value });
            }}
          />
        </div>
        <p role="status" className={styles['warn']}>
          {weeks === usual ? '' : lengthText(weeks)}
        </p>
        <div className={styles['whole']}>
          <Button type="submit" disabled={open.saving}>
            {t('interval.keep')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** What the rule says of a shorter interval, and a source of a longer one. */
function lengthText(weeks: number): string {
  const delay = intervalFacts.find(({ id }) => id === 'delay-may-reduce');
  if (weeks < usual)
    return t('interval.short', {
      weeks: usual,
      grade: t(`evidence.${retreatment.evidence}`),
      sources: retreatment.sources.join(', '),
    });
  const later = t('interval.long', { weeks: usual });
  return delay === undefined
    ? later
    : `${later} ${saidText({ ...delay, text: `${t('interval.fact.delay-may-reduce')}.` })}`;
}

function Facts() {
  return (
    <details className={styles['facts']} open>
      <summary>{t('interval.sources')}</summary>
      <ul>
        {intervalFacts.map((fact) => (
          <li key={fact.id}>
            {saidText({ ...fact, text: t(`interval.fact.${fact.id}`, { weeks: fact.weeks ?? 0 }) })}
          </li>
        ))}
        <li>{t('interval.noTaper')}</li>
      </ul>
      <p>{sourcesText(intervalFacts)}</p>
    </details>
  );
}
