import { describe, expect, it } from 'vitest';
import { hitMarker, type ScreenMarker } from '../../../src/scene/hit';

const marker = (id: string, x: number, y: number, front = true): ScreenMarker => ({ id, x, y, front });

describe('what a tap means', () => {
  it('is the nearest marker within 22 px', () => {
    expect(hitMarker([marker('a', 100, 100)], { x: 115, y: 116 })?.id).toBe('a');
    expect(hitMarker([marker('a', 100, 100)], { x: 116, y: 116 })).toBeNull();
  });

  it('goes to the nearer of two, wherever they stand in the list', () => {
    const pair = [marker('a', 100, 100), marker('b', 130, 100)];
    expect(hitMarker(pair, { x: 114, y: 100 })?.id).toBe('a');
    expect(hitMarker(pair, { x: 116, y: 100 })?.id).toBe('b');
    expect(hitMarker(pair.toReversed(), { x: 114, y: 100 })?.id).toBe('a');
  });

  it('passes through a marker that the head hides', () => {
    expect(hitMarker([marker('hidden', 100, 100, false)], { x: 100, y: 100 })).toBeNull();
    const over = [marker('hidden', 100, 100, false), marker('seen', 110, 100)];
    expect(hitMarker(over, { x: 101, y: 100 })).toEqual({ id: 'seen', crowded: false });
  });

  it('is uncertain where two markers lie within 12 px of it', () => {
    const pair = [marker('a', 100, 100), marker('b', 116, 100)];
    expect(hitMarker(pair, { x: 107, y: 100 })).toEqual({ id: 'a', crowded: true });
    expect(hitMarker(pair, { x: 103, y: 100 })).toEqual({ id: 'a', crowded: false });
  });

  it('counts no hidden marker as crowding', () => {
    expect(hitMarker([marker('a', 100, 100), marker('b', 104, 100, false)], { x: 100, y: 100 })?.crowded).toBe(false);
  });

  it('is nothing on an empty map', () => {
    expect(hitMarker([], { x: 0, y: 0 })).toBeNull();
  });
});
