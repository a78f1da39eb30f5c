import type { SafetyCheckId } from '../../protocol/safety-checks';
import { cumulativeDose } from '../../protocol/safety-limits';
import type { TailoringId } from '../../protocol/tailoring-names';
import type { MuscleId, Side } from '../../protocol/words';

/** What is right for a simulated patient. What every patient needs (identity, consent, the vial) is not repeated here. */
export type ModelAnswer = {
  /**
   * `stop`: nothing is injected today, and the record says why. Where no source forbids it, only the limit across sessions, what
   * is given all the same with its reason on record is another way, and not wrong.
   */
  readonly outcome: 'treat' | 'stop';
  /** Checks whose answer is yes; every other one is answered no. */
  readonly yes: readonly SafetyCheckId[];
  /** The drug injected elsewhere that has to be put down. */
  readonly elsewhere: ElsewhereDose | null;
  /** Where pain predominates, so that extras may be given there, up to the muscle's cap. */
  readonly extras: readonly { readonly muscle: MuscleId; readonly side: Side }[];
  /**
   * Ways of tailoring that sources suggest for this patient. None is confirmed: to tailor and to keep to the paradigm are both
   * right, where the choice is on record with its reason.
   */
  readonly tailoring: readonly TailoringId[];
};

/** Whole units, given so many days before the visit. */
type ElsewhereDose = { readonly units: number; readonly daysAgo: number };

export const caseIds = ['standard', 'follow-pain', 'heavy-brow', 'thin-neck', 'infection', 'dose-elsewhere'] as const;
export type CaseId = (typeof caseIds)[number];

/** A patient who does not exist. Name and story stand in the messages, by the id. */
export type TrainingCase = { readonly id: CaseId; readonly born: string; readonly model: ModelAnswer };

const plain: ModelAnswer = { outcome: 'treat', yes: [], elsewhere: null, extras: [], tailoring: [] };

/** The most that any three months allow: whatever is given on top is beyond it. */
const spasticity: ElsewhereDose = { units: cumulativeDose.maximum.units, daysAgo: 35 };

export const trainingCases: readonly TrainingCase[] = [
  { id: 'standard', born: '1984', model: plain },
  {
    id: 'follow-pain',
    born: '1979',
    model: {
      ...plain,
      extras: [
        { muscle: 'temporalis', side: 'right' },
        { muscle: 'occipitalis', side: 'right' },
      ],
    },
  },
  {
    id: 'heavy-brow',
    born: '1957',
    model: {
      ...plain,
      yes: ['droop-or-weak-neck'],
      tailoring: ['frontalis-higher', 'frontalis-lateral-spared', 'frontalis-reduced', 'corrugator-reduced'],
    },
  },
  {
    id: 'thin-neck',
    born: '1992',
    model: { ...plain, tailoring: ['paraspinal-higher', 'paraspinal-reduced', 'trapezius-reduced'] },
  },
  { id: 'infection', born: '1988', model: { ...plain, outcome: 'stop', yes: ['infection-at-site'] } },
  {
    id: 'dose-elsewhere',
    born: '1966',
    model: { ...plain, outcome: 'stop', yes: ['other-toxin'], elsewhere: spasticity },
  },
];

/** The case of an address; null where there is none of that name. */
export const caseOf = (id: string | null): TrainingCase | null => trainingCases.find((one) => one.id === id) ?? null;

/** The one after it, and the first after the last. */
export function caseAfter(id: CaseId): CaseId {
  return caseIds[(caseIds.indexOf(id) + 1) % caseIds.length] ?? caseIds[0];
}
