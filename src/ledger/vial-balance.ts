import type { Amount } from '../protocol/words';
import type { Totals } from './state';

export type VialBalance = {
  readonly vial: string;
  /** Neither given, lost nor discarded. */
  readonly left: Amount;
  readonly balanced: boolean;
};

/** Whether every unit of every vial is accounted for: drawn and discarded make up its strength, exactly. */
export const vialBalance = ({ byVial }: Pick<Totals, 'byVial'>): readonly VialBalance[] =>
  [...byVial].map(([vial, { left }]) => ({ vial, left, balanced: left === 0 }));
