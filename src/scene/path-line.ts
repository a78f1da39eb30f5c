import type { SiteId } from '../protocol/words';
import type { MarkerBoard } from './marker-board';
import { putAttribute } from './put-attribute';

/** A marker's disc and a little air: the way begins and ends beside it. */
const clearance = 14;

/**
 * The way from the next site through those that follow, as far as they are seen from here without a break. Moved on every
 * rendered frame, like the markers.
 */
export class PathLine {
  private element: SVGGElement | null = null;
  private sites: readonly SiteId[] = [];

  /** Takes the group whose paths are drawn, or lets go of it. */
  readonly attach = (element: SVGGElement | null): void => {
    this.element = element;
  };

  /** The next site and those after it, in their order; nothing is drawn before the next `place`. */
  set(sites: readonly SiteId[]): void {
    this.sites = sites;
  }

  /** Draws the way between the markers as they stand; hidden where there is no stretch to draw. */
  place(board: MarkerBoard): void {
    if (this.element === null) return;
    const d = wayThrough(this.sites.map((site) => board.find(site)));
    putAttribute(this.element, 'data-shown', String(d !== ''));
    for (const path of this.element.children) putAttribute(path, 'd', d);
  }
}

type Stop = { readonly x: number; readonly y: number; readonly front: boolean } | null;

/** A longer stretch would cross the face, and what stands there: it is told by its beginning and its end. */
const farPx = 130;
const stubPx = 30;

/**
 * One stretch for each two sites that follow each other and are both seen, with an arrow's head at its end. Sites in px.
 */
export function wayThrough(stops: readonly Stop[]): string {
  let d = '';
  for (const [at, to] of stops.entries()) {
    const from = stops[at - 1];
    if (from == null || to === null || !from.front || !to.front) continue;
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(dx, dy);
    if (length < 2 * clearance + 4) continue;
    const [ux, uy] = [dx / length, dy / length];
    const [ax, ay] = [from.x + ux * clearance, from.y + uy * clearance];
    const [bx, by] = [to.x - ux * clearance, to.y - uy * clearance];
    const wing = (sign: 1 | -1): string =>
      `${(bx - 6 * ux + sign * 3.5 * uy).toFixed(1)} ${(by - 6 * uy - sign * 3.5 * ux).toFixed(1)}`;
    const gap =
      length < farPx
        ? ''
        : `L${(ax + stubPx * ux).toFixed(1)} ${(ay + stubPx * uy).toFixed(1)}M${(bx - stubPx * ux).toFixed(1)} ${(by - stubPx * uy).toFixed(1)}`;
    d += `M${ax.toFixed(1)} ${ay.toFixed(1)}${gap}L${bx.toFixed(1)} ${by.toFixed(1)}M${wing(1)}L${bx.toFixed(1)} ${by.toFixed(1)}L${wing(-1)}`;
  }
  return d;
}
