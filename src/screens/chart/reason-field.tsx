import { useState } from 'react';
import { type MessageKey, t } from '../../messages/translate';
import { SelectField, TextField } from '../../ui/field';
import { otherReason, reasons } from './reasons';

/** Which reason is chosen, and its words: those of the option, or what was typed for another. */
export function useReason(kind: keyof typeof reasons) {
  const options: readonly MessageKey[] = reasons[kind];
  const [value, setValue] = useState<MessageKey>(reasons[kind][0]);
  const [words, setWords] = useState('');
  return { options, value, setValue, words, setWords, text: value === otherReason ? words.trim() : t(value) };
}

/** A reason from a list, with a field for words where none of it fits. */
export function ReasonField({ reason }: { readonly reason: ReturnType<typeof useReason> }) {
  return (
    <>
      <SelectField
        label={t('reason.label')}
        value={reason.value}
        options={reason.options.map((value) => ({ value, label: t(value) }))}
        onChange={reason.setValue}
      />
      {reason.value === otherReason && (
        <TextField
          label={t('reason.otherText')}
          value={reason.words}
          maxLength={200}
          onChange={(event) => {
            reason.setWords(event.target.value);
          }}
        />
      )}
    </>
  );
}
