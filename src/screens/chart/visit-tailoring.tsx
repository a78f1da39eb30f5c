import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { firstTechnique, type Tailoring, tailorings } from '../../protocol/tailoring';
import type { Session } from '../../record/session';
import type { Deviation, Visit } from '../../record/visit';
import { recordDeviation, type VisitRefusal } from '../../record/visit-commands';
import { deviationWords } from '../../state/deviation-text';
import { siteName, visibleRows } from '../../state/site-text';
import { changeVisit } from '../../state/visit-desk';
import { refusalText } from '../../state/visit-text';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/field';
import { TickList, ticked } from '../../ui/tick-list';
import { useChart, useServices } from '../services';
import { EffectsBefore } from './effects-before';
import { clockTime } from './time-text';
import { VisitRecorded } from './visit-recorded';
import folded from '../../ui/folded.module.css';
import styles from './visit-sections.module.css';

/** Where a deviation is recorded: what suggests one leads there. */
const deviationForm = 'record-deviation';

/** How this session departs from the paradigm for this patient: what, at which sites, why. */
export function VisitTailoring({ session, visit }: { readonly session: Session; readonly visit: Visit }) {
  const textOf = (deviation: Deviation): string =>
    t('visit.deviation', {
      ...deviationWords(deviation),
      reason: deviation.reason,
      time: clockTime(deviation.at),
    });
  return (
    <section aria-label={t('visit.deviations')} className={styles['section']}>
      <h3>{t('visit.deviations')}</h3>
      <p className={styles['hint']}>{t('visit.deviationsHint')}</p>
      <EffectsBefore session={session} onDeviation={openDeviationForm} />
      <VisitRecorded list="deviations" texts={visit.deviations.map(textOf)} />
      <details id={deviationForm} className={folded['folded']}>
        <summary>{t('visit.deviationAdd')}</summary>
        <DeviationForm />
      </details>
    </section>
  );
}

function openDeviationForm(): void {
  const form = document.getElementById(deviationForm);
  if (!(form instanceof HTMLDetailsElement)) return;
  form.open = true;
  form.querySelector('summary')?.focus();
}

function DeviationForm() {
  const { chart } = useServices();
  const [tailoring, setTailoring] = useState<Tailoring | null>(null);
  const [sites, setSites] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<VisitRefusal | null>(null);
  const record = () => {
    if (tailoring === null) return;
    const refused = changeVisit(chart, (visit, stamp) =>
      recordDeviation(visit, { tailoring: tailoring.id, sites, reason }, stamp),
    );
    setRefusal(refused);
    if (refused !== null) return;
    setTailoring(null);
    setSites([]);
    setReason('');
  };
  return (
    <form
      aria-label={t('visit.deviationAdd')}
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <SelectField
        label={t('visit.deviationKind')}
        value={tailoring?.id ?? ''}
        options={[
          { value: '', label: t('visit.deviationChoose') },
          ...tailorings.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => {
          setTailoring(tailorings.find((one) => one.id === id) ?? null);
          setSites([]);
          setRefusal(null);
        }}
      />
      {tailoring !== null && (
        <>
          {[firstTechnique, ...tailoring.because].map(({ text, evidence, sources }) => (
            <p key={text} className={styles['hint']}>
              {sources.length === 0
                ? t('visit.deviationUnsourced', { text, grade: t(`evidence.${evidence}`) })
                : t('compare.graded', { text, grade: t(`evidence.${evidence}`), sources: sources.join(', ') })}
            </p>
          ))}
          <Sites
            tailoring={tailoring}
            chosen={sites}
            problem={refusal?.kind === 'SitesMissing' ? refusalText(refusal) : null}
            onChange={setSites}
          />
          <TextField
            label={t('visit.reason')}
            value={reason}
            problem={refusal?.kind === 'ReasonMissing' ? refusalText(refusal) : null}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
          <div className={styles['buttons']}>
            <Button type="submit">{t('visit.deviationRecord')}</Button>
          </div>
        </>
      )}
    </form>
  );
}

type SitesProps = {
  readonly tailoring: Tailoring;
  readonly chosen: readonly string[];
  readonly problem: string | null;
  readonly onChange: (sites: readonly string[]) => void;
};

/** The sites of the session by name: those of the muscle it is about, or all. None is chosen beforehand. */
function Sites({ tailoring: { muscle }, chosen, problem, onChange }: SitesProps) {
  const fold = useChart((s) => s.fold);
  const offered = visibleRows(fold).filter((row) => muscle === null || row.muscle === muscle);
  return (
    <TickList
      legend={t('visit.deviationSites')}
      options={offered.map((row) => ({ value: row.id, label: siteName(row) }))}
      chosen={chosen}
      onTick={(site, on) => {
        onChange(
          ticked(
            offered.map(({ id }) => id),
            chosen,
            site,
            on,
          ),
        );
      }}
      problem={problem}
    />
  );
}
