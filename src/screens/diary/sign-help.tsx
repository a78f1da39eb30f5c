import type { ReactNode } from 'react';
import type { PatientWords } from '../../messages/patient/words';
import { Pill, Ring, Steps } from './day-mark';
import styles from './diary-editor.module.css';
import grid from './month-grid.module.css';

/** What the signs of the calendar mean. */
export function SignHelp({ words: { say } }: { readonly words: PatientWords }) {
  const signs: readonly (readonly [string, ReactNode, string])[] = [
    ['empty', <span key="sign" className={styles['dashed']} />, say('diary.cell.unrecorded')],
    ['ring', <Ring key="sign" />, say('diary.cell.none')],
    ['1', <Steps key="sign" of={1} />, say('diary.severity.1')],
    ['2', <Steps key="sign" of={2} />, say('diary.severity.2')],
    ['3', <Steps key="sign" of={3} />, say('diary.severity.3')],
    ['?', <b key="sign">?</b>, say('diary.sign.unknownSeverity')],
    [
      'm',
      <b key="sign" className={grid['migraine']}>
        M
      </b>,
      say('diary.cell.migraine'),
    ],
    ['pill', <Pill key="sign" />, say('diary.cell.medicine')],
  ];
  return (
    <details className={styles['keys']}>
      <summary>{say('diary.signs')}</summary>
      <ul>
        {signs.map(([id, sign, what]) => (
          <li key={id}>
            <span className={styles['sign']} aria-hidden="true">
              {sign}
            </span>
            {what}
          </li>
        ))}
      </ul>
    </details>
  );
}
