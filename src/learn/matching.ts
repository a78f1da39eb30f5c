/**
 * Gives each pin a site of its own so that the distances add up to the least: which site a pin was meant for is not asked.
 * @param mm by site, then by pin; no more pins than sites, and few of both (every way of giving them out is looked at)
 * @returns by pin the index of its site
 */
export function matchPins(mm: readonly (readonly number[])[]): readonly number[] {
  const pins = mm[0]?.length ?? 0;
  if (pins > mm.length) throw new RangeError(`${pins} pins for ${mm.length} sites`);
  let best: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  const give = (chosen: readonly number[], sum: number): void => {
    if (sum >= least && best.length > 0) return;
    if (chosen.length === pins) {
      best = chosen;
      least = sum;
      return;
    }
    for (const [site, row] of mm.entries())
      if (!chosen.includes(site)) give([...chosen, site], sum + (row[chosen.length] ?? Number.POSITIVE_INFINITY));
  };
  give([], 0);
  return best;
}
