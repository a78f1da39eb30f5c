import type { PatientWords } from '../../messages/patient/words';
import type { HeadShape } from '../../state/heads';
import type { NotePicture, NoteView, PictureLayer, PictureSite } from '../../state/note-document';
import type { GivenSpot } from '../../state/preview/given';
import { draw } from '../flat/drawings';
import type { DrawnPaths } from '../flat/paths';
import { loadLightHead } from '../model';
import { layerOf, notePictures, noteViews } from '../note/note-pictures';
import { lightOf } from '../variant-models';
import { type SpotKind, spotParts } from './preview-glyph';

/** Spots are drawn for a screen and brought to a picture on paper. */
const onPaper = 0.3;

/** A spot as a picture on paper has it, back to front. */
export const paperSpot = (kind: SpotKind, k = onPaper): readonly PictureLayer[] =>
  spotParts(kind, 'light').map((part) => layerOf(part, k));

/** The views of a patient's map as a page shows them: the note's own pictures, with plain spots and no numbers. */
export function homePictures(
  spots: readonly GivenSpot[],
  paths: Readonly<Record<NoteView, DrawnPaths>>,
  rays: Parameters<typeof notePictures>[2],
  words: PatientWords,
): readonly NotePicture[] {
  const kinds = new Map(spots.map(({ id, is }) => [id, is]));
  const sites = spots.map(({ id, muscle, is, positionMm, normal }): PictureSite => {
    const state = is === 'left-out' ? 'skipped' : 'given';
    return { number: id, muscle, ftp: is === 'extra', state, positionMm, normal, told: '' };
  });
  return notePictures(sites, paths, rays).map((picture, n) => {
    const view = noteViews[n] ?? 'front';
    const title = words.say(`home.view.${view}`);
    return {
      ...picture,
      title,
      alt: words.say('home.alt', { view: title, n: picture.marks.length }),
      edges: edgesOf(view, words),
      marks: picture.marks.map(({ number, x, y, label }) => ({
        number: '',
        x,
        y,
        label,
        parts: paperSpot(kinds.get(number) ?? 'given'),
      })),
    };
  });
}

function edgesOf(view: NoteView, words: PatientWords): NotePicture['edges'] {
  const [left, right] = [words.say('home.areas.left'), words.say('home.areas.right')];
  switch (view) {
    case 'front':
      return [right, left];
    case 'back':
      return [left, right];
    case 'left':
    case 'right':
      return ['', ''];
  }
}

/** Draws a patient's map; rejects where the head's model or the worker that draws cannot be fetched. */
export async function drawHome(
  shape: HeadShape | null,
  spots: readonly GivenSpot[],
  words: PatientWords,
): Promise<readonly NotePicture[]> {
  const [light, ...drawings] = await Promise.all([
    loadLightHead(),
    ...noteViews.map((view) => draw(shape, view).answer),
  ]);
  const paths = Object.fromEntries(noteViews.map((view, n) => [view, drawings[n]])) as Record<NoteView, DrawnPaths>;
  const sized = lightOf(light, shape);
  const pictures = homePictures(spots, paths, sized.rays, words);
  if (sized !== light) sized.skin.dispose();
  return pictures;
}
