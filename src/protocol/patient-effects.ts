import { adverseRates, type AdverseRate } from './muscle-facts';
import { type PatientFact, read, taught, weakly } from './patient-fact';
import type { SourceId } from './sources';

/** What is told "in a hundred people". */
const of = 100;

function ratesOf(events: readonly AdverseRate['event'][]): readonly AdverseRate[] {
  const rates = adverseRates.filter(({ event }) => events.includes(event));
  if (rates.length === 0) throw new RangeError(`no rate is known of ${events.join(', ')}`);
  return rates;
}

/** As weak as the weakest rate it is told from. */
const grounds = (rates: readonly AdverseRate[]): PatientFact => {
  const named: readonly SourceId[] = [...new Set(rates.flatMap(({ sources }) => sources))];
  return rates.every(({ evidence }) => evidence === 'confirmed') ? read(...named) : weakly(...named);
};

/** From the lowest to the highest rate that was read, in whole people of a hundred: rounded outward, so that the range holds both. */
function between(...events: readonly AdverseRate['event'][]) {
  const rates = ratesOf(events);
  const percents = rates.map(({ percent }) => percent);
  const values = { low: Math.floor(Math.min(...percents)), high: Math.ceil(Math.max(...percents)), of };
  return { ...grounds(rates), values };
}

/** The one rate that was read, to the nearest person of a hundred. */
function one(event: AdverseRate['event']) {
  const [rate, ...others] = ratesOf([event]);
  if (rate === undefined || others.length > 0) throw new RangeError(`several rates are known of ${event}`);
  return { ...grounds([rate]), values: { n: Math.round(rate.percent), of } };
}

/** Effects that are not wanted, how often they were reported, and what is said of them. */
export const patientEffects = {
  'preview.effects.neck': between('neck pain'),
  'preview.effects.stiff': between('neck stiffness', 'musculoskeletal stiffness', 'stiffness'),
  'preview.effects.weak': between('muscle weakness', 'weakness'),
  'preview.effects.lid': between('eyelid ptosis', 'ptosis'),
  'preview.effects.sore': between('pain at a site for over 24 hours', 'injection-site pain'),
  'preview.effects.brow': weakly('S25'),
  'preview.effects.bruise': weakly('S25'),
  'preview.effects.face': one('facial paresis'),
  'preview.effects.swallow': one('dysphagia'),
  'preview.effects.faint': one('fainting'),
  'preview.effects.spread': read('S1'),
  'preview.effects.studies': read('S10', 'S12', 'S37'),
  'preview.effects.tell': taught,
  'preview.effects.help': read('S1'),
} as const satisfies Readonly<Record<string, PatientFact>>;
