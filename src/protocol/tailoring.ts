import type { Caution } from './site';
import { tailoringNames, type TailoringId } from './tailoring-names';
import type { MuscleId } from './words';

/**
 * Ways in which a session may depart from the paradigm for one patient. None is another protocol: each is recorded as a
 * deviation, with its sites and the reason, and the doses stay what the ledger says.
 */
export type Tailoring = {
  readonly id: TailoringId;
  readonly name: string;
  /** The muscle whose sites it is about; null where it may be any. */
  readonly muscle: MuscleId | null;
  readonly because: readonly Caution[];
};

/** The one confirmed statement about departing from the paradigm: it stands before every reason to tailor. */
export const firstTechnique: Caution = {
  text:
    'Blumenfeld 2017: lowering doses, skipping muscles or delaying re-treatment may reduce efficacy; first correct the ' +
    'technique.',
  evidence: 'confirmed',
  sources: ['S3b'],
};

const forum = { evidence: 'weak', sources: ['S26'] } as const;
/** Expert practice as recalled; no source is named for it. */
const practice = { evidence: 'unconfirmed', sources: [], taught: true } as const;
const smallNeck = 'A small or long thin neck, earlier neck pain or a head carried forward';

const rows: readonly Omit<Tailoring, 'name'>[] = [
  {
    id: 'frontalis-higher',
    muscle: 'frontalis',
    because: [
      { text: 'After a drooping brow or lid: place the frontalis sites higher.', ...forum },
      { text: 'Low-set brow, heavy lids or loose lid skin: place frontalis at the hairline.', ...practice },
    ],
  },
  {
    id: 'frontalis-lateral-spared',
    muscle: 'frontalis',
    because: [{ text: 'Low-set brow, heavy lids or loose lid skin: leave out the lateral sites.', ...practice }],
  },
  {
    id: 'frontalis-reduced',
    muscle: 'frontalis',
    because: [{ text: 'After a drooping brow or lid: reduce the frontalis dose.', ...forum }],
  },
  {
    id: 'corrugator-reduced',
    muscle: 'corrugator',
    because: [{ text: 'After a drooping brow: reduce the corrugator dose.', ...forum }],
  },
  {
    id: 'paraspinal-higher',
    muscle: 'paraspinal',
    because: [{ text: `${smallNeck}: inject higher and more superficially.`, ...practice }],
  },
  {
    id: 'paraspinal-reduced',
    muscle: 'paraspinal',
    because: [{ text: `${smallNeck}: reduce or leave out the paraspinal sites.`, ...practice }],
  },
  {
    id: 'trapezius-reduced',
    muscle: 'trapezius',
    because: [{ text: `${smallNeck}: reduce or leave out the trapezius as well.`, ...practice }],
  },
  { id: 'other', muscle: null, because: [] },
];

export const tailorings: readonly Tailoring[] = rows.map((row) => ({ ...row, name: tailoringNames[row.id] }));
