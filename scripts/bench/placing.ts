import { Anatomy } from '../../src/anatomy/anatomy';
import { curvesOf } from '../../src/anatomy/head-size';
import { placeSites } from '../../src/anatomy/place-sites';
import { placeHead } from '../../src/anatomy/placed-head';
import { variantHead } from '../../src/anatomy/variant-head';
import { fixedSites } from '../../src/protocol/fixed-sites';
import { sitesOf } from '../../src/protocol/sites';
import { randomVariant } from '../prove/random-variant';
import { readHead } from '../read-head';
import { seeded } from '../seeded';
import { type Figure, figure, median, quantile } from './figures';

/** Heads that are placed, and those before them that warm up. */
const heads = 20;
const warmUp = 3;

/**
 * What a slider of the head costs the anatomy, in Node as in the app's worker: a full head made to a size, and its sites
 * placed by their rules. Throws where a site cannot be placed: then no time means anything.
 */
export async function measurePlacing(): Promise<readonly Figure[]> {
  const model = await readHead();
  const curves = curvesOf(new Anatomy(model));
  const next = seeded(31);
  const spent = { made: [] as number[], sites: [] as number[], all: [] as number[] };
  for (let i = -warmUp; i < heads; i++) {
    const { size, warp } = randomVariant(curves, next);
    const [anatomy, made] = timed(() => new Anatomy(variantHead(model, curves, size, warp)));
    const [placed, sites] = timed(() => placeSites(anatomy, sitesOf('preempt-2017')));
    if (!placed.ok || placed.value.length < fixedSites.length)
      throw new Error(`head ${String(i)}: not all sites could be placed`);
    const [head, all] = timed(() => placeHead(anatomy));
    if (!head.ok) throw new Error(head.error);
    if (i < 0) continue;
    spent.made.push(made);
    spent.sites.push(sites);
    spent.all.push(all);
  }
  return [
    figure('31 sites resolved on a head of another size, median', median(spent.sites), 'ms', { atMost: 50 }),
    figure('31 sites resolved on a head of another size, p95', quantile(spent.sites, 0.95), 'ms'),
    figure('a head of another size, made with its search trees, median', median(spent.made), 'ms'),
    figure('both maps with anchors, sentences and shifts, median', median(spent.all), 'ms'),
  ];
}

function timed<T>(run: () => T): readonly [T, number] {
  const from = performance.now();
  const made = run();
  return [made, performance.now() - from];
}
