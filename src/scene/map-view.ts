import { Raycaster, Vector2, Vector3 } from 'three';
import type { SkinRay, Vec3 } from '../anatomy/anchor';
import type { SiteId } from '../protocol/words';
import { hitMarker, type Point } from './hit';
import { LabelBoard } from './label-board';
import type { Box } from './label-place';
import type { MapSite, MapZone } from './map-props';
import { MarkerBoard } from './marker-board';
import { meetsSkin } from './occlusion';
import { OtherBoard } from './other-board';
import { PathLine } from './path-line';
import { SideBoard } from './side-board';
import type { Frame, Models } from './stage';
import { createTapWatch } from './tap';
import { TubeLine } from './tube-line';
import { anglesOf, type Covered } from './views';
import { ZonePointer } from './zone-pointer';

export type MapSetting = {
  readonly element: HTMLElement | null;
  readonly models: Models;
  readonly sites: readonly MapSite[];
  readonly zones: readonly MapZone[];
  /** The pointer came to rest on another zone, or on none. */
  readonly onZone: (zone: MapZone | null) => void;
  readonly covered: Covered;
  /** Absent where nobody said: then the bands in which the controls float are kept clear. */
  readonly keepClear: readonly Box[] | undefined;
  /** Called when the head has been drawn with its markers in place. */
  readonly onUsable: () => void;
};

/** Something else that is kept in place over the head. */
export type Following = Pick<OtherBoard, 'project' | 'occlude'>;

type OnSkin = { readonly ray: SkinRay; readonly at: Vec3 };
export type Tapped =
  | { readonly kind: 'site'; readonly site: MapSite; readonly crowded: boolean }
  | ({ readonly kind: 'skin' } & OnSkin);

/** Rays are cheap but not free: while the head turns, what it hides is looked at on every third frame or slow one. */
const occlusionEvery = 3;
const slowMs = 50;
const settleMs = 90;
/** A site this near the edge, or seen more slantingly than this, is worth turning to. */
const edge = 28;
const slant = 0.4;

/** Controls float 16 px from the top and bottom edges and are 52 high. */
const controlBands = { top: 68, bottom: 68 };

const forward = new Vector3();

/**
 * What follows the camera and the pointer without React: markers, labels and badges on every rendered frame, what
 * the head hides, and what a tap means. One per map.
 */
export class MapView {
  readonly board = new MarkerBoard();
  readonly labels = new LabelBoard();
  readonly tube = new TubeLine();
  readonly path = new PathLine();
  readonly others = new OtherBoard();
  readonly sides = new SideBoard();
  /** What a hand on the skin is shown. */
  readonly following = new Set<Following>();
  /** While the skin is painted on, a tap paints as well: it means no site. */
  private painting = false;

  /** From now on taps paint, or no longer. */
  setPainting(painting: boolean): void {
    this.painting = painting;
  }

  private readonly taps = createTapWatch();
  private readonly caster = new Raycaster();
  private readonly tip = new ZonePointer();
  private badgeBoxes: readonly Box[] = [];
  private setting: MapSetting | null = null;
  private frame: Frame | null = null;
  private frames = 0;
  private occluded = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;

  /** Where the name of the zone under the pointer is written. */
  readonly zoneTip = (element: HTMLElement | null): void => {
    this.tip.attach(element);
  };

  /** What is placed from now on; nothing moves before the next frame, or `refresh`. */
  set(setting: MapSetting): void {
    this.setting = setting;
  }

  /** A frame was rendered: moves everything that is drawn over it to match. */
  readonly drawn = (frame: Frame): void => {
    this.frame = frame;
    this.frames += 1;
    this.follow();
    this.placeLabels();
    if (this.frames % occlusionEvery === 0 || performance.now() - this.occluded > slowMs) this.occlude();
    clearTimeout(this.settling);
    this.settling = setTimeout(this.refresh, settleMs);
    this.report(frame);
    if (this.setting?.models.light != null) {
      if (this.setting.element?.dataset['usable'] !== 'true') this.refresh();
      this.setting.onUsable();
    }
  };

  /** A drawing was made for this frame, and stays as it is. */
  readonly stands = (frame: Frame): void => {
    this.frame = frame;
    this.frames += 1;
    this.refresh();
    this.report(frame);
  };

  /** Puts everything in place for the last frame: the camera came to rest, or the sites changed. */
  readonly refresh = (): void => {
    this.follow();
    const { width, height } = this.frame ?? {};
    const { right, bottom, top } = this.setting?.covered ?? {};
    this.badgeBoxes = this.sides.boxes([width, height, right, bottom, top].join());
    this.occlude();
    if (this.frame !== null) this.tube.place(this.board, this.frame.camera, this.frame.width, this.frame.height);
    this.placeLabels();
  };

  /** True where a site is seen well enough that the camera need not turn to it. */
  readonly inView = (id: SiteId): boolean => {
    const at = this.board.find(id);
    const site = this.site(id);
    if (at === null || site === undefined || this.frame === null || !at.front) return false;
    const { left, top, width, height } = this.free();
    const clear = at.x > left + edge && at.y > top + edge && at.x < left + width - edge && at.y < top + height - edge;
    this.frame.camera.getWorldDirection(forward);
    return clear && -forward.dot({ x: site.normal[0], y: site.normal[1], z: site.normal[2] }) > slant;
  };

  /** A pointer went down, coordinates of the page; only the first button can become a tap. */
  press(event: PointerEvent): void {
    if (event.button === 0) this.taps.press(sample(event));
    const { element } = this.setting ?? {};
    element?.setPointerCapture(event.pointerId);
    if (element != null) element.style.cursor = 'grabbing';
    this.leave();
  }

