import { type PerspectiveCamera, Vector3 } from 'three';
import type { SkinRays } from './skin-rays';
import type { SiteId } from '../protocol/words';
import type { ScreenMarker } from './hit';
import type { MapSite } from './map-props';
import { isSeen } from './occlusion';
import { putAttribute } from './put-attribute';

/** A site is drawn twice, of which one is shown: the glyph itself, and the ghost that stands for it behind the head. */
export type MarkerLayer = 'front' | 'ghost';

type Marker = { site: MapSite; x: number; y: number; front: boolean; ahead: boolean };

const point = new Vector3();

/**
 * Keeps the markers' elements where their sites are on the canvas. Written to on every rendered frame, so it sets
 * attributes itself and React only hears of sites that change.
 */
export class MarkerBoard {
  private markers = new Map<SiteId, Marker>();
  private readonly elements: Readonly<Record<MarkerLayer, Map<SiteId, SVGElement>>> = {
    front: new Map(),
    ghost: new Map(),
  };

  /** The sites on the map. What is known of those that stay is kept. */
  setSites(sites: readonly MapSite[]): void {
    const before = this.markers;
    this.markers = new Map(
      sites.map((site) => {
        const known = before.get(site.id);
        return [site.id, { x: 0, y: 0, front: false, ahead: false, ...known, site }];
      }),
    );
  }

  /** Takes a site's element, or lets go of it. */
  attach(id: SiteId, layer: MarkerLayer, element: SVGElement | null): void {
    if (element === null) this.elements[layer].delete(id);
    else this.elements[layer].set(id, element);
  }

  /** Moves every marker to its site's place on a canvas of this size, px. */
  project(camera: PerspectiveCamera, width: number, height: number): void {
    for (const [id, marker] of this.markers) {
      point.fromArray(marker.site.positionMm).project(camera);
      marker.ahead = point.z > -1 && point.z < 1;
      marker.x = ((point.x + 1) / 2) * width;
      marker.y = ((1 - point.y) / 2) * height;
      const transform = `translate(${marker.x.toFixed(2)} ${marker.y.toFixed(2)})`;
      putAttribute(this.elements.front.get(id), 'transform', transform);
      putAttribute(this.elements.ghost.get(id), 'transform', transform);
    }
  }

  /** Decides which sites the head hides from the camera, and cross-fades those that changed. */
  occlude(rays: SkinRays, camera: Vector3): void {
    for (const [id, marker] of this.markers) {
      marker.front = marker.ahead && isSeen(rays, marker.site.positionMm, marker.site.normal, camera);
      show(this.elements.front.get(id), marker.front);
      show(this.elements.ghost.get(id), marker.ahead && !marker.front);
    }
  }

  /** Where every marker is now. */
  *onScreen(): Generator<ScreenMarker> {
    for (const [id, { x, y, front }] of this.markers) yield { id, x, y, front };
  }

  /** Where one marker is now, px; null for no site, and for one that is not on the map. */
  find(id: SiteId | null): ScreenMarker | null {
    const marker = id === null ? undefined : this.markers.get(id);
    return id === null || marker === undefined ? null : { id, x: marker.x, y: marker.y, front: marker.front };
  }
}

function show(element: SVGElement | undefined, shown: boolean): void {
  putAttribute(element, 'data-shown', String(shown));
}
