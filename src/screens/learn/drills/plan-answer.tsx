import '../../../messages/later';
import { Check, X } from 'lucide-react';
import type { Answer } from '../../../learn/questions/question';
import { lineName, lineParts } from '../../../state/learn/question-text';
import { MuscleCode } from '../../chart/muscle-code';
import type { AnswerProps } from './question-answer';
import { useGroupName } from '../../../ui/use-group-name';
import styles from './drills.module.css';

type Props = AnswerProps<Extract<Answer, { kind: 'find-row' }>>;

/** The lines of a planned session, one of which is wrong. */
export function PlanAnswer({ answer, labelledBy, given, checked, onGiven }: Props) {
  const group = useGroupName();
  const chosen = given?.kind === 'find-row' ? given.at : null;
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className={styles['plan']}>
      {answer.lines.map((line, at) => {
        const mark = !checked ? null : at === answer.right ? 'right' : at === chosen ? 'wrong' : null;
        const [sites, extras, each] = lineParts(line);
        return (
          <label key={lineName(line) + String(at)} data-on={at === chosen} data-mark={mark}>
            <input
              type="radio"
              name={group}
              checked={at === chosen}
              disabled={checked}
              onChange={() => {
                onGiven({ kind: 'find-row', at });
              }}
            />
            <MuscleCode muscle={line.muscle} />
            <b>{lineName(line)}</b>
            <span className={styles['parts']}>
              <span>{sites}</span>
              <span data-none={line.extras === 0}>{extras}</span>
              <span>{each}</span>
            </span>
            {mark === 'right' && <Check size={18} aria-hidden="true" />}
            {mark === 'wrong' && <X size={18} aria-hidden="true" />}
          </label>
        );
      })}
    </div>
  );
}
