import '../../../messages/later';
import { useState } from 'react';
import type { Answer } from '../../../learn/questions/question';
import { t } from '../../../messages/translate';
import { TextField } from '../../../ui/field';
import type { AnswerProps } from './question-answer';
import styles from './drills.module.css';

type Props = AnswerProps<Extract<Answer, { kind: 'number' }>>;

/** A number that is recalled, not recognised. A comma is taken for a point. */
export function NumberAnswer({ answer, checked, checks, onGiven }: Props) {
  const [text, setText] = useState('');
  const isNumber = readNumber(text) !== null;
  return (
    <div className={styles['number']}>
      <TextField
        label={t('drill.yourAnswer', { unit: t(`drill.in.${answer.unit}`) })}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        readOnly={checked}
        problem={text.trim() === '' || isNumber ? null : t('drill.notANumber')}
        onChange={(event) => {
          const typed = event.target.value;
          setText(typed);
          const n = readNumber(typed);
          onGiven(n === null ? null : { kind: 'number', n });
        }}
      />
      {checks && !checked && <p className={styles['keys']}>{t('drill.keysEnter')}</p>}
    </div>
  );
}

function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}
