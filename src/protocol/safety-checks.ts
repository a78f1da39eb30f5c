import { otherToxin } from './safety-limits';
import type { Caution } from './site';

/**
 * What is asked of every patient before the first needle, in the order in which it is asked. An answer is never
 * prefilled. That each is asked is the product's; why it matters stands under it, each statement with its grade.
 */
export type SafetyCheckId =
  | 'hypersensitivity'
  | 'infection-at-site'
  | 'neuromuscular-disease'
  | 'swallowing-or-breathing'
  | 'pregnancy-or-breastfeeding'
  | 'aminoglycosides'
  | 'anticholinergics'
  | 'muscle-relaxants'
  | 'bleeding'
  | 'other-toxin'
  | 'facial-surgery'
  | 'droop-or-weak-neck'
  | 'new-neurological-symptoms';

/** What a yes does: nothing is injected, or the injector is told and decides. */
export type CheckEffect = 'blocks' | 'caution';

/** What a source calls it: where none says either, only this app asks, or a source asks and says no more. */
export const standings = ['contraindicated', 'extra-caution'] as const;
export type Standing = (typeof standings)[number];
type CheckReason = Caution & { readonly says?: Standing };

export type SafetyCheck = {
  readonly id: SafetyCheckId;
  /** A few words, for lists. */
  readonly name: string;
  /** Asked so that "no" is the answer that stands against nothing. */
  readonly question: string;
  readonly effect: CheckEffect;
  /** Why it is asked: the first is the one to read first. */
  readonly because: readonly CheckReason[];
};

/** Of the label, sections not read for this table. */
const labelRecalled = { evidence: 'unconfirmed', sources: ['S1'] } as const;
const leaflet = { evidence: 'weak', sources: ['S41b'] } as const;
const extraCaution = { ...leaflet, says: 'extra-caution' } as const;
const contraindicated = { evidence: 'weak', sources: ['S41'], says: 'contraindicated' } as const;

export const safetyChecks: readonly SafetyCheck[] = [
  {
    id: 'hypersensitivity',
    name: 'Hypersensitivity',
    question: 'Ever hypersensitive to a botulinum toxin, to human albumin or to another ingredient?',
    effect: 'blocks',
    because: [
      { text: 'Contraindicated in hypersensitivity to any botulinum toxin or ingredient.', ...contraindicated },
      { text: 'The product contains human albumin.', evidence: 'confirmed', sources: ['S1'] },
    ],
  },
  {
    id: 'infection-at-site',
    name: 'Infection at a site',
    question: 'Any infection of the skin or below it at one of the injection sites?',
    effect: 'blocks',
    because: [{ text: 'Contraindicated with an infection at the site of injection.', ...contraindicated }],
  },
  {
    id: 'neuromuscular-disease',
    name: 'Neuromuscular disease',
    question: 'Any neuromuscular disease (ALS, myasthenia gravis, Lambert-Eaton syndrome)?',
    effect: 'caution',
    because: [
      {
        text: 'Extra caution in ALS, myasthenia gravis and Lambert-Eaton syndrome.',
        ...extraCaution,
        sources: ['S41'],
      },
    ],
  },
  {
    id: 'swallowing-or-breathing',
    name: 'Swallowing or breathing',
    question: 'Any disorder of swallowing or breathing?',
    effect: 'caution',
    because: [
      { text: 'Extra caution with problems of breathing or swallowing.', ...extraCaution },
      {
        text: 'Boxed warning: the effect may spread, and trouble with swallowing or breathing can be fatal.',
        evidence: 'confirmed',
        sources: ['S1'],
      },
    ],
  },
  {
    id: 'pregnancy-or-breastfeeding',
    name: 'Pregnancy or breastfeeding',
    question: 'Pregnant or breastfeeding?',
    effect: 'caution',
    because: [{ text: 'Extra caution in pregnancy and lactation.', ...extraCaution }],
  },
  {
    id: 'aminoglycosides',
    name: 'Aminoglycosides',
    question: 'Recently given an aminoglycoside, or any other antibiotic by injection?',
    effect: 'caution',
    because: [
      { text: 'Ask about antibiotics recently given by injection.', ...leaflet },
      {
        text: 'Aminoglycosides and curare-like drugs are listed as interactions.',
        ...labelRecalled,
      },
    ],
  },
  {
    id: 'anticholinergics',
    name: 'Anticholinergics',
    question: 'Taking an anticholinergic drug?',
    effect: 'caution',
    because: [{ text: 'Anticholinergic drugs are listed as an interaction.', ...labelRecalled }],
  },
  {
    id: 'muscle-relaxants',
    name: 'Muscle relaxants',
    question: 'Taking a muscle relaxant?',
    effect: 'caution',
    because: [{ text: 'Muscle relaxants are listed as an interaction.', ...labelRecalled }],
  },
  {
    id: 'bleeding',
    name: 'Anticoagulants or bleeding tendency',
    question: 'Taking an anticoagulant, or bleeding easily?',
    effect: 'caution',
    because: [
      { text: 'Extra caution with a bleeding tendency.', ...extraCaution },
      { text: 'Anticoagulants: expect bruising.', evidence: 'unconfirmed', sources: [], taught: true },
    ],
  },
  {
    id: 'other-toxin',
    name: 'Other toxin',
    question: `Any botulinum toxin elsewhere, or of another product, in the last ${otherToxin.months} months?`,
    effect: 'caution',
    because: [
      { text: `Ask about any other botulinum toxin in the last ${otherToxin.months} months.`, ...leaflet },
      {
        text: 'Units belong to their product: those of another toxin are neither converted nor added.',
        evidence: 'weak',
        sources: ['S25', 'S42'],
      },
    ],
  },
  {
    id: 'facial-surgery',
    name: 'Facial surgery',
    question: 'Any surgery of the face, done or planned?',
    effect: 'caution',
    because: [{ text: 'Extra caution with planned or previous facial surgery.', ...extraCaution }],
  },
  {
    id: 'droop-or-weak-neck',
    name: 'Drooping brow or lid, weak neck',
    question: 'On examination before injecting: a drooping brow or lid, or a weak neck?',
    effect: 'caution',
    because: [
      {
        text: 'Examine first for drooping brows or lids and for neck weakness, and set expectations.',
        evidence: 'confirmed',
        sources: ['S3'],
      },
      { text: 'Extra caution with a weak forehead or a drooping lid.', ...extraCaution },
    ],
  },
  {
    id: 'new-neurological-symptoms',
    name: 'New neurological symptoms',
    question: 'Any new neurological symptom since the last visit, or before the first?',
    effect: 'caution',
    because: [
      {
        text:
          'Boxed warning: weakness, double vision, drooping lids, trouble swallowing, speaking or breathing, or ' +
          'incontinence may appear hours to weeks after an injection.',
        evidence: 'confirmed',
        sources: ['S1'],
      },
      {
        text: 'That any new symptom is asked about at every visit is chosen here.',
        evidence: 'derived',
        sources: [],
        taught: true,
      },
    ],
  },
];

/** The check of an id; there is one for every id. */
export function safetyCheckOf(id: SafetyCheckId): SafetyCheck {
  const check = safetyChecks.find((one) => one.id === id);
  if (check === undefined) throw new RangeError(`not a safety check: ${id}`);
  return check;
}

/** Whether a part of what stands under the check awaits clinical sign-off, and is shown so. */
export const awaitsSignOff = ({ because }: SafetyCheck): boolean =>
  because.some(({ evidence }) => evidence === 'unconfirmed' || evidence === 'derived');
