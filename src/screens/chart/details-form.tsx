import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { type BmiBand, bmiBands } from '../../protocol/depths';
import { mapOf } from '../../protocol/maps';
import { alikeTo } from '../../record/alike';
import { withPatient } from '../../record/change-patient';
import type { Patient, PatientProblem } from '../../record/patient';
import type { ListedPatient } from '../../record/patients';
import type { Session } from '../../record/session';
import { detailsLocked, readIdentity, saveDetails } from '../../state/details';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SelectField, TextField } from '../../ui/field';
import { useChart, useServices } from '../services';
import styles from './form.module.css';
import { draftOf, type PatientDraft, PatientFields } from './patient-fields';
import { SamePatient } from './same-patient';
import { usePatients } from './use-patients';

const bandOptions = (['none', ...bmiBands] as const).map((value) => ({ value, label: t(`band.${value}`) }));

/** Patient, injector, BMI band and note of the open session. As little identity as works; read only once it is signed. */
export function DetailsForm({ session }: { readonly session: Session }) {
  const { chart, settings } = useServices();
  const locked = useChart(detailsLocked);
  const patients = usePatients(session.id);
  const [draft, setDraft] = useState<PatientDraft>(() => draftOf(session.patient));
  const [injector, setInjector] = useState(session.injector);
  const [note, setNote] = useState(session.note);
  const [band, setBand] = useState<BmiBand | 'none'>(session.bmiBand ?? 'none');
  const [problems, setProblems] = useState<readonly PatientProblem[]>([]);
  const [alike, setAlike] = useState<readonly ListedPatient[]>([]);

  /** The draft's patient as other sessions know it. */
  const listed = patients.kind === 'read' ? patients.all.find(({ patient }) => patient.id === draft.id) : undefined;
  const isOther = draft.id !== session.patient.id;
  const readOnly = locked !== null;
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  const keep = (patient: Patient) => {
    saveDetails(chart, settings, {
      patient,
      injector: injector.trim(),
      note: note.trim(),
      bmiBand: band === 'none' ? null : band,
    });
    close();
  };
  const submit = () => {
    const before = isOther ? (listed?.patient ?? null) : session.patient;
    const read = readIdentity(draft, before, chart.now());
    setProblems(read.ok ? [] : read.error);
    if (!read.ok) return;
    const asBefore = before !== null && JSON.stringify(draftOf(read.value)) === JSON.stringify(draftOf(before));
    const found = asBefore || patients.kind !== 'read' ? [] : alikeTo(read.value, patients.all);
    if (found.length === 0) keep(read.value);
    else setAlike(found);
  };

  return (
    <Dialog title={t('details.title')} closeLabel={t('action.close')} onClose={close}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {readOnly && (
          <p className={styles['hint']}>{t(locked === 'signed' ? 'session.signedOnly' : 'details.signatureUnknown')}</p>
        )}
        <PatientFields
          draft={draft}
          patients={patients}
          seenIn={listed?.sessions ?? []}
          problems={problems}
          readOnly={readOnly}
          onChange={(written) => {
            setDraft(written);
            setAlike([]);
          }}
          onOther={(patient) => {
            setDraft(draftOf(patient ?? { id: chart.newId(), label: '' }));
            setBand('none');
            setProblems([]);
            setAlike([]);
          }}
        />
        {isOther && withPatient(session, draft).cleared && (
          <p className={styles['warning']}>{t('details.willClear')}</p>
        )}
        <TextField
          label={t('details.injector')}
          value={injector}
          maxLength={80}
          autoComplete="off"
          readOnly={readOnly}
          onChange={(event) => {
            setInjector(event.target.value);
          }}
        />
        <SelectField
          label={t('details.band')}
          hint={t('details.bandHint')}
          value={band}
          disabled={readOnly}
          onChange={setBand}
          options={bandOptions}
        />
        <TextField
          label={t('details.note')}
          value={note}
          maxLength={2000}
          autoComplete="off"
          readOnly={readOnly}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
        <p className={styles['hint']}>
          {t('map.mapLabel', { title: mapOf(session.map.id).title })}. {t('details.mapFixed')}
        </p>
        {alike.length > 0 ? (
          <SamePatient
            found={alike}
            onAnswer={(patient) => {
              const read = readIdentity(draft, null, chart.now());
              if (patient !== null) keep(patient);
              else if (read.ok) keep(read.value);
            }}
          />
        ) : (
          <div className={styles['buttons']}>
            <Button onClick={close}>{t(readOnly ? 'action.close' : 'action.cancel')}</Button>
            {!readOnly && (
              <Button tone="primary" type="submit" disabled={patients.kind === 'reading'}>
                {t('action.save')}
              </Button>
            )}
          </div>
        )}
      </form>
    </Dialog>
  );
}
