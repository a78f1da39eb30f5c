import type { LandmarkName } from '../protocol/rule';
import type { Anatomy } from './anatomy';
import type { Vec3 } from './anchor';
import { lengthOf } from './fibre-grid';
import { convexHull, type Flat } from './hull';
import { shoulderRidge, zygomaticArch } from './measure-muscles';
import { section } from './section';
import { distance, pointAt } from './vector';

/** The tape lies level or tilted by up to so many degrees over the glabella; the largest girth counts. */
const tilts = [-10, -5, 0, 5, 10];

/** The head as a survey would measure it, on the skin without the ears; mm. */
export function measureHead(anatomy: Anatomy) {
  const at = (name: LandmarkName): Vec3 => anatomy.landmark(name, 'left').position;
  // On the ear the skin without ears is a membrane: there the landmark itself is meant.
  const tragus = anatomy.model.landmarks.find(({ id }) => id === 'tragus-L');
  if (tragus === undefined) throw new RangeError('the head has no left tragus');
  const ear = tragus.positionMm;
  const [glabella, c7, acromion] = [at('glabella'), at('c7'), at('acromion')];
  const midline = section(anatomy.skin, { point: [0, 0, 0], normal: [1, 0, 0] }).flatMap(({ points }) => points);
  const top = Math.max(...midline.map(([, y]) => y));
  const behind = midline.filter(([, y, z]) => y > ear[1] && z < 0);
  const helix = anatomy.model.landmarks.find(({ id }) => id === 'helix-L')?.positionMm[1] ?? 0;
  const { positions } = anatomy.skin;
  let breadth = 0;
  for (let v = 0; v < positions.length / 3; v++) {
    const [x, y] = pointAt(positions, v);
    if (y > helix) breadth = Math.max(breadth, x);
  }
  // The arch is widest close before the ear.
  const arch = Math.max(...zygomaticArch(anatomy).map(([x]) => x));
  return {
    headLength: Math.max(...behind.map((point) => distance(point, glabella))),
    headBreadth: 2 * breadth,
    headCircumference: Math.max(...tilts.map((tilt) => girth(anatomy, glabella, tilt))),
    bizygomaticBreadth: 2 * arch,
    tragionToTop: top - ear[1],
    interpupillary: 2 * at('mid-pupil')[0],
    eyeAboveTragion: at('outer-canthus')[1] - ear[1],
    topAboveC7: top - c7[1],
    tragionAboveC7: ear[1] - c7[1],
    acromionBelowC7: c7[1] - acromion[1],
    biacromialBreadth: 2 * acromion[0],
    shoulderLength: lengthOf(shoulderRidge(anatomy)),
  };
}

/** The length of a tape round the head in a plane through `point`, tilted by degrees about the axis from ear to ear. */
function girth(anatomy: Anatomy, point: Vec3, tilt: number): number {
  const [cos, sin] = [Math.cos((tilt * Math.PI) / 180), Math.sin((tilt * Math.PI) / 180)];
  const loops = section(anatomy.skin, { point, normal: [0, cos, sin] }).filter(({ closed }) => closed);
  const lengths = loops.map(({ points }) => {
    const round = convexHull(points.map(([x, y, z]): Flat => [x, z * cos - y * sin]));
    return lengthOf([...round, ...round.slice(0, 1)].map(([a, b]): Vec3 => [a, b, 0]));
  });
  return Math.max(...lengths);
}
