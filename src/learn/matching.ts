/**
 * Gives each pin a site of its own so that the distances add up to the least: which site a pin was meant for is not asked.
 * @param mm by pin, then by site; no more pins than sites (throws), and few of both (every way of giving them out is looked at)
 * @returns by pin the index of its site
 */
export function matchPins(mm: readonly (readonly number[])[]): readonly number[] {
  const sites = mm[0]?.length ?? 0;
  if (mm.length > sites) throw new RangeError(`${String(mm.length)} pins for ${String(sites)} sites`);
  let best: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  const give = (chosen: readonly number[], sum: number): void => {
    if (sum >= least && best.length > 0) return;
    const next = mm[chosen.length];
    if (next === undefined) {
      best = chosen;
      least = sum;
      return;
    }
    for (const [site, far] of next.entries()) if (!chosen.includes(site)) give([...chosen, site], sum + far);
  };
  give([], 0);
  return best;
}
