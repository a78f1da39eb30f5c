import { BodyChart, type BodyState, filterMuscles, ViewSide } from 'body-muscles';
import { offer, shown } from './peer-page';

/** body-muscles: a drawn body whose regions can be marked. A mark is a region chosen; it can be turned front to back only. */
const { markers } = shown();
const regions = filterMuscles(ViewSide.FRONT);
const state: BodyState = {};
const choose = (id: string): void => {
  state[id] = { intensity: 5, selected: true };
};
for (const { id } of regions.slice(0, markers.length)) choose(id);
const chart = new BodyChart(document.body, { view: ViewSide.FRONT, bodyState: state });
// An update draws it at another place of the page than the first time; from now on it stays where it is.
chart.update({ bodyState: { ...state } });
const regionAt = (x: number, y: number): string | null => {
  const found = document.elementFromPoint(x, y);
  const name = found instanceof SVGPathElement ? found.querySelector('title')?.textContent : null;
  // The outline has a name too, and is no region.
  return regions.find((one) => one.name === name)?.id ?? null;
};
offer(
  {
    pickAt: regionAt,
    addAt: (x, y) => {
      const region = regionAt(x, y);
      if (region === null) return false;
      // One that is chosen already is let go: what it costs is the same.
      const chosen = state[region]?.selected === true;
      state[region] = { intensity: chosen ? 0 : 5, selected: !chosen };
      chart.update({ bodyState: { ...state } });
      return true;
    },
  },
  markers.length,
);
