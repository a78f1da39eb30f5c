import type { CameraControlsImpl } from '@react-three/drei/core/CameraControls';
import { PerspectiveCamera } from 'three';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CameraDriver } from '../../../src/scene/camera-driver';
import { directionOf, presetPoses, shortestArc } from '../../../src/scene/views';

const frameMs = 16;

/** A driver over controls that put the camera where they are told and do no more. */
function openDriver() {
  const camera = new PerspectiveCamera();
  let distance = 0;
  const controls = {
    get distance() {
      return distance;
    },
    setFocalOffset: () => Promise.resolve(),
    setOrbitPoint: () => undefined,
    update: () => true,
    setLookAt: (x: number, y: number, z: number, tx: number, ty: number, tz: number) => {
      camera.position.set(x, y, z);
      camera.lookAt(tx, ty, tz);
      camera.updateMatrixWorld();
      distance = Math.hypot(x - tx, y - ty, z - tz);
      return Promise.resolve();
    },
  };
  const driver = new CameraDriver(
    controls as unknown as CameraControlsImpl,
    camera,
    presetPoses.front,
    () => undefined,
  );
  const azimuth = () => driver.pose().azimuth;
  const frame = () => {
    vi.advanceTimersByTime(frameMs);
    driver.step(performance.now(), 800, 800);
  };
  /** The azimuth after each of so many frames. */
  const frames = (count: number): readonly number[] =>
    Array.from({ length: count }, () => {
      frame();
      return azimuth();
    });
  /** As a hand drags it. */
  const dragTo = (degrees: number) => {
    const { target, elevation } = driver.pose();
    const [x, y, z] = directionOf(degrees, elevation);
    const [tx, ty, tz] = target;
    void controls.setLookAt(tx + x * distance, ty + y * distance, tz + z * distance, tx, ty, tz);
    driver.drag();
  };
  return { driver, azimuth, frames, dragTo };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Degrees from frame to frame. */
const steps = (azimuths: readonly number[]) => azimuths.slice(1).map((to, i) => shortestArc(azimuths[i] ?? to, to));

describe('a turn of the head', () => {
  it('is over after 350 ms, and cuts where motion is not wanted', () => {
    const { driver, frames, azimuth } = openDriver();
    driver.goTo(presetPoses.left, 'left', false);
    expect(frames(10).at(-1)).toBeLessThan(90);
    frames(14);
    expect(azimuth()).toBeCloseTo(90, 5);
    driver.goTo(presetPoses.right, 'right', true);
    frames(1);
    expect(azimuth()).toBeCloseTo(-90, 5);
  });

  it('goes on from the speed of the one it replaces: back the other way, on in the same, and again and again', () => {
    for (const next of [presetPoses.front, presetPoses.back, presetPoses.right]) {
      const { driver, frames } = openDriver();
      driver.goTo(presetPoses.left, 'left', false);
      const before = frames(5);
      driver.goTo(next, null, false);
      const after = frames(30);
      const [last = 0] = steps(before).slice(-1);
      const [first = 0, second = 0, third = 0] = steps([...before.slice(-1), ...after]);
      // Begun afresh, each of them would change by 12 to 34 degrees a frame.
      for (const [was, is] of [
        [last, first],
        [first, second],
        [second, third],
      ] as const)
        expect(Math.abs(is - was)).toBeLessThan(9);
      expect(shortestArc(after.at(-1) ?? 0, next.azimuth)).toBeCloseTo(0, 5);
    }
  });
});

describe('a turn that nobody asked for', () => {
  const wish = ({ driver }: ReturnType<typeof openDriver>, preset: 'left' | 'back' = 'left') => {
    driver.whenLeftAlone(() => {
      driver.goTo(presetPoses[preset], preset, true);
    });
  };

  it('is made at once where no hand was on the head, or one only tapped it', () => {
    const opened = openDriver();
    opened.driver.grab();
    opened.dragTo(0.5);
    opened.driver.release();
    wish(opened);
    opened.frames(1);
    expect(opened.azimuth()).toBeCloseTo(90, 5);
  });

  it('waits while a pointer is down, and two seconds from the last drag of the hand', () => {
    const opened = openDriver();
    opened.driver.grab();
    opened.dragTo(20);
    wish(opened);
    opened.frames(200);
    expect(opened.azimuth()).toBeCloseTo(20, 5);
    opened.dragTo(30);
    opened.driver.release();
    opened.frames(120);
    expect(opened.azimuth()).toBeCloseTo(30, 5);
    opened.frames(10);
    expect(opened.azimuth()).toBeCloseTo(90, 5);
  });

  it('gives way to a later one, and to one that was asked for', () => {
    const opened = openDriver();
    opened.driver.turnedByHand();
    wish(opened, 'left');
    wish(opened, 'back');
    opened.frames(150);
    expect(Math.abs(opened.azimuth())).toBeCloseTo(180, 5);
    opened.driver.turnedByHand();
    wish(opened, 'left');
    opened.driver.goTo(presetPoses.front, 'front', true);
    opened.frames(150);
    expect(opened.azimuth()).toBeCloseTo(0, 5);
  });

  it('is forgotten with the map that is closed before its time', () => {
    const opened = openDriver();
    const turn = vi.fn();
    opened.driver.turnedByHand();
    opened.driver.whenLeftAlone(turn);
    opened.driver.close();
    opened.frames(200);
    expect(turn).not.toHaveBeenCalled();
  });

  it('that was asked for while the hand had the head begins where the hand left it', () => {
    const opened = openDriver();
    opened.driver.grab();
    opened.driver.goTo(presetPoses.left, 'left', false);
    opened.dragTo(-40);
    opened.driver.release();
    expect(opened.frames(2)[0]).toBeCloseTo(-40, 0);
  });

  it('takes as long for a turn as it is given, and its own time where none is given', () => {
    const arrives = (ms?: number): number => {
      const { driver, frames } = openDriver();
      driver.goTo(presetPoses.left, null, false, ms);
      const seen = frames(60);
      return seen.findIndex((azimuth) => Math.abs(azimuth - presetPoses.left.azimuth) < 1e-6) * frameMs;
    };
    expect(arrives(600) - arrives()).toBeGreaterThan(200);
  });
});
