import { describe, expect, it } from 'vitest';
import { wayThrough } from '../../../src/scene/path-line';

const at = (x: number, y = 0, front = true) => ({ x, y, front });
/** The strokes of a path: each begins with M. */
const strokes = (d: string): readonly string[] => d.split(/(?=M)/).filter((part) => part !== '');

describe('the way on the map', () => {
  it('goes from beside one site to beside the next, with an arrow there', () => {
    expect(strokes(wayThrough([at(0), at(100)]))).toEqual(['M14.0 0.0L86.0 0.0', 'M80.0 -3.5L86.0 0.0L80.0 3.5']);
  });

  it('tells a long stretch by its two ends, so that no line crosses the face', () => {
    expect(strokes(wayThrough([at(0), at(300)]))).toEqual([
      'M14.0 0.0L44.0 0.0',
      'M256.0 0.0L286.0 0.0',
      'M280.0 -3.5L286.0 0.0L280.0 3.5',
    ]);
  });

  it('has no stretch between neighbours that touch, to a site behind the head, or over one that is not on the map', () => {
    expect(wayThrough([at(0), at(20)])).toBe('');
    expect(wayThrough([at(0), at(100, 0, false)])).toBe('');
    expect(wayThrough([at(0), null, at(100)])).toBe('');
  });
});
