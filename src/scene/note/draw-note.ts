import { muscles } from '../../protocol/paradigm';
import type { MuscleId } from '../../protocol/words';
import type { HeadShape } from '../../state/heads';
import type { NoteArt, NoteView, PictureSite } from '../../state/note-document';
import { draw } from '../flat/drawings';
import type { DrawnPaths } from '../flat/paths';
import { loadLightHead } from '../model';
import { muscleHue } from '../palette';
import { lightOf } from '../variant-models';
import { notePictures, noteViews } from './note-pictures';

/**
 * The pictures of a note, from the drawn map's own drawings. Rejects where the head's model or the worker that draws cannot
 * be fetched.
 */
export async function drawNote(shape: HeadShape | null, sites: readonly PictureSite[]): Promise<NoteArt> {
  const [light, ...drawings] = await Promise.all([
    loadLightHead(),
    ...noteViews.map((view) => draw(shape, view).answer),
  ]);
  const paths = Object.fromEntries(noteViews.map((view, n) => [view, drawings[n]])) as Record<NoteView, DrawnPaths>;
  const sized = lightOf(light, shape);
  const pictures = notePictures(sites, paths, sized.rays);
  if (sized !== light) sized.skin.dispose();
  return { pictures, hues: noteHues };
}

/** On paper the hues are those of the light theme. */
const noteHues = Object.fromEntries(muscles.map(({ id }) => [id, muscleHue(id, 'light')])) as Record<MuscleId, string>;
