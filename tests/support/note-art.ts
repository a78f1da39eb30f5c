import { readFileSync } from 'node:fs';
import { BufferAttribute, BufferGeometry } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import { readHead } from '../../scripts/read-head';
import type { NoteFonts } from '../../src/exchange/pdf/note-fonts';
import { procedureNote } from '../../src/record/procedure-note';
import type { SessionContent } from '../../src/record/signed-version';
import type { DrawnPaths } from '../../src/scene/flat/paths';
import { notePictures, noteViews } from '../../src/scene/note/note-pictures';
import { muscleHue } from '../../src/scene/palette';
import { muscles } from '../../src/protocol/paradigm';
import type { MuscleId } from '../../src/protocol/words';
import type { NoteArt, NoteView, PictureSite } from '../../src/state/note-document';
import { pictureSites } from '../../src/state/note-sites';

/** The fonts of the note as the build serves them. */
export const noteFonts = (): NoteFonts => ({
  regular: fontAt('400Regular/Inter_400Regular'),
  semibold: fontAt('600SemiBold/Inter_600SemiBold'),
  bold: fontAt('700Bold/Inter_700Bold'),
});
const fontAt = (name: string): Uint8Array =>
  readFileSync(new URL(`../../node_modules/@expo-google-fonts/inter/${name}.ttf`, import.meta.url));

export const noteHues = Object.fromEntries(muscles.map(({ id }) => [id, muscleHue(id, 'light')])) as Record<
  MuscleId,
  string
>;

/** A head so plain that it is drawn in no time: an outline about as large as the standard one's, shoulders and all. */
const outline =
  'M-780 600l200 -700 580 -250 580 250 200 700 -300 500 0 400 1000 400 0 700 -2960 0 0 -700 1000 -400 0 -400 -300 -500';
const plain: DrawnPaths = { outline, contours: '', slits: '', light: '', heavy: '', washes: [], hairline: '' };
export const plainHead = Object.fromEntries(noteViews.map((view) => [view, plain])) as Record<NoteView, DrawnPaths>;

let searched: Promise<MeshBVH> | null = null;

/** The small standard head's skin, to ask what hides what. */
export function lightSkin(): Promise<MeshBVH> {
  searched ??= readHead('light').then(({ positions, indices }) => {
    const skin = new BufferGeometry();
    skin.setAttribute('position', new BufferAttribute(positions, 3));
    skin.setIndex(new BufferAttribute(indices.slice(), 1));
    return new MeshBVH(skin);
  });
  return searched;
}

/** The pictures of a session on the plain head; what an ear hides is that of the standard one. */
export const noteArt = (session: SessionContent): Promise<NoteArt> => artOf(pictureSites(procedureNote(session)));

/** The same of any sites. */
export const artOf = async (sites: readonly PictureSite[]): Promise<NoteArt> => ({
  pictures: notePictures(sites, plainHead, await lightSkin()),
  hues: noteHues,
});
