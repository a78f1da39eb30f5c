import { Fragment } from 'react';
import type { PatientWords } from '../../messages/patient/words';
import { acuteIds } from '../../outcomes/diary-day';
import { medicineKeys, migraineKey, noMedicineKey } from './grid-keys';
import styles from './diary-editor.module.css';

type Props = { readonly words: PatientWords; readonly letters: boolean };

/** The keys of the calendar; letters only where they act. */
export function KeyHelp({ words, letters }: Props) {
  const { say } = words;
  const keys: readonly (readonly [string, string])[] = [
    ['← → ↑ ↓', say('diary.key.move')],
    ['PgUp PgDn', say('diary.key.month')],
    ['0', say('diary.none')],
    ['1', say('diary.level.1')],
    ['2', say('diary.level.2')],
    ['3', say('diary.level.3')],
    ...(letters
      ? ([
          [migraineKey, say('diary.key.migraine')],
          ...acuteIds.map((one) => [medicineKeys[one], say(`diary.medicine.${one}`)] as const),
          [noMedicineKey, `${say('diary.medicines')} ${say('diary.noMedicine')}`],
        ] as const)
      : []),
    ['Enter', say('diary.key.open')],
    ['Del', say('diary.key.clear')],
    ['Ctrl Z', say('diary.key.undo')],
  ];
  return (
    <details className={styles['keys']}>
      <summary>{say('diary.keys')}</summary>
      <dl>
        {keys.map(([key, what]) => (
          <Fragment key={key}>
            <dt>
              <kbd>{key.length === 1 ? key.toUpperCase() : key}</kbd>
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
