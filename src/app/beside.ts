import type { Beside } from '../state/aids/beside';
import { openAids } from './aids/open-aids';
import { openSecond, type SecondParts } from './second-channel';

/** What runs beside the chart, put together. */
export const openBeside = (parts: SecondParts): Beside => ({
  aids: openAids(parts.chart, parts.settings),
  second: openSecond(parts),
});
