import '../../messages/later';
import { t } from '../../messages/translate';
import type { SignedVersion } from '../../record/signed-version';
import { noteText } from '../../state/note-text';
import { CopyText } from './copy-text';

/** The note of a signed version as plain text, for the patient's record elsewhere. */
export function CopyNote({ version }: { readonly version: SignedVersion }) {
  return (
    <CopyText
      record={version.session.id}
      text={() => noteText(version)}
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
