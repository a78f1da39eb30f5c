import '../messages/later';
import { t } from '../messages/translate';
import type { ProcedureNote } from '../record/procedure-note';
import type { SignedVersion } from '../record/signed-version';
import type { NoteOf } from './note-document';
import { mixedText } from './products-text';

/** What must be read before anything else of a note, each a sentence. `signed` is the version that it is of; null of a draft. */
export function noteWarnings(of: NoteOf, signed: SignedVersion | null, { products }: ProcedureNote): readonly string[] {
  const mixed = mixedText(products);
  if (of.kind === 'draft') return [t('note.page.draft'), ...mixed];
  const { trouble } = of;
  const latest = of.versions.at(-1);
  const replaced = signed !== null && latest !== undefined && latest.version !== signed.version;
  return [
    ...(trouble === undefined ? [] : [t('note.page.trouble', { trouble })]),
    ...(replaced ? [t('note.page.replaced', { version: signed.version, latest: latest.version })] : []),
    ...mixed,
  ];
}
