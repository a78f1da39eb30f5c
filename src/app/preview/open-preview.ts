import { drawHome, paperSpot } from '../../scene/preview/home-pictures';
import { createGivenDesk } from '../../state/preview/given-desk';
import { createMarksDesk } from '../../state/preview/marks';
import type { OutcomesKit } from '../../state/outcomes/outcomes-kit';
import type { PreviewKit } from '../../state/preview/preview-kit';
import { createTakeHomeDesk } from '../../state/preview/take-home-desk';
import { createPreviewView } from '../../state/preview/view';
import type { Kit } from '../app';
import { saveFile } from '../browser';
import { createNoteWriter } from '../note-writer';
import { placements } from '../placements';
import { createReader } from './reader';

const spots = { given: paperSpot('given'), extra: paperSpot('extra'), 'left-out': paperSpot('left-out') };

/** Preview with everything that it takes from the rest of the app. */
export function openPreview(kit: Kit, { bookOf, now }: Pick<OutcomesKit, 'bookOf' | 'now'>): PreviewKit {
  const { anatomy, heads, lock, onHandNear, practice, practiceDesk, settings, signing, store } = kit;
  const view = createPreviewView();
  lock.subscribe(() => {
    // Whose it was is forgotten with the vault.
    view.setState({ patient: null });
  });
  const writer = createNoteWriter();
  return {
    placements,
    view,
    reader: createReader((globalThis as Partial<typeof globalThis>).speechSynthesis),
    given: createGivenDesk({
      store,
      signing,
      async file(patient) {
        const book = bookOf(patient);
        const problem = await book.ready();
        const state = book.store.getState();
        if (problem !== null || state.kind !== 'open') throw new Error(problem?.kind ?? state.kind);
        return state.file;
      },
      now,
    }),
    marks: createMarksDesk(placements, anatomy, () => settings.getState().map),
    takeHome: createTakeHomeDesk({
      heads,
      draw: async (shape, given, words) => ({ pictures: await drawHome(shape, given, words), spots }),
      write: writer.writeTakeHome,
      prepare: () => {
        writer.prepare();
        // Has the full head fetched, on which what was placed by hand is found again.
        onHandNear();
      },
      anatomy,
      practice: async () => {
        // A vault that is shut keeps what the practice goes by to itself.
        await practiceDesk().catch(() => undefined);
        return practice.getState();
      },
      log: async () => (await signing()).log,
      now,
      saveFile,
    }),
  };
}
