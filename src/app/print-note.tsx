import '../messages/later';
import { createRoot } from 'react-dom/client';
import { NotePrint } from '../screens/note/note-print';
import type { SignedVersion } from '../record/signed-version';
import type { NoteOf } from '../state/note-document';
import { storeErrorText } from '../state/refusal-text';
import type { Kit } from './app';

type Parts = Pick<Kit, 'chart' | 'signing' | 'note'>;

/**
 * Prints the note of the open session as it was signed last, or, while it is not signed, a draft that says so. A record whose
 * signature does not hold is shown with what is wrong with it instead. What fails is said; the session stays as it is.
 */
export async function printNote({ chart, signing, note }: Parts): Promise<void> {
  const { session, signature } = chart.store.getState();
  if (session === null) return;
  const drafted = signature === null || signature.kind === 'unsigned';
  if (!drafted && signature.kind !== 'signed') {
    chart.begin({ kind: 'reading-versions' });
    return;
  }
  try {
    const desk = await signing();
    let of: NoteOf = { kind: 'draft', session };
    if (!drafted) {
      const found = await desk.versionsOf(session.id);
      if (!found.ok) {
        chart.say({ key: 'versions.unreadable', values: { why: storeErrorText(found.error) } });
        return;
      }
      of = { kind: 'signed', versions: found.value as readonly SignedVersion[] };
    }
    const notes = await note();
    const [page, paper] = [await notes.document(of), await notes.paper()];
    if (!page.ok) {
      chart.say(page.error);
      return;
    }
    // Where nothing can be put down, it is printed all the same.
    await desk.log.append({ kind: 'printed', record: session.id }).catch(() => undefined);
    const root = createRoot(document.createElement('div'));
    root.render(
      <NotePrint
        document={page.value}
        paper={paper}
        onPrinted={() => {
          root.unmount();
        }}
      />,
    );
  } catch (error) {
    chart.say({ key: 'note.failed.drawing', values: { why: String(error) } });
  }
}
