import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { alikeTo } from '../../record/alike';
import { type Patient, type PatientProblem, readPatient } from '../../record/patient';
import type { ListedPatient } from '../../record/patients';
import type { StoreError } from '../../record/ports';
import type { OutcomesKit } from '../../state/outcomes/outcomes-kit';
import { storeErrorText } from '../../state/refusal-text';
import { routeFragment } from '../../state/route';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { patientFacts, patientName } from '../chart/patient-text';
import styles from './new-patient.module.css';

type Props = {
  readonly kit: OutcomesKit;
  /** All who are known, those without a session too. */
  readonly known: readonly ListedPatient[];
  readonly onClose: () => void;
};

/** A patient who has had no session yet: as little as works, then the page. */
export function NewPatientDialog({ kit, known, onClose }: Props) {
  const [id] = useState(kit.newId);
  const [draft, setDraft] = useState({ label: '', born: '', recordNumber: '' });
  const [problems, setProblems] = useState<readonly PatientProblem[]>([]);
  const [alike, setAlike] = useState<readonly ListedPatient[]>([]);
  const [failed, setFailed] = useState<StoreError | null>(null);
  const problemOf = (...kinds: readonly PatientProblem['kind'][]): string | null => {
    const found = problems.find(({ kind }) => kinds.includes(kind));
    return found === undefined ? null : t(`details.problem.${found.kind}`);
  };
  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    autoComplete: 'off',
    onChange: ({ target }: { readonly target: HTMLInputElement }) => {
      setAlike([]);
      setDraft((now) => ({ ...now, [name]: target.value }));
    },
  });
  const keep = async (patient: Patient) => {
    const error = await kit.bookOf(patient.id).changeFile((file) => ({ ...file, patient }));
    setFailed(error);
    if (error === null) location.hash = routeFragment({ screen: 'patient', patient: patient.id, part: 'course' });
  };
  const save = () => {
    const read = readPatient({ id, ...draft }, kit.now());
    setProblems(read.ok ? [] : read.error);
    if (!read.ok) return;
    // Seen once, the second press means it.
    const found = alike.length > 0 ? [] : alikeTo(read.value, known);
    setAlike(found);
    if (found.length === 0) void keep(read.value);
  };
  return (
    <Dialog title={t('records.newPatient')} closeLabel={t('action.cancel')} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          {...field('label')}
          label={t('details.label')}
          hint={t('details.labelHint')}
          problem={problemOf('NothingToTellApart')}
          maxLength={80}
        />
        <TextField
          {...field('born')}
          label={t('details.born')}
          hint={t('details.bornHint')}
          problem={problemOf('BornUnreadable', 'BornImpossible', 'BornInFuture')}
          maxLength={10}
        />
        <TextField
          {...field('recordNumber')}
          label={t('details.recordNumber')}
          hint={t('details.recordNumberHint')}
          maxLength={40}
        />
        {alike.length > 0 && (
          <div role="alert" className={styles['alike']}>
            <p>{t('records.alikePatients', { n: alike.length })}</p>
            <ul>
              {alike.map((one) => (
                <li key={one.patient.id}>
                  <a href={routeFragment({ screen: 'patient', patient: one.patient.id, part: 'course' })}>
                    {patientName(one.patient.label)}
                  </a>{' '}
                  {patientFacts(one)}
                </li>
              ))}
            </ul>
          </div>
        )}
        {failed !== null && (
          <p role="alert" className={styles['failed']}>
            {t('patient.notKept', { why: storeErrorText(failed) })}
          </p>
        )}
        <div>
          <Button type="submit" tone="primary">
            {t(alike.length > 0 ? 'records.addAnyway' : 'records.addPatient')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
