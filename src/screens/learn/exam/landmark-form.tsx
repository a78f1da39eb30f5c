import '../../../messages/later';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SkinOffset } from '../../../anatomy/anchor';
import { readLandmarkCommand } from '../../../learn/landmark-command';
import { acrossProblem } from '../../../learn/landmark-reach';
import { isPairedLandmark, landmarkNames } from '../../../learn/landmark-words';
import { t } from '../../../messages/translate';
import type { MuscleId, Side } from '../../../protocol/words';
import { commandProblem } from '../../../state/learn/exam-text';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Segmented } from '../../../ui/segmented';
import { type Offset, OffsetFields } from '../../chart/offset-fields';
import styles from './placement-run.module.css';

type Props = {
  readonly muscle: MuscleId;
  readonly side: Side;
  /** The pin that is moved, once all are placed; null while there is one to place. */
  readonly moves: { readonly id: string; readonly n: number } | null;
  readonly onPlace: (offset: SkinOffset, id: string | null) => Promise<boolean>;
};

/** A place without a pointer: said in words, or put together in fields. */
export function LandmarkForm({ muscle, side, moves, onPlace }: Props) {
  const [by, setBy] = useState<'words' | 'fields'>('words');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [offset, setOffset] = useState<Offset>({ landmark: firstFor(muscle), upMm: 0, toward: 'forward', alongMm: 0 });
  const form = useRef<HTMLFormElement>(null);
  // What was wrong is seen, however far the panel was scrolled.
  useEffect(() => {
    if (problem !== null) form.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  const landmarks = landmarkNames.filter((name) => side !== 'midline' || !isPairedLandmark(name));

  const place = async (to: SkinOffset): Promise<void> => {
    if (await onPlace(to, moves?.id ?? null)) setText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    if (by === 'fields') {
      const to = { ...offset, side, ...(side === 'midline' ? { alongMm: 0 } : {}) };
      const wrong = acrossProblem(to);
      if (wrong === null) void place(to);
      else setProblem(commandProblem(wrong));
      return;
    }
    const said = readLandmarkCommand(text, side);
    if (said.ok) void place(said.value);
    else setProblem(commandProblem(said.error));
  };
  return (
    <form ref={form} className={styles['command']} onSubmit={submit} noValidate={by === 'words'}>
      {by === 'words' ? (
        <TextField
          label={t('exam.command')}
          hint={t('exam.commandHint')}
          problem={problem}
          value={text}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="done"
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      ) : (
        <>
          <OffsetFields offset={offset} landmarks={landmarks} across={side !== 'midline'} onChange={setOffset} />
          <p role="alert" className={styles['commandProblem']}>
            {problem}
          </p>
        </>
      )}
      <div className={styles['commandFoot']}>
        <Segmented
          label={t('exam.command')}
          value={by}
          onChange={(next) => {
            setBy(next);
            setProblem(null);
          }}
          options={[
            { value: 'words', label: t('exam.typed') },
            { value: 'fields', label: t('exam.fields') },
          ]}
        />
        <Button type="submit">{moves === null ? t('exam.placePin') : t('exam.movePin', { n: moves.n })}</Button>
      </div>
    </form>
  );
}

/** A landmark near the muscle, to begin with: no hint at its sites. */
function firstFor(muscle: MuscleId): Offset['landmark'] {
  switch (muscle) {
    case 'temporalis':
      return 'tragus';
    case 'occipitalis':
    case 'paraspinal':
      return 'inion';
    case 'trapezius':
      return 'acromion';
    default:
      return 'glabella';
  }
}
