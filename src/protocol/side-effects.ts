import { type EffectId, effectIds, effectNames, isUrgent } from './effect-names';
import { mapOf } from './maps';
import { adverseRates, type AdverseRate, muscleFacts } from './muscle-facts';
import type { Cited } from './paradigm';
import type { Caution } from './site';
import { tailorings } from './tailoring';
import type { TailoringId } from './tailoring-names';
import type { MuscleId } from './words';

/**
 * What is published of each unwanted effect. What leads to it and what keeps clear of it stand as cautions of the sites and
 * facts of the muscles, and are taken from there by a phrase of theirs: no sentence stands twice, and one that is corrected
 * there is looked for again here.
 */
export type EffectFacts = {
  readonly id: EffectId;
  readonly name: string;
  /** The muscles it is usually put down to, in the order in which they come to mind; none where no source names one. */
  readonly muscles: readonly MuscleId[];
  /** How often it was reported, all sites together; empty where no rate was read. */
  readonly rates: readonly EffectRate[];
  /** What the sources say of technique. To correct it stands before any reduction: `firstTechnique`. */
  readonly technique: readonly Advice[];
  /** The ways of tailoring whose reasons name it. */
  readonly tailoring: readonly TailoringAdvice[];
  /** `urgent`: the patient is seen at once. `named`: the boxed warning counts it among the signs of spread as well. */
  readonly boxed: 'urgent' | 'named' | null;
};

/** Percent of the people treated, in the source's words. */
export type EffectRate = Omit<AdverseRate, 'event'> & { readonly event: string };

export type Advice = Pick<Caution, 'text' | 'evidence' | 'sources'> & { readonly muscle: MuscleId };

export type TailoringAdvice = Advice & { readonly tailoring: TailoringId };

/** What the label warns of in its box, as it was read there. */
export const boxedWarning: { readonly text: string } & Cited = {
  text:
    'Boxed warning of the label: the effect of the toxin can spread from where it was injected, hours to weeks later ' +
    '(weakness, double vision, drooping lids, trouble swallowing, trouble with the voice, slurred speech, loss of bladder control, ' +
    'trouble breathing). Trouble swallowing or breathing can be fatal.',
  evidence: 'confirmed',
  sources: ['S1'],
};

/** Which complaints of a patient are urgent. */
export const urgentEffects: { readonly text: string } & Cited = {
  text: 'Urgent: trouble swallowing, speaking or breathing, weakness all over, an allergic reaction.',
  evidence: 'confirmed',
  sources: ['S1'],
};

/** A caution of the muscle's sites, by a phrase of it. */
function caution(muscle: MuscleId, phrase: string): Advice {
  const all = mapOf('preempt-2017').sites[muscle].flatMap(({ cautions }) => cautions);
  const found = all.find(({ text }) => text.includes(phrase));
  return adviceOf(muscle, phrase, found);
}

/** A fact of the muscle, by a phrase of it. */
const fact = (muscle: MuscleId, phrase: string): Advice =>
  adviceOf(
    muscle,
    phrase,
    muscleFacts[muscle].find(({ text }) => text.includes(phrase)),
  );

/** A reason to tailor, by a phrase of it. */
function tailored(tailoring: TailoringId, phrase: string): TailoringAdvice {
  const row = tailorings.find(({ id }) => id === tailoring);
  if (row === undefined || row.muscle === null) throw new RangeError(`not a tailoring of one muscle: ${tailoring}`);
  const found = row.because.find(({ text }) => text.includes(phrase));
  return { tailoring, ...adviceOf(row.muscle, phrase, found) };
}

function adviceOf(muscle: MuscleId, phrase: string, found: Omit<Advice, 'muscle'> | undefined): Advice {
  if (found === undefined) throw new RangeError(`nothing is said of ${muscle} with the words: ${phrase}`);
  const { text, evidence, sources } = found;
  return { muscle, text, evidence, sources };
}

const rated = (...events: readonly AdverseRate['event'][]): readonly EffectRate[] =>
  adverseRates.filter(({ event }) => events.includes(event));

/** Recalled figures of the trials; the paper that holds them was not read there. */
const recalledPool = {
  of: 'of both PREEMPT trials together, as recalled',
  evidence: 'unconfirmed',
  sources: [],
} as const;

type Row = Omit<EffectFacts, 'id' | 'name' | 'boxed'> & {
  /** The boxed warning counts it among the signs of spread. */
  readonly named?: true;
};

