import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { proveVariants, variantClaims } from '../../scripts/prove/variant-campaign';
import { readHead } from '../../scripts/read-head';
import { curvesFile, curvesText } from '../../scripts/write-sites';
import { standardCurves } from '../support/standard-curves';

describe('random head variants', () => {
  it('keep what a head must keep', async () => {
    const { failed, examples, tried } = proveVariants(await readHead('light'), standardCurves, 16, 20_261_125);
    expect(tried).toBe(16);
    const none = Object.fromEntries(Object.keys(variantClaims).map((claim) => [claim, 0]));
    expect(failed, examples.join('\n')).toEqual(none);
  }, 300_000);
});

describe('assets/head/curves.json', () => {
  it('is what the head measures on', async () => {
    expect(await readFile(curvesFile, 'utf8')).toBe(curvesText(await readHead()));
  });
});
