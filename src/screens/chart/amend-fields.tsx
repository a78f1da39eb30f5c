import '../../messages/later';
import { t } from '../../messages/translate';
import { type Corrections, feltAt, visitTexts } from '../../record/corrections';
import type { SessionContent } from '../../record/signed-version';
import { placeText } from '../../state/change-text';
import type { TendernessGrade } from '../../record/visit';
import { muscleName, sideName } from '../../state/site-text';
import { SelectField, TextField } from '../../ui/field';
import styles from './amend-fields.module.css';

type Props = {
  readonly session: SessionContent;
  readonly value: Corrections;
  readonly onChange: (value: Corrections) => void;
};

const grades: readonly TendernessGrade[] = [0, 1, 2, 3];

/** What may be put right of a signed session, as it stands; what is left alone stays to the letter. */
export function AmendFields({ session, value, onChange }: Props) {
  const { patient, vials, visit, tenderness } = value;
  const field = (label: string, text: string, change: (text: string) => Partial<Corrections>, more: object = {}) => (
    <TextField
      label={label}
      value={text}
      autoComplete="off"
      maxLength={300}
      {...more}
      onChange={(event) => {
        onChange({ ...value, ...change(event.target.value) });
      }}
    />
  );
  const words = visitTexts(session.visit);
  const felt = session.visit?.tenderness ?? [];
  return (
    <div className={styles['fields']}>
      <p className={styles['hint']}>{t('amend.correctHint')}</p>
      <fieldset>
        <legend>{t('amend.patientGroup')}</legend>
        {field(t('amend.label'), patient.label, (label) => ({ patient: { ...patient, label } }), { maxLength: 80 })}
        <div className={styles['pair']}>
          {field(t('amend.born'), patient.born, (born) => ({ patient: { ...patient, born } }), {
            hint: t('amend.bornHint'),
          })}
          {field(t('amend.recordNumber'), patient.recordNumber, (recordNumber) => ({
            patient: { ...patient, recordNumber },
          }))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('amend.sessionGroup')}</legend>
        {field(t('amend.injector'), value.injector, (injector) => ({ injector }), { maxLength: 80 })}
        {field(t('amend.note'), value.note, (note) => ({ note }), { maxLength: 2000 })}
      </fieldset>
      {session.vials.map(({ id }, n) => {
        const vial = vials[id] ?? { lot: '', expiry: '' };
        return (
          <fieldset key={id}>
            <legend>{t('amend.vialGroup', { number: n + 1 })}</legend>
            <div className={styles['pair']}>
              {field(t('amend.lot'), vial.lot, (lot) => ({ vials: { ...vials, [id]: { ...vial, lot } } }))}
              {field(t('amend.expiry'), vial.expiry, (expiry) => ({ vials: { ...vials, [id]: { ...vial, expiry } } }), {
                hint: t('amend.expiryHint'),
              })}
            </div>
          </fieldset>
        );
      })}
      {felt.length > 0 && (
        <fieldset>
          <legend>{t('tender.title')}</legend>
          <p className={styles['hint']}>{t('amend.feltHint')}</p>
          {felt.map((one) => (
            <SelectField
              key={feltAt(one)}
              label={t('tender.of', { muscle: muscleName(one.muscle), side: sideName[one.side] })}
              value={String(tenderness[feltAt(one)] ?? one.grade)}
              options={grades.map((grade) => ({ value: String(grade), label: String(grade) }))}
              onChange={(chosen) => {
                const grade = grades.find((each) => String(each) === chosen) ?? one.grade;
                onChange({ ...value, tenderness: { ...tenderness, [feltAt(one)]: grade } });
              }}
            />
          ))}
        </fieldset>
      )}
      {words.length > 0 && (
        <fieldset>
          <legend>{t('amend.visitGroup')}</legend>
          {words.map(({ place, keys, text }) => (
            <div key={place}>
              {field(placeText(['visit', ...keys], session), visit[place] ?? text, (changed) => ({
                visit: { ...visit, [place]: changed },
              }))}
            </div>
          ))}
        </fieldset>
      )}
    </div>
  );
}
