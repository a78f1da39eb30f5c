import type { Caution } from './site';

/**
 * Ways in which a session may depart from the paradigm for one patient. None is another protocol: each is recorded as a
 * deviation, with its sites and the reason, and the doses stay what the ledger says.
 */
export type TailoringId =
  | 'frontalis-higher'
  | 'frontalis-lateral-spared'
  | 'frontalis-reduced'
  | 'corrugator-reduced'
  | 'paraspinal-higher'
  | 'paraspinal-reduced'
  | 'trapezius-reduced'
  | 'other';

export type Tailoring = { readonly id: TailoringId; readonly name: string; readonly because: readonly Caution[] };

const forum = { evidence: 'weak', sources: ['S26'] } as const;
/** Expert practice as recalled; no source is named for it. */
const practice = { evidence: 'unconfirmed', sources: [] } as const;
const smallNeck = 'A small or long thin neck, earlier neck pain or a head carried forward';

export const tailorings: readonly Tailoring[] = [
  {
    id: 'frontalis-higher',
    name: 'Frontalis placed higher',
    because: [
      { text: 'After a drooping brow or lid: place the frontalis sites higher.', ...forum },
      { text: 'Low-set brow, heavy lids or loose lid skin: place frontalis at the hairline.', ...practice },
    ],
  },
  {
    id: 'frontalis-lateral-spared',
    name: 'Lateral frontalis spared',
    because: [{ text: 'Low-set brow, heavy lids or loose lid skin: leave out the lateral sites.', ...practice }],
  },
  {
    id: 'frontalis-reduced',
    name: 'Frontalis reduced',
    because: [{ text: 'After a drooping brow or lid: reduce the frontalis dose.', ...forum }],
  },
  {
    id: 'corrugator-reduced',
    name: 'Corrugator reduced',
    because: [{ text: 'After a drooping brow: reduce the corrugator dose.', ...forum }],
  },
  {
    id: 'paraspinal-higher',
    name: 'Cervical paraspinal placed higher',
    because: [{ text: `${smallNeck}: inject higher and more superficially.`, ...practice }],
  },
  {
    id: 'paraspinal-reduced',
    name: 'Cervical paraspinal reduced or left out',
    because: [{ text: `${smallNeck}: reduce or leave out the paraspinal sites.`, ...practice }],
  },
  {
    id: 'trapezius-reduced',
    name: 'Trapezius reduced or left out',
    because: [{ text: `${smallNeck}: reduce or leave out the trapezius as well.`, ...practice }],
  },
  { id: 'other', name: 'Another deviation', because: [] },
];
