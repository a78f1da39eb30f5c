import { useState } from 'react';
import { t } from '../../messages/translate';
import { mapOf } from '../../protocol/maps';
import type { Session } from '../../record/session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { useServices } from '../services';
import styles from './form.module.css';

/** Patient, injector and note of the open session. As little identity as works. */
export function DetailsForm({ session }: { readonly session: Session }) {
  const { chart } = useServices();
  const [label, setLabel] = useState(session.patient.label);
  const [injector, setInjector] = useState(session.injector);
  const [note, setNote] = useState(session.note);
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  return (
    <Dialog title={t('session.details')} closeLabel={t('action.close')} onClose={close}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          chart.setDetails({ label: label.trim(), injector: injector.trim(), note: note.trim() });
          close();
        }}
      >
        <TextField
          label={t('session.patientLabel')}
          hint={t('session.patientHint')}
          value={label}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => {
            setLabel(event.target.value);
          }}
        />
        <TextField
          label={t('session.injector')}
          value={injector}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => {
            setInjector(event.target.value);
          }}
        />
        <TextField
          label={t('session.note')}
          value={note}
          maxLength={2000}
          autoComplete="off"
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
        <p className={styles['hint']}>
          {t('map.mapLabel', { title: mapOf(session.map.id).title })}. {t('session.mapFixed')}
        </p>
        <div className={styles['buttons']}>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button tone="primary" type="submit">
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
