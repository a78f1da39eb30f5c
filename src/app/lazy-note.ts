import type { NoteDesk } from '../state/note-desk';
import type { NoteParts } from './open-note';
import { once } from './once';

/** Notes as pages and as files, fetched when first asked for: with the drawings, the fonts and the writer after it. */
export const createLazyNote = (parts: NoteParts): (() => Promise<NoteDesk>) =>
  once(() => import('./open-note').then(({ openNote }) => openNote(parts)));
