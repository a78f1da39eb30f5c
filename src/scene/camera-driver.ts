import type { CameraControlsImpl } from '@react-three/drei/core/CameraControls';
import { type PerspectiveCamera, Vector3 } from 'three';
import type { Vec3 } from '../anatomy/anchor';
import type { ViewPreset } from './map-props';
import {
  anglesOf,
  carryFrom,
  type Covered,
  directionOf,
  distanceRange,
  ease,
  type Lens,
  lensFor,
  nearestPreset,
  type Pose,
  type Turn,
  turned,
} from './views';

type Wish = { readonly to: Pose; readonly preset: ViewPreset | null; readonly cut: boolean; readonly ms: number };
type Move = Turn & { readonly preset: ViewPreset | null; readonly ms: number; started: number | null };

const moveMs = 350;
const coverMs = 240;
/** Chosen: so long after a hand turned the head it is not turned away by itself, ms. */
const leaveMs = 2000;
/** A tap shakes the camera by less than this, mm: about a degree and a half. It was no turn. */
const shakeMm = 26;
const direction = new Vector3();

/**
 * Moves the camera where the user did not: quick views, a site brought to the front, the view centre shifted away
 * from a card. Dragging, wheel and pinch belong to the controls; the driver waits while a pointer is down and
 * gives way when one grabs the head. `step` runs before the controls' own update on every frame.
 */
export class CameraDriver {
  private move: Move | null = null;
  private waiting: Wish | null = null;
  private unasked: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the camera stood when a pointer took the head. */
  private held: Vector3 | null = null;
  private handAt = Number.NEGATIVE_INFINITY;
  private frameAt = 0;
  private orbit: Vec3 | null = null;
  private fov: number;
  private covered: Covered = { right: 0, bottom: 0 };
  private uncovered: Covered = { right: 0, bottom: 0 };
  private coverStarted: number | null = null;
  private coverMoving = false;
  private lens: (Lens & { readonly width: number; readonly height: number }) | null = null;

  constructor(
    private readonly controls: CameraControlsImpl,
    private readonly camera: PerspectiveCamera,
    start: Pose,
    private readonly invalidate: () => void,
  ) {
    this.fov = start.fov;
    this.stand(start);
  }

  /** Turns to a pose along the shortest arc within `ms`, or cuts to it. `preset` is what the turn is for. */
  goTo(to: Pose, preset: ViewPreset | null, cut: boolean, ms = moveMs): void {
    this.unasked = null;
    const wish = { to, preset, cut, ms };
    if (this.held !== null) this.waiting = wish;
    else this.begin(wish);
  }

  /**
   * Runs what turns the head without being asked: now, or once the hand has let it be for a while. Only the last such wish
   * counts, and none beside one that was asked for.
   */
  whenLeftAlone(turn: () => void): void {
    this.unasked = turn;
    this.look();
  }

  /** The map is closed: what still waits to be turned is forgotten. */
  close(): void {
    clearTimeout(this.timer);
    this.unasked = null;
    this.waiting = null;
  }

  /** Closer to a point of the skin, keeping the direction. */
  closeIn(point: Vec3, cut: boolean): void {
    const pose = this.pose();
    this.goTo({ ...pose, target: point, distance: Math.max(distanceRange.min, 0.5 * pose.distance) }, null, cut);
  }

  /** Nearer or farther by a factor; what lies under the pointer stays under it. `along` is its ray's direction. */
  zoomAt(along: Vector3, factor: number): void {
    this.turnedByHand();
    const pose = this.pose();
    const distance = Math.min(distanceRange.max, Math.max(distanceRange.min, pose.distance * factor));
    // Under the pointer at the depth of the target; the whole view shrinks or grows about that point.
    const reach = pose.distance / direction.dot(along);
    const { x, y, z } = this.camera.position;
    const k = distance / pose.distance;
    const fixed = [x + along.x * reach, y + along.y * reach, z + along.z * reach] as const;
    const [tx, ty, tz] = pose.target;
    const target: Vec3 = [
      fixed[0] + (tx - fixed[0]) * k,
      fixed[1] + (ty - fixed[1]) * k,
      fixed[2] + (tz - fixed[2]) * k,
    ];
    this.stand({ ...pose, target, distance });
    this.arrive();
    this.invalidate();
  }

  /** The point to orbit about from now on: the selected site. The view itself stays as it is. */
  orbitAbout(point: Vec3 | null): void {
    this.orbit = point;
    if (this.move === null && point !== null) this.controls.setOrbitPoint(...point);
    this.invalidate();
  }

  /** What of the canvas is covered from now on, px: the view centre moves away from it within 240 ms, or cuts. */
  cover(covered: Covered, cut: boolean): void {
    const { right, bottom, top } = this.covered;
    if (covered.right === right && covered.bottom === bottom && covered.top === top) return;
    this.uncovered = cut ? covered : this.coveredNow(performance.now());
    this.covered = covered;
    this.coverMoving = !cut;
    this.coverStarted = null;
    this.invalidate();
  }

