import type { ZoneId } from '../protocol/danger-zone';
import { zoneOf } from '../protocol/danger-zones';
import { mapOf } from '../protocol/maps';
import { muscleOf } from '../protocol/paradigm';
import { type AdverseRate, adverseRates, muscleFacts } from '../protocol/muscle-facts';
import type { Caution } from '../protocol/site';
import { firstTechnique, tailorings } from '../protocol/tailoring';
import type { MapId, MuscleId } from '../protocol/words';
import type { Told } from './statements-row';

/** The danger zones that are shown with a muscle: those that its sites, on either map, are in or near on the standard head. */
export const zonesBeside: Readonly<Record<MuscleId, readonly ZoneId[]>> = {
  corrugator: ['supratrochlear-nerve', 'supraorbital-nerve', 'orbital-rim'],
  procerus: [],
  frontalis: ['supraorbital-nerve', 'supratrochlear-nerve'],
  temporalis: ['superficial-temporal-artery-frontal', 'superficial-temporal-artery-parietal', 'auriculotemporal-nerve'],
  occipitalis: ['greater-occipital-nerve', 'third-occipital-nerve', 'occipital-artery'],
  paraspinal: ['greater-occipital-nerve', 'third-occipital-nerve'],
  trapezius: ['lung-apex'],
};

/** Beside which muscle a rate is told. No source says at which site it happened, and the text says so. */
const eventsBeside: Readonly<Record<MuscleId, readonly AdverseRate['event'][]>> = {
  corrugator: ['eyelid ptosis', 'ptosis'],
  procerus: ['pain at a site for over 24 hours'],
  frontalis: [],
  temporalis: [],
  occipitalis: [],
  paraspinal: ['neck pain', 'neck stiffness'],
  trapezius: ['musculoskeletal stiffness', 'stiffness', 'muscle weakness', 'weakness'],
};

/** What may happen at the sites of a muscle, how often that was seen, and what lies near. */
export const whatGoesWrong = (map: MapId, muscle: MuscleId): readonly Told[] => [
  ...cautionsOf(map, muscle).filter(({ prevents }) => prevents !== true),
  ...muscleFacts[muscle].filter(({ about }) => about === 'wrong'),
  ...zonesTold(muscle),
  ...eventsBeside[muscle].flatMap(rateTold),
];

/** How technique keeps clear of it, and when a session departs from the paradigm for it. */
export const preventing = (map: MapId, muscle: MuscleId): readonly Told[] => [
  ...cautionsOf(map, muscle).filter(({ prevents }) => prevents === true),
  ...muscleFacts[muscle].filter(({ about }) => about === 'prevent'),
  ...tailoringTold(muscle),
];

function tailoringTold(muscle: MuscleId): readonly Told[] {
  const rows = tailorings.filter((tailoring) => tailoring.muscle === muscle).flatMap(({ because }) => because);
  if (rows.length === 0) return [];
  const told = rows.map((row) => ({ ...row, text: `${row.text} A deviation: it is recorded with its reason.` }));
  return [firstTechnique, ...told];
}

/** Of all the muscle's sites, each once. One that is not of all of them says of which it is. */
function cautionsOf(map: MapId, muscle: MuscleId): readonly Caution[] {
  const sites = mapOf(map).sites[muscle];
  const all = new Set(sites.flatMap(({ cautions }) => cautions));
  return [...all].map((caution) => {
    const at = sites.flatMap(({ cautions }, n) => (cautions.includes(caution) ? [n + 1] : []));
    const { name } = muscleOf(muscle);
    return at.length === sites.length ? caution : { ...caution, text: `${name} ${at.join(' and ')}: ${caution.text}` };
  });
}

/** Zones of which the same is said are named together. */
function zonesTold(muscle: MuscleId): readonly Told[] {
  const zones = zonesBeside[muscle].map(zoneOf);
  const whys = [...new Set(zones.map(({ why }) => why))];
  return whys.map((why) => {
    const names = zones.filter((zone) => zone.why === why).map(({ name }) => name);
    return {
      ...why,
      text: `${names.map((name, n) => (n === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1))).join('; ')}. ${why.text}`,
    };
  });
}

function rateTold(event: AdverseRate['event']): readonly Told[] {
  return adverseRates
    .filter((rate) => rate.event === event)
    .map(({ percent, of, evidence, sources }) => ({
      text: `All sites together: ${event} in ${String(percent)} % ${of}.`,
      evidence,
      sources,
    }));
}
