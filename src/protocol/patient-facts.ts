import { patientEffects } from './patient-effects';
import { type Cited, type Muscle, muscleOf, muscles, published, sessionTotals } from './paradigm';
import { cited, derived, type PatientFact, read, recalled, taught, weakly } from './patient-fact';
import { type SafetyCheckId, safetyCheckOf } from './safety-checks';
import { otherToxin, retreatment } from './safety-limits';
import { type RegionId, regions } from './regions';
import type { SourceId } from './sources';
import type { MuscleId } from './words';

/** What a check of safety rests on first, told to the patient in other words. */
function asked(id: SafetyCheckId): PatientFact {
  const [first] = safetyCheckOf(id).because;
  if (first === undefined) throw new RangeError(`no reason stands under the check ${id}`);
  const { evidence, sources } = first;
  return { evidence, sources };
}

const weeks = retreatment.days / 7;
const feel = { ...taught, feel: true } as const;

/** Of 143 people in one practice, the share who felt the effect fade before the next session, in percent. */
const wearOff = { percent: 62.9, ...read('S11') } as const;
/** What is said "in so many of" where one study is told. */
const inTen = 10;

const facts = {
  'preview.feel': feel,
  'preview.pause': taught,
  // Read there: how many injections and how much. That it names the same areas is recalled.
  'preview.why.studies': recalled('S9c'),
  'preview.time.area': { values: { minutes: 1 }, ...taught },

  'preview.time.count': {
    values: { n: sessionTotals.fixedSites, areas: muscles.length },
    ...cited(published),
  },
  'preview.time.more': { values: { n: sessionTotals.capSites - sessionTotals.fixedSites }, ...cited(published) },
  'preview.time.session': { values: { minutes: 15 }, ...taught },
  'preview.time.again': { values: { weeks }, ...cited(retreatment) },

  'preview.before.diary': { values: { months: 1 }, ...read('S48b') },
  'preview.before.pain': read('S2'),
  'preview.before.list': taught,
  'preview.before.allergy': asked('hypersensitivity'),
  'preview.before.skin': asked('infection-at-site'),
  'preview.before.muscle': asked('neuromuscular-disease'),
  'preview.before.swallow': asked('swallowing-or-breathing'),
  'preview.before.pregnant': asked('pregnancy-or-breastfeeding'),
  'preview.before.antibiotic': asked('aminoglycosides'),
  'preview.before.relax': asked('muscle-relaxants'),
  'preview.before.bleeding': asked('bleeding'),
  'preview.before.other': { values: { months: otherToxin.months }, ...cited(otherToxin) },
  'preview.before.surgery': asked('facial-surgery'),
  // Its first reason is about what is seen on examination; what the patient can tell is the second.
  'preview.before.droop': weakly('S41b'),
  'preview.before.change': taught,

  'preview.after.rub': { values: { hours: 24 }, ...weakly('S62') },
  'preview.after.upright': { values: { hours: 4 }, ...weakly('S62') },
  'preview.after.sport': { values: { hours: 24 }, ...weakly('S62') },
  'preview.after.heat': { values: { hours: 24 }, ...weakly('S62') },
  'preview.after.hair': { values: { hours: 24 }, ...weakly('S62') },
  'preview.after.hat': weakly('S62b'),
  'preview.after.proof': weakly('S62'),

  'preview.expect.onset': { values: { low: 10, high: 14 }, ...taught },
  'preview.expect.full': { values: { low: 4, high: 6 }, ...taught },
  'preview.expect.best': read('S59'),
  'preview.expect.fading': { values: { low: 10, high: 12 }, ...weakly('S26', 'S50') },
  'preview.expect.fadeShare': {
    values: { n: Math.round((wearOff.percent / 100) * inTen), of: inTen },
    ...cited(wearOff),
  },
  'preview.expect.next': { values: { weeks }, ...cited(retreatment) },
  'preview.expect.cycles': { values: { n: 2 }, ...read('S6b') },
  'preview.expect.decide': read('S6b', 'S7'),
  'preview.expect.benefit': { values: { days: 2 }, ...read('S57') },
  'preview.expect.notAll': derived('S6b', 'S7'),

  ...patientEffects,

  'preview.warn.when': read('S1'),
  'preview.warn.breathe': read('S1'),
  'preview.warn.swallow': read('S1'),
  'preview.warn.speak': read('S1'),
  'preview.warn.weak': read('S1'),
  // That a reaction is urgent was read; how it looks is general knowledge.
  'preview.warn.allergy': recalled('S1'),
  'preview.warn.emergency': taught,
  // The label counts them among the signs of spread. That a call on the same day is enough for them was chosen here.
  'preview.warn.double': recalled('S1'),
  'preview.warn.lid': recalled('S1'),
  'preview.warn.voice': recalled('S1'),
  'preview.warn.bladder': recalled('S1'),
  'preview.warn.neck': taught,
  'preview.warn.worry': taught,
  'preview.warn.unreached': taught,

  'preview.pain.why': read('S2'),
  'preview.pain.talk': taught,
} as const satisfies Readonly<Record<string, PatientFact>>;

