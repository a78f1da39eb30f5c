import { muscleOf } from '../protocol/paradigm';
import type { LandmarkName } from '../protocol/rule';
import type { MuscleId, Side } from '../protocol/words';
import type { SkinOffset } from './anchor';

/** The words in which a point of the skin is told. English, as the record keeps them. */

const landmarkWords: Readonly<Record<LandmarkName, string>> = {
  nasion: 'the nasion',
  glabella: 'the glabella',
  hairline: 'the hairline',
  inion: 'the inion',
  c7: 'C7',
  'inner-canthus': 'the inner canthus',
  'outer-canthus': 'the outer canthus',
  'medial-orbital-rim': 'the medial orbital rim',
  brow: 'the medial brow',
  'mid-pupil': 'the mid-pupil line',
  tragus: 'the tragus',
  helix: 'the helix',
  'mastoid-tip': 'the mastoid tip',
  'superior-nuchal-line': 'the superior nuchal line',
  'neck-shoulder': 'the neck-shoulder point',
  acromion: 'the acromion',
};

const alongWords: Readonly<Record<SkinOffset['toward'], string>> = {
  forward: 'in front of',
  back: 'behind',
  lateral: 'lateral to',
  medial: 'medial to',
};

/** Along the crest of the shoulder up is inward and down is outward; up from the neck-shoulder point is the neck. */
function verticalWord({ landmark, upMm }: SkinOffset): string {
  if (landmark === 'acromion') return upMm > 0 ? 'medial to' : 'lateral to';
  if (landmark === 'neck-shoulder' && upMm < 0) return 'lateral to';
  return upMm > 0 ? 'above' : 'below';
}

/**
 * Whether both legs of an offset run along the one crest of a shoulder, where up and down are the way to the neck and
 * back already: a sentence of it would say medial twice, or medial and lateral. Such an offset is not asked for, and a
 * place that was kept by one is told anew.
 */
export const namesOneAxisTwice = ({ landmark, upMm, toward, alongMm }: Omit<SkinOffset, 'side'>): boolean =>
  (landmark === 'acromion' || landmark === 'neck-shoulder') &&
  upMm !== 0 &&
  alongMm !== 0 &&
  (toward === 'lateral' || toward === 'medial');

/** "34 mm above and 8 mm in front of the tragus". What is 0 mm is left out. */
export function offsetSentence(offset: SkinOffset): string {
  const parts: string[] = [];
  if (offset.upMm !== 0) parts.push(`${Math.abs(offset.upMm)} mm ${verticalWord(offset)}`);
  if (offset.alongMm !== 0) parts.push(`${offset.alongMm} mm ${alongWords[offset.toward]}`);
  return `${parts.length === 0 ? 'at' : parts.join(' and ')} ${landmarkWords[offset.landmark]}`;
}

/** "left temporalis, 34 mm above and 8 mm in front of the tragus"; the procerus has no side to say. */
export function pointSentence(muscle: MuscleId, side: Side, offset: SkinOffset): string {
  const name = muscleOf(muscle).name.toLowerCase();
  return `${side === 'midline' ? name : `${side} ${name}`}, ${offsetSentence(offset)}`;
}
