import { muscleMeasurements } from './measurements';
import type { Evidence } from './rule';
import type { SourceId } from './sources';

const { samples, source } = muscleMeasurements.occipitalisLateral;

/**
 * How far (mm along the skin) outside its muscle as drawn a site may be moved. The drawn muscles are averages; chosen is
 * the largest standard deviation that was measured of where an edge of one of them lies. Awaits clinical sign-off.
 */
export const moveLeeway: {
  readonly mm: number;
  readonly why: string;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
} = {
  mm: Math.max(...samples.map(({ sd }) => sd)),
  why: 'The drawn muscles are averages: the edge of the occipitalis was measured to vary by this (1 SD).',
  evidence: 'derived',
  sources: [source],
};
