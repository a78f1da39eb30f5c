import built from '../../assets/head/curves.json' with { type: 'json' };
import type { HeadCurves } from '../../src/anatomy/head-size';

/** The measuring lines of the standard head, as the app has them. */
export const standardCurves = built as unknown as HeadCurves;