/** Of most of what is urgent nothing is published that would help the next time. */
const nothing: Row = { muscles: [], rates: [], technique: [], tailoring: [] };

const rows: Readonly<Record<EffectId, Row>> = {
  'neck-pain': {
    muscles: ['paraspinal', 'occipitalis', 'trapezius'],
    rates: rated('neck pain', 'neck stiffness', 'musculoskeletal stiffness', 'stiffness'),
    technique: [
      caution('paraspinal', 'reaches the extensors: neck pain'),
      fact('paraspinal', 'High, superficial'),
      fact('paraspinal', 'Keep the neck neutral'),
      caution('occipitalis', 'in neck muscle: neck weakness and pain'),
      fact('occipitalis', 'Feel the superior nuchal ridge'),
      caution('trapezius', 'Stay lateral to the neck'),
    ],
    tailoring: [
      tailored('paraspinal-higher', 'earlier neck pain'),
      tailored('paraspinal-reduced', 'earlier neck pain'),
      tailored('trapezius-reduced', 'earlier neck pain'),
    ],
  },
  'brow-droop': {
    muscles: ['frontalis', 'corrugator', 'procerus', 'temporalis'],
    rates: [],
    technique: [
      caution('frontalis', 'A low injection drops the brow'),
      caution('frontalis', 'of the forehead height avoids brow drop'),
      caution('frontalis', 'Too low and lateral drops the lateral brow'),
      fact('frontalis', 'Against a drooping brow'),
      caution('corrugator', 'the medial brow drops'),
      caution('procerus', 'the medial brow drops'),
      caution('temporalis', 'drops the brow'),
    ],
    tailoring: [
      tailored('frontalis-higher', 'After a drooping brow or lid'),
      tailored('frontalis-reduced', 'After a drooping brow or lid'),
      tailored('corrugator-reduced', 'After a drooping brow'),
    ],
  },
  'lid-droop': {
    muscles: ['corrugator', 'frontalis'],
    rates: [...rated('eyelid ptosis', 'ptosis'), { event: 'eyelid ptosis', percent: 3.3, ...recalledPool }],
    technique: [
      caution('corrugator', 'the upper lid droops'),
      caution('corrugator', 'at least 1 cm above the orbital rim'),
      caution('corrugator', 'do not pass lateral to the mid-pupil line'),
      fact('corrugator', 'Against a drooping lid'),
      caution('frontalis', 'Look for drooping brows or lids'),
    ],
    tailoring: [
      tailored('frontalis-higher', 'After a drooping brow or lid'),
      tailored('frontalis-reduced', 'After a drooping brow or lid'),
    ],
    named: true,
  },
  heaviness: {
    muscles: ['trapezius'],
    rates: [],
    technique: [fact('trapezius', 'Superficial and horizontal')],
    tailoring: [],
  },
  bruising: {
    muscles: ['temporalis'],
    rates: [],
    technique: [
      caution('temporalis', 'The temple bruises easily'),
      caution('temporalis', 'feel the pulse and stay off it'),
      fact('temporalis', 'stay behind the hairline'),
    ],
    tailoring: [],
  },
  weakness: {
    muscles: ['paraspinal', 'trapezius', 'occipitalis'],
    rates: [...rated('muscle weakness', 'weakness'), { event: 'muscular weakness', percent: 5.5, ...recalledPool }],
    technique: [
      caution('paraspinal', 'weak extension'),
      fact('paraspinal', 'High, superficial'),
      caution('trapezius', 'shoulder weakness'),
      fact('trapezius', 'Superficial and horizontal'),
      caution('occipitalis', 'in neck muscle: neck weakness and pain'),
    ],
    tailoring: [],
    named: true,
  },
  swallowing: { ...nothing, rates: rated('dysphagia') },
  breathing: nothing,
  speaking: nothing,
  'general-weakness': nothing,
  'allergic-reaction': nothing,
  other: nothing,
};

/** What is published of one effect, put together from the tables that state it. */
export function effectFacts(id: EffectId): EffectFacts {
  const { named, ...row } = rows[id];
  const boxed = isUrgent(id) ? 'urgent' : named === undefined ? null : 'named';
  return { id, name: effectNames[id], ...row, boxed };
}

/** Every effect that is asked for, in the order of asking. */
export const sideEffects: readonly EffectFacts[] = effectIds.map(effectFacts);
