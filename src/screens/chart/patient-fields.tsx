import '../../messages/later';
import { UserRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../messages/translate';
import type { Patient, PatientProblem } from '../../record/patient';
import type { ListedPatient } from '../../record/patients';
import { storeErrorText } from '../../state/refusal-text';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import styles from './details-form.module.css';
import { patientFacts, patientName } from './patient-text';
import { dayText } from './time-text';
import type { Patients } from './use-patients';

/** A patient as it stands in the form: texts, empty where nothing is written. */
export type PatientDraft = Required<Patient>;

export const draftOf = ({ id, label, born = '', recordNumber = '' }: Patient): PatientDraft => ({
  id,
  label,
  born,
  recordNumber,
});

type Props = {
  readonly draft: PatientDraft;
  readonly patients: Patients;
  /** The other sessions of the draft's patient; none for a new one. */
  readonly seenIn: ListedPatient['sessions'];
  readonly problems: readonly PatientProblem[];
  readonly readOnly: boolean;
  readonly onChange: (draft: PatientDraft) => void;
  /** Another patient than the one so far: one of earlier sessions, or a new one. */
  readonly onOther: (patient: Patient | null) => void;
};

/** Rows that are offered at once. Chosen: they stay in sight above a keyboard. */
const most = 5;

/** Who the patient is. Typing finds patients of earlier sessions; one is taken by choosing it and in no other way. */
export function PatientFields({ draft, patients, seenIn, problems, readOnly, onChange, onOther }: Props) {
  const [typed, setTyped] = useState('');
  const fields = useRef<HTMLDivElement>(null);
  const problemOf = (...kinds: readonly PatientProblem['kind'][]): string | null => {
    const found = problems.find(({ kind }) => kinds.includes(kind));
    return found === undefined ? null : t(`details.problem.${found.kind}`);
  };
  const field = (problem: string | null, hint: string) => ({
    hint: problem ?? hint,
    'aria-invalid': problem !== null,
    autoComplete: 'off',
    readOnly,
  });
  const choose = (patient: Patient | null) => {
    setTyped('');
    onOther(patient);
    // What was pressed is gone; the hand goes on at the first field.
    fields.current?.querySelector('input')?.focus();
  };
  const [last] = seenIn;
  return (
    <div ref={fields} className={styles['patient']}>
      <TextField
        {...field(problemOf('NothingToTellApart'), t('details.labelHint'))}
        label={t('details.label')}
        value={draft.label}
        maxLength={80}
        onChange={({ target: { value } }) => {
          setTyped(value);
          onChange({ ...draft, label: value });
        }}
      />
      <TextField
        {...field(problemOf('BornUnreadable', 'BornImpossible', 'BornInFuture'), t('details.bornHint'))}
        label={t('details.born')}
        value={draft.born}
        maxLength={10}
        onChange={({ target: { value } }) => {
          onChange({ ...draft, born: value });
        }}
      />
      <TextField
        {...field(null, t('details.recordNumberHint'))}
        label={t('details.recordNumber')}
        value={draft.recordNumber}
        maxLength={40}
        onChange={({ target: { value } }) => {
          setTyped(value);
          onChange({ ...draft, recordNumber: value });
        }}
      />
      {patients.kind === 'failed' && (
        <p className={styles['failed']}>{t('details.notRead', { why: storeErrorText(patients.error) })}</p>
      )}
      {last !== undefined && (
        <div className={styles['seen']}>
          <p>{t('details.seenBefore', { n: seenIn.length, day: dayText(last.startedAt) })}</p>
          {!readOnly && (
            <Button
              icon={<UserRound size={17} aria-hidden="true" />}
              onClick={() => {
                choose(null);
              }}
            >
              {t('details.anotherPatient')}
            </Button>
          )}
        </div>
      )}
      {last === undefined && typed.trim() !== '' && (
        <Matches patients={patients} typed={typed} except={draft.id} onChoose={choose} />
      )}
    </div>
  );
}

type MatchesProps = {
  readonly patients: Patients;
  readonly typed: string;
  /** The id of the patient who is being typed. */
  readonly except: string;
  readonly onChoose: (patient: Patient) => void;
};

function Matches({ patients, typed, except, onChoose }: MatchesProps) {
  if (patients.kind === 'failed') return null;
  if (patients.kind === 'reading') return <p className={styles['count']}>{t('details.reading')}</p>;
  const found = patients
    .find(typed)
    .filter(({ patient }) => patient.id !== except && patient.label + (patient.recordNumber ?? '') !== '');
  return (
    <div className={styles['matches']}>
      <p role="status" className={styles['count']}>
        {t('details.matchCount', { n: found.length })}
      </p>
      {found.length > 0 && (
        <ul aria-label={t('details.matches')}>
          {found.slice(0, most).map((one) => (
            <li key={one.patient.id}>
              <PatientButton
                one={one}
                onClick={() => {
                  onChoose(one.patient);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {found.length > most && <p className={styles['count']}>{t('details.matchMore', { n: found.length - most })}</p>}
    </div>
  );
}

function PatientButton({ one, onClick }: { readonly one: ListedPatient; readonly onClick: () => void }) {
  return (
    <button type="button" className={styles['match']} onClick={onClick}>
      <strong>{patientName(one.patient.label)}</strong> <span>{patientFacts(one)}</span>
    </button>
  );
}
