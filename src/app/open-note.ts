import { drawNote } from '../scene/note/draw-note';
import type { Heads } from '../state/heads';
import { createNoteDesk, type NoteDesk } from '../state/note-desk';
import type { PracticeStore } from '../state/practice';
import { saveFile } from './browser';
import { createNoteWriter } from './note-writer';

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
    writer: createNoteWriter(),
    region: async () => {
      // A vault that is shut keeps its region to itself; the note is then made without one.
      await readPractice().catch(() => undefined);
      return practice.getState().region;
    },
    saveFile,
  });