  /** A pointer took the head. */
  grab(): void {
    this.held = this.camera.position.clone();
    this.giveWay();
  }

  /** The pointer that has the head moves it. */
  drag(): void {
    this.giveWay();
    if ((this.held?.distanceTo(this.camera.position) ?? 0) > shakeMm) this.handAt = performance.now();
  }

  /** The pointer let go of the head: the last turn that was asked for meanwhile begins. */
  release(): void {
    this.drag();
    this.held = null;
    const { waiting } = this;
    this.waiting = null;
    if (waiting !== null) this.begin(waiting);
    this.look();
  }

  /** The wheel or a key moved the camera. */
  turnedByHand(): void {
    this.handAt = performance.now();
    this.giveWay();
  }

  /** What the driver was doing is no longer wanted. */
  private giveWay(): void {
    if (this.move === null) return;
    this.move = null;
    if (this.orbit !== null) this.controls.setOrbitPoint(...this.orbit);
  }

  /** One frame's worth of motion, and the lens for a canvas of this size, px. */
  step(now: number, width: number, height: number): void {
    const { move } = this;
    this.frameAt = now;
    if (move !== null) {
      move.started ??= now;
      const t = (now - move.started) / move.ms;
      const pose = turned(move, t);
      this.fov = pose.fov;
      this.stand(pose);
      // Where it arrives, this very frame shows it.
      if (t >= 1) this.arrive();
      else this.invalidate();
    }
    if (this.coverMoving) {
      this.coverStarted ??= now;
      if (now - this.coverStarted >= coverMs) this.coverMoving = false;
      else this.invalidate();
    }
    this.fit(lensFor(this.fov, width, height, this.coveredNow(now)), width, height);
  }

  /** The quick view the camera is at, or on its way to. */
  view(): ViewPreset | null {
    if (this.move?.preset != null) return this.move.preset;
    const { azimuth, elevation } = this.pose();
    return nearestPreset(azimuth, elevation);
  }

  /** Where the camera stands, with the target in the middle of the view whatever it orbits about. */
  pose(): Pose {
    const { distance } = this.controls;
    this.camera.getWorldDirection(direction);
    const { x, y, z } = this.camera.position;
    return {
      target: [x + direction.x * distance, y + direction.y * distance, z + direction.z * distance],
      ...anglesOf([-direction.x, -direction.y, -direction.z]),
      distance,
      fov: this.fov,
    };
  }

  private begin({ to, preset, cut, ms }: Wish): void {
    const from = cut ? to : this.pose();
    const { move: before } = this;
    // From a turn that is still under way its speed is taken over.
    const t = before?.started == null ? 1 : (this.frameAt - before.started) / before.ms;
    const goesOn = before !== null && !cut && t < 1;
    const carry = goesOn ? carryFrom(before, t, from, to) : 0;
    // It goes on in the very next frame; one from rest begins with it.
    const started = cut ? Number.NEGATIVE_INFINITY : goesOn ? this.frameAt : null;
    this.move = { from, to, preset, carry, ms, started };
    this.invalidate();
  }

  private look(): void {
    clearTimeout(this.timer);
    const { unasked } = this;
    if (unasked === null || this.held !== null) return;
    const wait = this.handAt + leaveMs - performance.now();
    if (wait > 0) {
      this.timer = setTimeout(() => this.look(), wait);
      return;
    }
    this.unasked = null;
    unasked();
  }

  private arrive(): void {
    this.move = null;
    this.controls.update(0);
    if (this.orbit !== null) this.controls.setOrbitPoint(...this.orbit);
  }

  private stand({ target, azimuth, elevation, distance }: Pose): void {
    const [x, y, z] = directionOf(azimuth, elevation);
    const [tx, ty, tz] = target;
    void this.controls.setFocalOffset(0, 0, 0, false);
    void this.controls.setLookAt(tx + x * distance, ty + y * distance, tz + z * distance, tx, ty, tz, false);
  }

  private coveredNow(now: number): Covered {
    if (!this.coverMoving) return this.covered;
    const t = this.coverStarted === null ? 0 : ease((now - this.coverStarted) / coverMs);
    return {
      right: this.uncovered.right + (this.covered.right - this.uncovered.right) * t,
      bottom: this.uncovered.bottom + (this.covered.bottom - this.uncovered.bottom) * t,
      top: (this.uncovered.top ?? 0) + ((this.covered.top ?? 0) - (this.uncovered.top ?? 0)) * t,
    };
  }

  private fit(lens: Lens, width: number, height: number): void {
    const { lens: last, camera } = this;
    const same =
      last !== null &&
      last.fov === lens.fov &&
      last.shiftX === lens.shiftX &&
      last.shiftY === lens.shiftY &&
      last.width === width &&
      last.height === height;
    if (same) return;
    this.lens = { ...lens, width, height };
    camera.fov = lens.fov;
    camera.setViewOffset(width, height, lens.shiftX, lens.shiftY, width, height);
    camera.updateProjectionMatrix();
  }
}
