import { onPage } from './answering';
import { chartingJourney } from './answering-journey';
import { type Figure, figure, quantile } from './figures';
import { onBuiltApp } from './on-built-app';

/** How many times slower than this machine the page's own thread is made. */
const slower = 4;
/** ms; what is called a good INP. */
const budget = { atMost: 200 } as const;
const desktop = { viewport: { width: 1440, height: 900 } } as const;

/**
 * How soon every press of a routine session is answered where the processor is four times slower: on the drawn map, and
 * beside the 3D head. WebGL is drawn in software by another thread, which is not slowed: beside the 3D head the limit is
 * for what the app does itself, and the whole is told.
 */
export const measureLowEnd = (): Promise<readonly Figure[]> =>
  onBuiltApp(async (browser, url) => {
    const figures: Figure[] = [];
    for (const surface of ['drawn', '3d'] as const) {
      const answers = await onPage(browser, url, surface, desktop, chartingJourney, slower);
      const name = `answers, processor ${String(slower)} times slower, ${surface === 'drawn' ? 'drawn map' : '3D head'}:`;
      const p98 = (times: readonly number[]): number => quantile(times, 0.98);
      const whole = p98(answers.map(({ ms }) => ms));
      const handled = p98(answers.map((one) => one.handled));
      figures.push(
        figure(`${name} presses`, answers.length, ''),
        figure(`${name} INP (p98 of all presses)`, whole, 'ms', surface === 'drawn' ? budget : undefined),
        figure(`${name} in its handlers, p98`, handled, 'ms', budget),
      );
    }
    return figures;
  });
