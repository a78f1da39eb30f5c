import type { Neighbour } from '../anatomy/neighbours';
import type { ToldZone } from '../ledger/entry';

/** What a record keeps of a warning that was told: the zones a point lies in, to a tenth of a millimetre. */
export const toldZones = (near: readonly Neighbour[]): readonly ToldZone[] =>
  near.filter((one) => one.inside).map(({ zone, side, mm }) => ({ zone, side, mm: Math.round(mm * 10) / 10 }));

/** What to say of all the zones a point lies in; null where it lies in none. What is known of zones is fetched for it. */
export async function warningOf(near: readonly Neighbour[]): Promise<string | null> {
  if (!near.some((one) => one.inside)) return null;
  return (await import('./zone-text')).warningFor(near);
}
