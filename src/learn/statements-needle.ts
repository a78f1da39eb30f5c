import { type BmiBand, deepNeighbours, muscleDepths } from '../protocol/depths';
import { mapOf } from '../protocol/maps';
import { technique } from '../protocol/muscle-facts';
import { needleSize } from '../protocol/paradigm';
import type { Needle } from '../protocol/site';
import type { MapId, MuscleId } from '../protocol/words';
import type { Told } from './statements-row';

function needleOf(map: MapId, muscle: MuscleId): Needle {
  const [first] = mapOf(map).sites[muscle];
  if (first === undefined) throw new RangeError(`${map} has no site of ${muscle}`);
  return first.needle;
}

/** Which needle, and how it is held. */
export function needleTold(map: MapId, muscle: MuscleId): readonly Told[] {
  const { gauge, lengthMm, direction, pose, alternative, evidence } = needleOf(map, muscle);
  const size = { evidence: needleSize.evidence, sources: needleSize.sources };
  return [
    { text: `${gauge}, ${String(lengthMm)} mm.`, ...size },
    ...(alternative === undefined
      ? []
      : [{ text: `A needle of ${String(alternative.lengthMm)} mm ${alternative.when}.`, ...size }]),
    { text: `${capital(direction)}.`, evidence, sources: pose.sources },
    ...(pose.chosen === undefined
      ? []
      : [{ text: pose.chosen.what, evidence: pose.chosen.evidence, sources: [], taught: true as const }]),
    ...technique,
  ];
}

const bands: Readonly<Record<BmiBand, string>> = {
  'under-25': 'under 25',
  '25-30': '25 to 30',
  '30-35': '30 to 35',
  'over-35': 'over 35',
};

/** How deep the needle goes, what was measured of it, and what else lies there. */
export function depthTold(map: MapId, muscle: MuscleId): readonly Told[] {
  const { depth, evidence, pose } = needleOf(map, muscle);
  return [
    { text: `${capital(depth)}.`, evidence, sources: pose.sources },
    ...measuredTold(muscle),
    ...deepNeighbours
      .filter((row) => row.muscle === muscle)
      .map((row) => ({
        text: `${capital(row.name)}: ${String(row.mm)} mm deep ${row.where}.`,
        evidence: row.evidence,
        sources: row.sources,
      })),
  ];
}

/** All bands in one sentence: they were read in one source. */
function measuredTold(muscle: MuscleId): readonly Told[] {
  const rows = muscleDepths.filter((row) => row.muscle === muscle);
  const [first] = rows;
  if (first === undefined) return [];
  const depths = rows.map(({ band, mean, sd }) => `${String(mean)} ± ${String(sd)} mm at ${bands[band]}`);
  const { measured, evidence, sources } = first;
  return [
    {
      text: `Under the skin on CT, by body mass index: ${measured} ${depths.join(', ')}.`,
      evidence,
      sources,
    },
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
