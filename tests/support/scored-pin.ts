import type { ScoredPin } from '../../src/learn/exam';
import { fixedSites } from '../../src/protocol/fixed-sites';
import type { SiteId } from '../../src/protocol/words';

/** A pin for a site, on it and with nothing wrong but for what is said. */
export function scoredPin(id: SiteId, said: Partial<ScoredPin> = {}): ScoredPin {
  const site = fixedSites.find((one) => one.id === id);
  if (site === undefined) throw new RangeError(`not a fixed site: ${id}`);
  const { muscle, side } = site;
  const { mm, off } = { mm: 0, off: { upMm: 0, alongMm: 0, toward: 'lateral' } as const, ...said };
  return {
    pin: { positionMm: [0, 0, 0], atMs: 0, by: 'pointer' },
    muscle,
    side,
    site: id,
    siteMm: [0, 0, 0],
    siteNormal: [0, 0, 1],
    pinNormal: [0, 0, 1],
    mm,
    off,
    fromRule: { mm, off },
    under: { muscle, side },
    rightMuscle: true,
    rightSide: true,
    zones: [],
    way: [],
    ...said,
  };
}
