import '../../messages/later';
import { t } from '../../messages/translate';
import { type SignedNote, noteText } from '../../state/note-text';
import { CopyText } from './copy-text';

/** The note of a signed version as plain text, for the patient's record elsewhere. */
export function CopyNote({ of, record }: { readonly of: SignedNote; readonly record: string }) {
  return (
    <CopyText
      record={record}
      text={() => noteText(of)}
      words={{
        copy: t('note.copy'),
        copied: t('note.copied'),
        notCopied: t('note.notCopied'),
        asText: t('note.asText'),
      }}
      rows={12}
    />
  );
}
