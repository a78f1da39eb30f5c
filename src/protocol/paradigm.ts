import { type Product, products } from './products';
import type { Evidence } from './rule';
import type { SourceId } from './sources';
import { type MuscleId, type Side, type Units, units } from './words';

/**
 * The numbers of the PREEMPT paradigm. They stand here and nowhere else: sites, ledger, panels and documents
 * are computed from this table, and tests hold the table against the published totals below.
 */

export const protocol = { id: 'preempt', version: '1', name: 'PREEMPT' } as const;

/** Every number of the paradigm says how well it is supported and where it was read. */
export type Cited = { readonly evidence: Evidence; readonly sources: readonly SourceId[] };

/** One injection: what goes into every site. The units are the paradigm's; the volume follows at the standard dilution. */
export const aliquot: { readonly units: Units; readonly ml: number } & Cited = {
  units: units(5),
  ml: 0.1,
  evidence: 'confirmed',
  sources: ['S2'],
};

export type Position = 'supine' | 'seated';

export type Muscle = {
  readonly id: MuscleId;
  /** A to G: the order in which the paradigm lists and works the muscles. */
  readonly letter: string;
  readonly name: string;
  /** Two letters, for marks too small for the name. */
  readonly code: string;
  /** Fixed sites on each side. */
  readonly fixed: Readonly<Record<Side, number>>;
  readonly unitsPerSite: Units;
  /** Follow-the-pain extras the muscle allows, both sides together. 0 where none are allowed. */
  readonly extras: number;
  /** Of sites, units and extras. */
  readonly dose: Cited;
  readonly position: { readonly is: Position } & Cited;
};

const table: Cited = { evidence: 'confirmed', sources: ['S2', 'S5'] };
const supine = { is: 'supine', evidence: 'unconfirmed', sources: ['S4'] } as const;
const seated = { is: 'seated', evidence: 'unconfirmed', sources: ['S4'] } as const;
const paired = (perSide: number): Muscle['fixed'] => ({ left: perSide, midline: 0, right: perSide });
const eachSite = { unitsPerSite: aliquot.units, dose: table };

/** The seven muscles in the order of the paradigm. */
export const muscles: readonly Muscle[] = [
  {
    id: 'corrugator',
    letter: 'A',
    name: 'Corrugator',
    code: 'CO',
    fixed: paired(1),
    extras: 0,
    position: supine,
    ...eachSite,
    dose: { evidence: 'confirmed', sources: ['S2', 'S5', 'S6'] },
  },
  {
    id: 'procerus',
    letter: 'B',
    name: 'Procerus',
    code: 'PR',
    fixed: { left: 0, midline: 1, right: 0 },
    extras: 0,
    position: supine,
    ...eachSite,
  },
  {
    id: 'frontalis',
    letter: 'C',
    name: 'Frontalis',
    code: 'FR',
    fixed: paired(2),
    extras: 0,
    position: supine,
    ...eachSite,
  },
  {
    id: 'temporalis',
    letter: 'D',
    name: 'Temporalis',
    code: 'TE',
    fixed: paired(4),
    extras: 2,
    position: supine,
    ...eachSite,
  },
  {
    id: 'occipitalis',
    letter: 'E',
    name: 'Occipitalis',
    code: 'OC',
    fixed: paired(3),
    extras: 2,
    position: seated,
    ...eachSite,
  },
  {
    id: 'paraspinal',
    letter: 'F',
    name: 'Cervical paraspinal',
    code: 'CP',
    fixed: paired(2),
    extras: 0,
    position: seated,
    ...eachSite,
  },
  {
    id: 'trapezius',
    letter: 'G',
    name: 'Trapezius',
    code: 'TR',
    fixed: paired(3),
    extras: 4,
    position: seated,
    ...eachSite,
  },
];

/** The muscles where follow-the-pain extras are allowed, in the paradigm's order. */
export const ftpMuscles: readonly MuscleId[] = muscles.filter((muscle) => muscle.extras > 0).map((muscle) => muscle.id);

/** The muscle's row of the table. */
export function muscleOf(id: MuscleId): Muscle {
  const muscle = muscles.find((row) => row.id === id);
  if (muscle === undefined) throw new RangeError(`not a muscle of the paradigm: ${id}`);
  return muscle;
}

/** How many fixed sites a muscle has, both sides and the midline together. */
export const fixedSiteCount = (muscle: Muscle): number => muscle.fixed.left + muscle.fixed.midline + muscle.fixed.right;

/** The most a muscle takes in one session, extras included. */
export const muscleMaximum = (muscle: Muscle): Units =>
  units((fixedSiteCount(muscle) + muscle.extras) * muscle.unitsPerSite);

const over = (of: (muscle: Muscle) => number): number => muscles.reduce((total, muscle) => total + of(muscle), 0);

/** What a session holds without and with every extra, computed from the table. */
export const sessionTotals = {
  fixedSites: over(fixedSiteCount),
  fixedUnits: units(over((muscle) => fixedSiteCount(muscle) * muscle.unitsPerSite)),
  capSites: over((muscle) => fixedSiteCount(muscle) + muscle.extras),
  capUnits: units(over(muscleMaximum)),
} as const;

/** The totals as they are published. Nothing is computed from these; a test holds the table against them. */
export const published = {
  fixedSites: 31,
  fixedUnits: 155,
  capSites: 39,
  capUnits: 195,
  muscleMaxima: { temporalis: 50, occipitalis: 40, trapezius: 50 },
  evidence: 'confirmed',
  sources: ['S2', 'S5'],
} as const satisfies Cited & Record<string, unknown>;

/** The needle of the paradigm. Direction and depth belong to the sites. */
export const needleSize = {
  gauge: '30 G',
  lengthMm: 12.7,
  /** Outer diameter: the standard's for the gauge, about the middle of what it allows. */
  outer: { mm: 0.31, evidence: 'unconfirmed', sources: ['ISO9626'] },
  longerInNeck: { lengthMm: 25.4, when: 'may be needed in the neck for very thick neck muscles' },
  evidence: 'confirmed',
  sources: ['S2'],
} as const satisfies Cited & Record<string, unknown>;

/** What a new session starts with until real vials are entered: one vial at the standard dilution of the aliquot. */
export const startingVial: { readonly id: string } & Product = { id: 'vial-1', ...products[1] };
