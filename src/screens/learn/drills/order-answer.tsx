import '../../../messages/later';
import { ArrowDown, ArrowUp, Check, X } from 'lucide-react';
import { useState } from 'react';
import type { Answer } from '../../../learn/questions/question';
import { t } from '../../../messages/translate';
import type { MuscleId } from '../../../protocol/words';
import { muscleName } from '../../../state/site-text';
import { Button } from '../../../ui/button';
import type { AnswerProps } from './question-answer';
import styles from './drills.module.css';

type Props = AnswerProps<Extract<Answer, { kind: 'order' }>>;

/** Muscles to be put in order, each moved up or down by its buttons. */
export function OrderAnswer({ answer, labelledBy, checked, onGiven }: Props) {
  const [order, setOrder] = useState(answer.items);
  const [said, setSaid] = useState('');
  const move = (moved: MuscleId, from: number, by: -1 | 1) => {
    const next = order.filter((muscle) => muscle !== moved).toSpliced(from + by, 0, moved);
    setOrder(next);
    onGiven({ kind: 'order', order: next });
    setSaid(t('drill.moved', { muscle: muscleName(moved), n: from + by + 1, of: order.length }));
  };
  const button = (muscle: MuscleId, at: number, by: -1 | 1) => (
    <Button
      aria-label={t(by === -1 ? 'drill.upward' : 'drill.downward', { muscle: muscleName(muscle) })}
      // Switched off for the hand, not for the focus: a muscle that is moved to an end keeps its button under it.
      aria-disabled={checked || order[at + by] === undefined}
      icon={by === -1 ? <ArrowUp size={18} aria-hidden="true" /> : <ArrowDown size={18} aria-hidden="true" />}
      onClick={() => {
        if (order[at + by] !== undefined) move(muscle, at, by);
      }}
    />
  );
  return (
    <>
      <ol aria-labelledby={labelledBy} className={styles['order']}>
        {order.map((muscle, at) => {
          const right = answer.right[at] === muscle;
          return (
            <li key={muscle} data-mark={checked ? (right ? 'right' : 'wrong') : null}>
              <span>{muscleName(muscle)}</span>
              {checked && (right ? <Check size={18} aria-hidden="true" /> : <X size={18} aria-hidden="true" />)}
              {!checked && button(muscle, at, -1)}
              {!checked && button(muscle, at, 1)}
            </li>
          );
        })}
      </ol>
      <p role="status" className="hidden">
        {said}
      </p>
    </>
  );
}
