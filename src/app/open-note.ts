import regularUrl from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import semiboldUrl from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url';
import boldUrl from '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf?url';
import { drawNote } from '../scene/note/draw-note';
import type { Heads } from '../state/heads';
import { createNoteDesk, type NoteDesk } from '../state/note-desk';
import type { PracticeStore } from '../state/practice';
import { saveFile } from './browser';
import { once } from './once';

export type NoteParts = {
  readonly heads: Heads;
  readonly practice: PracticeStore;
  /** Reads what the practice keeps, so that `practice` has it. */
  readonly readPractice: () => Promise<unknown>;
};

/** The desk of the notes with everything that it takes from the browser. */
export const openNote = ({ heads, practice, readPractice }: NoteParts): NoteDesk =>
  createNoteDesk({
    heads,
    draw: drawNote,
    fonts: once(async () => {
      const [regular, semibold, bold] = await Promise.all([regularUrl, semiboldUrl, boldUrl].map(fontAt));
      if (regular === undefined || semibold === undefined || bold === undefined) throw new Error('a font is missing');
      return { regular, semibold, bold };
    }),
    region: async () => {
      // A vault that is shut keeps its region to itself; the note is then made without one.
      await readPractice().catch(() => undefined);
      return practice.getState().region;
    },
    saveFile,
  });

async function fontAt(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${String(answer.status)}`);
  return new Uint8Array(await answer.arrayBuffer());
}
