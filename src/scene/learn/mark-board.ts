import { type PerspectiveCamera, Vector3 } from 'three';
import type { SkinRays } from '../skin-rays';
import type { Vec3 } from '../../anatomy/anchor';
import type { Point } from '../hit';
import { type Box, placeLabel, type Spot } from '../label-place';
import { isSeen } from '../occlusion';
import { putAttribute } from '../put-attribute';

/** Something drawn at a point of the skin. `normal`: null where it is drawn whatever hides it, as what a pointer holds. */
export type Mark = {
  readonly id: string;
  readonly positionMm: Vec3;
  readonly normal: Vec3 | null;
  /** How far its drawing reaches, px. */
  readonly radius: number;
};

/** Where labels may not lie: bands at the top and the bottom of the canvas, px, and boxes. */
export type KeepOff = { readonly top: number; readonly bottom: number; readonly boxes: readonly Box[] };

type Placed = { readonly mark: Mark; x: number; y: number; front: boolean };
type Label = {
  pill: HTMLElement | null;
  leader: SVGElement | null;
  spot: Spot | null;
  size: { width: number; height: number };
};

const point = new Vector3();
const edge = 8;
const reaches = [44, 72, 104, 140];

/** Keeps a learner's marks, and the labels of some of them, in place on every rendered frame. */
export class MarkBoard {
  private marks = new Map<string, Placed>();
  private readonly glyphs = new Map<string, SVGElement>();
  private readonly labels = new Map<string, Label>();
  private labelled: readonly string[] = [];
  private canvas = { width: 0, height: 0 };
  private keepOff: () => KeepOff = () => ({ top: 0, bottom: 0, boxes: [] });

  /** @param labelled marks with a label, by their ids: the first finds its place first */
  set(marks: readonly Mark[], labelled: readonly string[] = [], keepOff: () => KeepOff = this.keepOff): void {
    const before = this.marks;
    this.marks = new Map(marks.map((mark) => [mark.id, { x: 0, y: 0, front: false, ...before.get(mark.id), mark }]));
    this.labelled = labelled;
    this.keepOff = keepOff;
    // Measured here and not on every frame: to ask has the page laid out at once.
    for (const label of this.labels.values())
      if (label.pill !== null) label.size = { width: label.pill.offsetWidth, height: label.pill.offsetHeight };
  }

  /** Takes a mark's drawing, or lets go of it. */
  attach(id: string, element: SVGElement | null): void {
    if (element === null) this.glyphs.delete(id);
    else this.glyphs.set(id, element);
  }

  /** Takes the parts of a label that are given, null to let go of one; the other stays as it is. */
  attachLabel(id: string, part: Partial<Pick<Label, 'pill' | 'leader'>>): void {
    this.labels.set(id, { ...(this.labels.get(id) ?? blank()), ...part });
  }

  /** Moves every mark to its place on a canvas of this size, px, and lays the labels out. */
  project(camera: PerspectiveCamera, width: number, height: number): void {
    this.canvas = { width, height };
    for (const [id, placed] of this.marks) {
      point.fromArray(placed.mark.positionMm).project(camera);
      placed.x = ((point.x + 1) / 2) * width;
      placed.y = ((1 - point.y) / 2) * height;
      putAttribute(this.glyphs.get(id), 'transform', `translate(${placed.x.toFixed(2)} ${placed.y.toFixed(2)})`);
    }
    this.placeLabels();
  }

  /** Hides the marks that the head hides, none of those without a normal, and lays the labels out anew. */
  occlude(rays: SkinRays, camera: Vector3): void {
    for (const [id, placed] of this.marks) {
      const { normal, positionMm } = placed.mark;
      placed.front = normal === null || isSeen(rays, positionMm, normal, camera);
      putAttribute(this.glyphs.get(id), 'data-shown', String(placed.front));
    }
    this.placeLabels();
  }

  /** The mark nearest to a place on the canvas, px, within a reach; null where none is seen there. */
  hit(at: Point, reach: number): string | null {
    let nearest: string | null = null;
    let least = reach;
    for (const [id, placed] of this.marks) {
      const off = Math.hypot(placed.x - at.x, placed.y - at.y);
      if (!placed.front || off > least) continue;
      nearest = id;
      least = off;
    }
    return nearest;
  }

  /** Where a mark is on the canvas, px. */
  find(id: string): Point | null {
    return this.marks.get(id) ?? null;
  }

  private placeLabels(): void {
    if (this.labelled.length === 0) return;
    const { top, bottom, boxes } = this.keepOff();
    const { width, height } = this.canvas;
    const free = { left: edge, top: top + edge, width: width - 2 * edge, height: height - top - bottom - 2 * edge };
    const blocked = [...boxes];
    for (const id of this.labelled) {
      const box = this.placeOne(id, free, blocked);
      if (box !== null) blocked.push(box);
    }
  }

  private placeOne(id: string, free: Box, blocked: readonly Box[]): Box | null {
    const [at, label] = [this.marks.get(id), this.labels.get(id)];
    if (label?.pill == null) return null;
    const place =
      at?.front === true && inside(at, free)
        ? placeLabel({
            at,
            radius: at.mark.radius,
            size: label.size,
            free,
            blocked,
            markers: [...this.marks.values()].filter((other) => other.front && other !== at),
            reaches,
            previous: label.spot,
          })
        : null;
    label.spot = place?.spot ?? null;
    const shown = String(place !== null);
    putAttribute(label.pill, 'data-shown', shown);
    putAttribute(label.leader, 'data-shown', shown);
    if (place === null) return null;
    label.pill.style.transform = `translate(${place.box.left.toFixed(1)}px, ${place.box.top.toFixed(1)}px)`;
    const d = `M${place.leader.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
    for (const path of label.leader?.children ?? []) putAttribute(path, 'd', d);
    return place.box;
  }
}

const inside = ({ x, y }: Point, { left, top, width, height }: Box): boolean =>
  x > left && y > top && x < left + width && y < top + height;

const blank = (): Label => ({ pill: null, leader: null, spot: null, size: { width: 0, height: 0 } });
