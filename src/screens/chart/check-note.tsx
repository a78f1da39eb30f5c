import '../../messages/later';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import { TextField } from '../../ui/field';

type Props = {
  /** The check's name. */
  readonly check: string;
  readonly note: string;
  /** It was asked for just now: the words go here. */
  readonly focused: boolean;
  readonly onChange: (note: string) => void;
};

/** Words beside an answer, kept as they are typed. */
export function CheckNote({ check, note, focused, onChange }: Props) {
  const [typed, setTyped] = useState(note);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) field.current?.querySelector('input')?.focus();
  }, [focused]);
  return (
    <div ref={field}>
      <TextField
        label={t('visit.noteOn', { check })}
        // Kept without the blanks around it; they are not taken away under the hand.
        value={typed.trim() === note ? typed : note}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