  /** With no button down: names the zone under the pointer, and shows by the cursor what a tap would mean. */
  move(event: PointerEvent): void {
    this.taps.move(sample(event));
    const { element } = this.setting ?? {};
    if (element == null || event.buttons !== 0) return;
    const at = this.onCanvas(event);
    const meant = this.meaning(at);
    this.hover(meant?.kind === 'skin' ? meant.at : null, at);
    element.style.cursor = this.painting
      ? 'crosshair'
      : meant === null
        ? 'grab'
        : meant.kind === 'site'
          ? 'pointer'
          : 'crosshair';
  }

  /** What the pointer that was lifted meant, if it was a tap. */
  lift(event: PointerEvent): Tapped | null {
    const tap = this.taps.lift(sample(event));
    return tap === null || this.painting ? null : this.meaning(this.onCanvas({ clientX: tap.x, clientY: tap.y }));
  }

  /** The pointer left the map. */
  leave(): void {
    this.hover(null, { x: 0, y: 0 });
  }

  /** The pointer was taken away: its press is no tap. */
  drop(event: PointerEvent): void {
    this.taps.drop(event.pointerId);
  }

  /** Where the badges of the sides stand: labels keep off them. */
  get badges(): readonly Box[] {
    return this.badgeBoxes;
  }

  /** The marker under a pointer; null for none. */
  markerAt(event: Place): SiteId | null {
    return hitMarker(this.board.onScreen(), this.onCanvas(event))?.id ?? null;
  }

  /** Where a pointer is on the skin: its ray, and where that meets the skin as drawn. Null off the skin. */
  aim(event: Place): OnSkin | null {
    return this.onSkin(this.onCanvas(event));
  }

  /** Nothing of it is waited for any more. */
  close(): void {
    clearTimeout(this.settling);
  }

  private onSkin(point: Point): OnSkin | null {
    const rays = this.setting?.models.light?.rays;
    if (rays === undefined || this.frame === null) return null;
    const ray = this.rayAt(point, this.frame);
    const at = meetsSkin(rays, ray);
    return at === null ? null : { ray, at };
  }

  private meaning(at: Point): Tapped | null {
    const hit = hitMarker(this.board.onScreen(), at);
    const site = hit === null ? undefined : this.site(hit.id);
    if (hit !== null && site !== undefined) return { kind: 'site', site, crowded: hit.crowded };
    const skin = this.onSkin(at);
    return skin === null ? null : { kind: 'skin', ...skin };
  }

  private hover(skin: Vec3 | null, at: Point): void {
    const { setting } = this;
    this.tip.point(setting?.zones ?? [], skin, at, this.frame?.width ?? 0, (zone) => setting?.onZone(zone));
  }

  private rayAt(at: Point, { camera, width, height }: Frame): SkinRay {
    this.caster.setFromCamera(new Vector2((2 * at.x) / width - 1, 1 - (2 * at.y) / height), camera);
    return { origin: triple(this.caster.ray.origin), direction: triple(this.caster.ray.direction) };
  }

  private follow(): void {
    if (this.frame === null) return;
    const { camera, width, height } = this.frame;
    this.board.project(camera, width, height);
    this.tube.place(this.board, camera, width, height);
    this.others.project(camera, width, height, this.board);
    this.path.place(this.board);
    for (const board of this.following) board.project(camera, width, height, this.board);
    this.sides.turn(anglesOf(triple(camera.getWorldDirection(forward).negate())).azimuth);
  }

  private occlude(): void {
    const rays = this.setting?.models.light?.rays;
    if (rays === undefined || this.frame === null) return;
    this.board.occlude(rays, this.frame.camera.position);
    this.others.occlude(rays, this.frame.camera.position, this.board);
    this.path.place(this.board);
    for (const board of this.following) board.occlude(rays, this.frame.camera.position, this.board);
    this.occluded = performance.now();
  }

  private placeLabels(): void {
    if (this.frame !== null)
      this.labels.place(this.board, this.free(), [...(this.setting?.keepClear ?? []), ...this.badgeBoxes]);
  }

  private free(): Box {
    const { width, height } = this.frame ?? { width: 0, height: 0 };
    const { right, bottom } = this.setting?.covered ?? { right: 0, bottom: 0 };
    const bands = this.setting?.keepClear === undefined ? controlBands : { top: 0, bottom: 0 };
    return { left: 0, top: bands.top, width: width - right, height: height - bottom - bands.top - bands.bottom };
  }

  private report({ drawCalls, triangles }: Frame): void {
    const { element, models } = this.setting ?? {};
    if (element == null) return;
    element.dataset['frames'] = String(this.frames);
    element.dataset['drawCalls'] = String(drawCalls);
    element.dataset['triangles'] = String(triangles);
    element.dataset['detail'] = models?.full != null ? 'full' : models?.light != null ? 'light' : 'none';
    element.dataset['muscles'] = String(models?.muscles != null);
  }

  /** A place in the window as one on the canvas, px from its top left corner. */
  onCanvas(event: Place): Point {
    const box = this.setting?.element?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  }

  private site(id: SiteId): MapSite | undefined {
    return this.setting?.sites.find((site) => site.id === id);
  }
}

/** Where something is in the window, px. */
type Place = { readonly clientX: number; readonly clientY: number };

const sample = (event: PointerEvent) => ({
  pointer: event.pointerId,
  x: event.clientX,
  y: event.clientY,
  time: event.timeStamp,
});

const triple = ({ x, y, z }: Vector3): Vec3 => [x, y, z];
