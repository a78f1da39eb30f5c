import type { SiteId } from '../protocol/words';

/** A marker as it stands on the canvas, px. `front` is false where the head hides it. */
export type ScreenMarker = { readonly id: SiteId; readonly x: number; readonly y: number; readonly front: boolean };
export type Point = { readonly x: number; readonly y: number };

export type Hit = {
  readonly id: SiteId;
  /** Two markers lie so near the tap that a finger cannot have meant one for sure: select only, and zoom in. */
  readonly crowded: boolean;
};

const reach = 22;
const crowd = 12;

/**
 * The marker a tap means: the nearest that faces the viewer, within 22 px. Nearest wins (Voronoi), so sites that
 * stand 15 mm apart never take each other's taps; a hidden marker has no hit area.
 */
export function hitMarker(markers: Iterable<ScreenMarker>, at: Point): Hit | null {
  let id: SiteId | null = null;
  let nearest = reach;
  let near = 0;
  for (const marker of markers) {
    if (!marker.front) continue;
    const distance = Math.hypot(marker.x - at.x, marker.y - at.y);
    if (distance <= crowd) near += 1;
    if (distance <= nearest) {
      nearest = distance;
      id = marker.id;
    }
  }
  return id === null ? null : { id, crowded: near > 1 };
}
