import { useId } from 'react';
import type { PatientWords } from '../../../messages/patient/words';
import { acuteIds } from '../../../outcomes/diary-day';
import {
  type DiaryTable,
  type Mapping,
  medicineOf,
  type MedicineWord,
  questionsOf,
  scaleOf,
  type Unit,
} from '../../../state/outcomes/diary-import';
import { SelectField } from '../../../ui/field';
import styles from './import.module.css';

type Props = {
  readonly words: PatientWords;
  readonly table: DiaryTable;
  readonly mapping: Mapping;
  /** Days of which the file has several rows. */
  readonly repeated: number;
  readonly onChange: (mapping: Mapping) => void;
};

const wordClasses: readonly MedicineWord[] = ['unknown', ...acuteIds, 'none'];
const units: readonly Unit[] = ['h', 'min'];
/** Names are asked for up to so many; nobody takes more kinds than that, and the rest count as not known. */
const mostWords = 60;

/** What the cells leave open: whether 03/04 is in March, of what scale a 3 is, what an empty cell says, and what is in a pill. */
export function ImportQuestions({ words, table, mapping, repeated, onChange }: Props) {
  const { say, day } = words;
  const heading = useId();
  const { orders, dateCell, scales, unit, words: names, yesNo } = questionsOf(table, mapping);
  const { scale } = mapping;
  const change = (part: Partial<Mapping>) => {
    onChange({ ...mapping, ...part });
  };
  const step = (key: 'moderateFrom' | 'severeFrom', from: number, to: number) =>
    scale.kind === '0-10' && (
      <SelectField
        label={say(`diary.import.${key}`)}
        value={String(scale[key])}
        options={Array.from({ length: to - from + 1 }, (_, i) => String(from + i)).map((value) => ({
          value,
          label: value,
        }))}
        onChange={(value) => {
          change({ scale: { ...scale, [key]: Number(value) } });
        }}
      />
    );
  return (
    <div className={styles['questions']}>
      {orders.length > 1 && (
        <SelectField
          label={say('diary.import.order', { text: dateCell })}
          value={mapping.order ?? ''}
          options={[
            { value: '', label: say('diary.import.orderAsk') },
            ...orders.map((one) => ({ value: one.order, label: day(one.day) })),
          ]}
          onChange={(value) => {
            change({ order: orders.find(({ order }) => order === value)?.order ?? null });
          }}
        />
      )}
      {unit && (
        <SelectField
          label={say('diary.import.unit')}
          value={mapping.hoursIn ?? ''}
          options={[
            { value: '' as const, label: say('diary.import.orderAsk') },
            ...units.map((value) => ({ value, label: say(`diary.import.unit.${value}`) })),
          ]}
          onChange={(value) => {
            change({ hoursIn: value === '' ? null : value });
          }}
        />
      )}
      {scales.length > 0 && (
        <SelectField
          label={say('diary.import.scale')}
          value={scale.kind}
          options={scales.map((value) => ({ value, label: say(`diary.import.scale.${value}`) }))}
          onChange={(kind) => {
            change({ scale: scaleOf(kind) });
          }}
        />
      )}
      {scales.length > 0 && scale.kind === '0-10' && (
        <>
          {step('moderateFrom', 2, scale.severeFrom)}
          {step('severeFrom', scale.moderateFrom, 10)}
          <p>{say('diary.import.scaleMap', { moderate: scale.moderateFrom, severe: scale.severeFrom })}</p>
        </>
      )}
      {yesNo && (
        <SelectField
          label={say('diary.import.blank')}
          value={mapping.blankIsNo ? 'no' : 'unknown'}
          options={(['unknown', 'no'] as const).map((value) => ({ value, label: say(`diary.import.blank.${value}`) }))}
          onChange={(value) => {
            change({ blankIsNo: value === 'no' });
          }}
        />
      )}
      {repeated > 0 && (
        <SelectField
          label={say('diary.import.sameDay', { n: repeated })}
          value={mapping.sameDay}
          options={(['refuse', 'attacks'] as const).map((value) => ({
            value,
            label: say(`diary.import.sameDay.${value}`),
          }))}
          onChange={(sameDay) => {
            change({ sameDay });
          }}
        />
      )}
      {names.length > 0 && (
        <section aria-labelledby={heading} className={styles['part']}>
          <h3 id={heading}>{say('diary.import.words')}</h3>
          <div className={styles['questions']}>
            {names.slice(0, mostWords).map((name) => (
              <SelectField
                key={name}
                label={name}
                value={medicineOf(mapping, name)}
                options={wordClasses.map((value) => ({
                  value,
                  label:
                    value === 'unknown' || value === 'none'
                      ? say(`diary.import.word.${value}`)
                      : say(`diary.medicine.${value}`),
                }))}
                onChange={(value) => {
                  change({ words: { ...mapping.words, [name]: value } });
                }}
              />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
