import '../../../messages/later';
import { Check, X } from 'lucide-react';
import type { Answer } from '../../../learn/questions/question';
import { t } from '../../../messages/translate';
import { valueText } from '../../../state/learn/question-text';
import { useDigitKeys } from './use-digit-keys';
import type { AnswerProps } from './question-answer';
import { useGroupName } from '../../../ui/use-group-name';
import styles from './drills.module.css';

type Props = AnswerProps<Extract<Answer, { kind: 'choice' | 'several' }>>;

/** One of several answers, or all that are right: by the keys of their numbers, or by hand. */
export function ChoiceAnswer({ answer, labelledBy, given, checked, checks, onGiven }: Props) {
  const group = useGroupName();
  const { options } = answer;
  const several = answer.kind === 'several';
  const chosen = given?.kind === 'choice' ? [given.at] : given?.kind === 'several' ? given.at : [];
  const isRight = (at: number): boolean => (answer.kind === 'choice' ? at === answer.right : answer.right.includes(at));
  const choose = (at: number) => {
    if (checked) return;
    if (!several) onGiven({ kind: 'choice', at });
    else {
      const now = chosen.includes(at) ? chosen.filter((one) => one !== at) : [...chosen, at];
      onGiven(now.length === 0 ? null : { kind: 'several', at: now });
    }
  };
  useDigitKeys(options.length, choose);
  const all = (
    <>
      {options.map((value, at) => {
        const mark = !checked ? null : isRight(at) ? 'right' : chosen.includes(at) ? 'wrong' : null;
        const text = valueText(value);
        return (
          <label key={text} className={styles['option']} data-on={chosen.includes(at)} data-mark={mark}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={group}
              aria-label={text}
              checked={chosen.includes(at)}
              disabled={checked}
              onChange={() => {
                choose(at);
              }}
            />
            <kbd>{at + 1}</kbd>
            <span>{text}</span>
            {mark === 'right' && <Check size={18} aria-hidden="true" />}
            {mark === 'wrong' && <X size={18} aria-hidden="true" />}
          </label>
        );
      })}
      {!checked && (
        <p className={styles['keys']}>{t(checks ? 'drill.keys' : 'drill.keysChoose', { n: options.length })}</p>
      )}
    </>
  );
  return several ? (
    <div role="group" aria-labelledby={labelledBy} className={styles['options']}>
      {all}
    </div>
  ) : (
    <div role="radiogroup" aria-labelledby={labelledBy} className={styles['options']}>
      {all}
    </div>
  );
}