type AreaSentence = 'where' | 'ask' | 'why' | 'extra' | 'position';

/** Of the places, only the counts were read: where the landmarks of the areas stand is recalled from the papers of method. */
const areas: Readonly<Record<MuscleId, Readonly<Record<'ask' | 'why', PatientFact>>>> = {
  corrugator: { ask: recalled('S4'), why: read('S30') },
  procerus: { ask: taught, why: read('S29') },
  frontalis: { ask: taught, why: weakly('S25') },
  temporalis: { ask: recalled('S4'), why: taught },
  occipitalis: { ask: recalled('S3'), why: taught },
  paraspinal: { ask: recalled('S4'), why: taught },
  trapezius: { ask: recalled('S4'), why: read('S35') },
};

/** How many small injections a side, or the midline, has before any extra. */
const perSide = ({ fixed }: Muscle): number => (fixed.midline > 0 ? fixed.midline : fixed.left);

/** Whether patients are told of injections beyond the fixed ones: not where the label of the region has none. */
export const tellsExtras = (region?: RegionId): boolean =>
  region === undefined || regions[region].labelMaximum.units > sessionTotals.fixedUnits;

/**
 * What one of the area's sentences rests on. `where` and `extra` hold the count as `n`: in `where` it goes into
 * `preview.injections` first. Null for an extra where the area allows none, or the label of the region.
 */
export function areaFact(muscle: MuscleId, sentence: AreaSentence, region?: RegionId): PatientFact | null {
  const row = muscleOf(muscle);
  switch (sentence) {
    case 'where':
      return { values: { n: perSide(row) }, evidence: 'unconfirmed', sources: [...row.dose.sources, 'S4'] };
    case 'extra':
      return row.extras === 0 || !tellsExtras(region) ? null : { values: { n: row.extras }, ...cited(row.dose) };
    case 'position':
      return cited(row.position);
    case 'ask':
    case 'why':
      return areas[muscle][sentence];
  }
}

export type FactKey = keyof typeof facts;

/** Why a patient shows where it hurts: for extra injections, or, where the label of the region has none, to talk about it. */
export const painReason = (region?: RegionId): FactKey =>
  tellsExtras(region) ? 'preview.pain.why' : 'preview.pain.talk';

/** What the sentence of that key rests on. */
export const factOf = (key: FactKey): PatientFact => facts[key];

/** Every sentence that rests on something, the areas' aside. */
export const factKeys: readonly FactKey[] = Object.keys(facts).filter((key): key is FactKey => key in facts);

/** Whether a clinician still has to look at it: whatever was not read in a good source. */
export const awaitsSignOff = ({ evidence }: Cited): boolean => evidence !== 'confirmed';

/** The sources of several facts, each once, in the order in which they come. */
export const sourcesOf = (of: readonly PatientFact[]): readonly SourceId[] => [
  ...new Set(of.flatMap(({ sources }) => sources)),
];

/** All that stands on the screen of one area, in the order in which it is read. */
export function areaFacts(muscle: MuscleId, region?: RegionId): readonly PatientFact[] {
  const own = (['where', 'extra', 'position', 'ask', 'why'] as const).map((sentence) =>
    areaFact(muscle, sentence, region),
  );
  const shared = (['preview.feel', 'preview.pause', 'preview.time.area'] as const).map(factOf);
  return [...own, ...shared].filter((fact) => fact !== null);
}
