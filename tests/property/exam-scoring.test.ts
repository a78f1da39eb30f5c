import { describe, expect, it } from 'vitest';
import { proveScoring } from '../../scripts/prove/scoring-campaign';
import { standardCurves } from '../support/standard-curves';
import { standardHead } from '../support/standard-head';

describe('a pin of the placement exam', () => {
  it('scores 0.0 mm on its site, and k when it was moved k mm along the skin, on any head', async () => {
    const proof = proveScoring(await standardHead(), standardCurves, {
      heads: 2,
      each: 2,
      seed: 20_261_130,
    });
    expect(proof.tried).toBeGreaterThan(200);
    expect(proof.failed, proof.examples.join('\n')).toEqual({ onSite: 0, moved: 0 });
    expect(proof.undercut).toBeLessThan(proof.tried / 50);
  }, 120_000);
});
