import '../../messages/later';
import { useState } from 'react';
import { t } from '../../messages/translate';
import { type BmiBand, bmiBands } from '../../protocol/depths';
import { mapOf } from '../../protocol/maps';
import type { Session } from '../../record/session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SelectField, TextField } from '../../ui/field';
import { useServices } from '../services';
import styles from './form.module.css';

const bandOptions = (['none', ...bmiBands] as const).map((value) => ({ value, label: t(`band.${value}`) }));

/** Patient, injector, BMI band and note of the open session. As little identity as works. */
export function DetailsForm({ session }: { readonly session: Session }) {
  const { chart } = useServices();
  const [label, setLabel] = useState(session.patient.label);
  const [injector, setInjector] = useState(session.injector);
  const [note, setNote] = useState(session.note);
  const [band, setBand] = useState<BmiBand | 'none'>(session.bmiBand ?? 'none');
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  return (
    <Dialog title={t('session.details')} closeLabel={t('action.close')} onClose={close}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          chart.setDetails({
            label: label.trim(),
            injector: injector.trim(),
            note: note.trim(),
            bmiBand: band === 'none' ? null : band,
          });
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
        <SelectField
          label={t('session.band')}
          hint={t('session.bandHint')}
          value={band}
          onChange={setBand}
          options={bandOptions}
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
