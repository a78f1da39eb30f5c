import type { SiteId } from '../protocol/words';
import type { Point } from './hit';
import { type Box, placeLabel, type Spot } from './label-place';
import type { MarkerBoard } from './marker-board';
import { putAttribute } from './put-attribute';

export type LabelKind = 'selected' | 'next';

type Label = {
  id: SiteId | null;
  radius: number;
  pill: HTMLElement | null;
  leader: SVGGElement | null;
  size: { width: number; height: number };
  spot: Spot | null;
};

const reaches: Readonly<Record<LabelKind, readonly number[]>> = {
  selected: [72, 104, 48],
  next: [28, 40],
};
const edge = 12;

/** Keeps the one label of the selected site, and the smaller one of the next, beside their markers on every frame. */
export class LabelBoard {
  private readonly labels: Readonly<Record<LabelKind, Label>> = { selected: blank(), next: blank() };
  /** Lays the labels out as they were laid out last. */
  private again: () => void = () => undefined;
  /** Told of new sizes once the page is laid out and before it is painted: to ask would have it laid out at once. */
  private readonly sizes = new ResizeObserver((changed) => {
    for (const { target, borderBoxSize } of changed) {
      const label = Object.values(this.labels).find(({ pill }) => pill === target);
      const box = borderBoxSize[0];
      if (label !== undefined && box !== undefined) label.size = { width: box.inlineSize, height: box.blockSize };
    }
    this.again();
  });

  /** Which site a label belongs to, and how far its marker reaches, px. */
  set(kind: LabelKind, id: SiteId | null, radius: number): void {
    const label = this.labels[kind];
    if (label.id !== id) label.spot = null;
    label.id = id;
    label.radius = radius;
  }

  /** Takes the pill or the leader of a label, or lets go of it. A pill is watched for its size as long. */
  attach(kind: LabelKind, part: 'pill', element: HTMLElement | null): void;
  attach(kind: LabelKind, part: 'leader', element: SVGGElement | null): void;
  attach(kind: LabelKind, part: 'pill' | 'leader', element: HTMLElement | SVGGElement | null): void {
    const label = this.labels[kind];
    if (part === 'leader') {
      label.leader = element as SVGGElement | null;
      return;
    }
    if (label.pill === element) return;
    if (label.pill !== null) this.sizes.unobserve(label.pill);
    label.pill = element as HTMLElement | null;
    if (label.pill !== null) this.sizes.observe(label.pill);
  }

  /** Lays both labels out: inside the free part of the canvas, off the controls and off each other. */
  place(board: MarkerBoard, free: Box, keepClear: readonly Box[]): void {
    this.again = () => this.place(board, free, keepClear);
    const area = {
      left: free.left + edge,
      top: free.top + edge,
      width: free.width - 2 * edge,
      height: free.height - 2 * edge,
    };
    const blocked = [...keepClear];
    const selected = this.placeOne('selected', board, area, blocked);
    if (selected !== null) blocked.push(selected);
    this.placeOne('next', board, area, blocked);
  }

  private placeOne(kind: LabelKind, board: MarkerBoard, free: Box, blocked: readonly Box[]): Box | null {
    const label = this.labels[kind];
    const at = board.find(label.id);
    const place =
      at?.front === true && label.size.width > 0 && within(at, free)
        ? placeLabel({
            at,
            radius: label.radius,
            size: label.size,
            free,
            blocked,
            markers: [...board.onScreen()].filter((other) => other.front && other.id !== label.id),
            reaches: reaches[kind],
            previous: label.spot,
          })
        : null;
    label.spot = place?.spot ?? null;
    if (label.pill !== null) {
      putAttribute(label.pill, 'data-shown', String(place !== null));
      if (place !== null)
        label.pill.style.transform = `translate(${place.box.left.toFixed(1)}px, ${place.box.top.toFixed(1)}px)`;
    }
    if (label.leader !== null) {
      putAttribute(label.leader, 'data-shown', String(place !== null));
      if (place !== null) {
        const d = `M${place.leader.map((p) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join('L')}`;
        for (const path of label.leader.children) putAttribute(path, 'd', d);
      }
    }
    return place?.box ?? null;
  }
}

const within = ({ x, y }: Point, box: Box): boolean =>
  x > box.left && y > box.top && x < box.left + box.width && y < box.top + box.height;

const blank = (): Label => ({
  id: null,
  radius: 0,
  pill: null,
  leader: null,
  size: { width: 0, height: 0 },
  spot: null,
});
