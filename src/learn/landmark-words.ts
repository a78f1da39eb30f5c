import type { LandmarkName } from '../protocol/rule';

/** Landmarks in the middle of the body; every other one has a left and a right. */
const inMidline: ReadonlySet<LandmarkName> = new Set(['nasion', 'glabella', 'hairline', 'inion', 'c7']);
/** Whether a landmark has a left and a right. */
export const isPairedLandmark = (name: LandmarkName): boolean => !inMidline.has(name);

/**
 * What may be typed for a landmark, in small letters; a hyphen is read as a space. The first is the common one. The rim
 * of the orbit has points all around: it is never named without "medial".
 */
const words: Readonly<Record<LandmarkName, readonly string[]>> = {
  nasion: ['nasion', 'root of the nose'],
  glabella: ['glabella'],
  hairline: ['hairline'],
  inion: ['inion', 'external occipital protuberance', 'occipital protuberance', 'eop'],
  c7: ['c7', 'vertebra prominens'],
  'inner-canthus': ['inner canthus', 'medial canthus'],
  'outer-canthus': ['outer canthus', 'lateral canthus'],
  'medial-orbital-rim': ['medial orbital rim'],
  brow: ['brow', 'medial brow', 'eyebrow', 'medial eyebrow'],
  'mid-pupil': ['mid pupil', 'midpupil', 'mid pupil line', 'mid pupillary line', 'midpupillary line', 'pupil'],
  tragus: ['tragus'],
  helix: ['helix', 'helix of the ear'],
  'mastoid-tip': ['mastoid tip', 'tip of the mastoid', 'mastoid process', 'mastoid'],
  'superior-nuchal-line': ['superior nuchal line', 'nuchal line', 'nuchal ridge'],
  'neck-shoulder': ['neck shoulder', 'neck shoulder angle', 'neck shoulder point', 'neck shoulder junction'],
  acromion: ['acromion'],
};

/** All that can be measured from, in the order of the table. */
export const landmarkNames = Object.keys(words) as readonly LandmarkName[];

/** The longest first: "medial canthus" is no way toward the midline. */
const phrases = landmarkNames
  .flatMap((name) => words[name].map((phrase) => ({ name, phrase })))
  .sort((a, b) => b.phrase.length - a.phrase.length);

/** Stands in a text where a landmark was taken out, so that what was said right before it is known. */
export const landmarkMark = '<landmark>';

type Named = { readonly name: LandmarkName; readonly side: 'left' | 'right' | null };

/** The landmarks that a text names, and the text with a mark in the place of each. */
export function takeLandmarks(text: string): { readonly found: readonly Named[]; readonly rest: string } {
  let rest = ` ${text} `;
  const found: Named[] = [];
  for (const { name, phrase } of phrases) {
    // A side is said right before its landmark, "from the left tragus"; before one in the midline "left" is a way.
    const ofSide = isPairedLandmark(name) ? "(?:patient'?s )?(?:(left|right) )?" : '';
    const named = new RegExp(` (?:the )?${ofSide}${phrase}(?= )`);
    for (let match = named.exec(rest); match !== null; match = named.exec(rest)) {
      const side = match[1] === 'left' || match[1] === 'right' ? match[1] : null;
      if (!found.some((one) => one.name === name && one.side === side)) found.push({ name, side });
      rest = `${rest.slice(0, match.index)} ${landmarkMark}${rest.slice(match.index + match[0].length)}`;
    }
  }
  return { found, rest: rest.trim() };
}
