import '../messages/later';
import type { Chart } from '../state/chart';
import type { Beside } from '../state/aids/beside';
import { openAids } from './aids/open-aids';
import { openSecond, type SecondParts } from './second-channel';

/** What runs beside the chart, put together. */
export const openBeside = (parts: SecondParts): Beside => ({
  aids: openAids(parts.chart, parts.settings),
  second: openSecond(parts),
});

/** Opens a second screen, or says how to where the browser does not let it. */
export function openSecondScreen({ second }: Beside, chart: Pick<Chart, 'say'>): void {
  if (second.open()) return;
  const address = new URL('#/second', location.href).href;
  chart.say({ key: 'second.blocked', values: { address } });
}
