import built from '../../assets/head/curves.json';
import type { HeadCurves } from '../anatomy/head-size';

/** The measuring lines of the standard head, written when it was built. Only their literal types are lost on the way. */
export const standardCurves = built as unknown as HeadCurves;
