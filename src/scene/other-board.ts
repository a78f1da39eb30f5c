import { type PerspectiveCamera, Vector3 } from 'three';
import type { SkinRays } from './skin-rays';
import type { SiteId } from '../protocol/words';
import type { OtherSite } from './map-props';
import type { MarkerBoard } from './marker-board';
import { isSeen } from './occlusion';

type Other = { readonly site: OtherSite; x: number; y: number; front: boolean };
type Part = 'glyph' | 'way';

const point = new Vector3();

/** Keeps the other map's sites, and the lines that lead from them to this map's, in place on every rendered frame. */
export class OtherBoard {
  private others = new Map<SiteId, Other>();
  private readonly elements: Readonly<Record<Part, Map<SiteId, SVGElement>>> = { glyph: new Map(), way: new Map() };

  /** The sites of the other map. What is known of those that stay is kept. */
  set(sites: readonly OtherSite[]): void {
    const before = this.others;
    this.others = new Map(sites.map((site) => [site.id, { x: 0, y: 0, front: false, ...before.get(site.id), site }]));
  }

  /** Takes a site's glyph or its line, or lets go of it. */
  attach(id: SiteId, part: Part, element: SVGElement | null): void {
    if (element === null) this.elements[part].delete(id);
    else this.elements[part].set(id, element);
  }

  /** Call after the markers of this map were projected: the lines end at them. */
  project(camera: PerspectiveCamera, width: number, height: number, markers: MarkerBoard): void {
    for (const [id, other] of this.others) {
      point.fromArray(other.site.positionMm).project(camera);
      other.x = ((point.x + 1) / 2) * width;
      other.y = ((1 - point.y) / 2) * height;
      this.elements.glyph.get(id)?.setAttribute('transform', `translate(${other.x.toFixed(2)} ${other.y.toFixed(2)})`);
      const to = markers.find(id);
      if (to === null) continue;
      const d = `M${other.x.toFixed(1)} ${other.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
      for (const path of this.elements.way.get(id)?.children ?? []) path.setAttribute('d', d);
    }
  }

  /** A site of the other map that the head hides is not drawn at all; a line needs both its ends in sight. */
  occlude(rays: SkinRays, camera: Vector3, markers: MarkerBoard): void {
    for (const [id, other] of this.others) {
      other.front = isSeen(rays, other.site.positionMm, other.site.normal, camera);
      show(this.elements.glyph.get(id), other.front);
      show(this.elements.way.get(id), other.front && markers.find(id)?.front === true);
    }
  }
}

function show(element: SVGElement | undefined, shown: boolean): void {
  if (element !== undefined) element.dataset['shown'] = String(shown);
}
