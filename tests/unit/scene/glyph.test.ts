import { describe, expect, it } from 'vitest';
import {
  type GlyphPart,
  type GlyphState,
  glyphParts,
  otherParts,
  partKey,
  selectionParts,
} from '../../../src/scene/glyph';

const look = { hue: '#0E8268', paper: '#FFFFFF', muted: '#4A566B', r: 10 };
const draw = (state: GlyphState, ftp = false) => glyphParts({ ...look, state, ftp });
const circles = (parts: readonly GlyphPart[]) => parts.filter((part) => part.shape === 'circle');
const states: readonly GlyphState[] = ['planned', 'next', 'given', 'skipped', 'behind', 'free'];

describe('marker glyphs', () => {
  it('tell every state by shape alone: in one colour they still differ', () => {
    const inOneColour = states.flatMap((state) =>
      [false, true].map((ftp) =>
        JSON.stringify(glyphParts({ ...look, hue: '#000', muted: '#000', state, ftp }), (key, value: unknown) =>
          key === 'opacity' || key.endsWith('Opacity') ? undefined : value,
        ),
      ),
    );
    expect(new Set(inOneColour).size).toBe(states.length * 2);
  });

  it('draw a planned site as a key disc of r + 1.2 and a ring of 2.8 at r - 1.4, filled with paper', () => {
    expect(draw('planned')).toEqual([
      { shape: 'circle', r: 11.2, fill: '#FFFFFF' },
      { shape: 'circle', r: 8.6, fill: '#FFFFFF', stroke: '#0E8268', strokeWidth: 2.8 },
    ]);
  });

  it('get an edge around the key line where they stand on skin, outside it so that none of it is lost', () => {
    const [key] = glyphParts({ ...look, state: 'planned', ftp: false, edge: '#2F3B50' });
    expect(key).toEqual({ shape: 'circle', r: 11.7, fill: '#FFFFFF', stroke: '#2F3B50', strokeWidth: 1 });
  });

  it('have parts that can be told apart, or what was drawn before would stay beside what is drawn now', () => {
    const glyphs = [
      ...states.flatMap((state) =>
        [false, true].flatMap((ftp) =>
          [{}, { edge: '#2F3B50' }].map((edge) => glyphParts({ ...look, ...edge, state, ftp })),
        ),
      ),
      ...[false, true].map((ftp) => selectionParts(ftp, 10, '#000000', '#FFFFFF')),
      otherParts({ hue: '#0E8268', paper: '#FFFFFF', edge: '#2F3B50' }),
    ];
    for (const parts of glyphs) expect(new Set(parts.map(partKey)).size).toBe(parts.length);
  });

  it('mark the other map with a square, which is no state of this one', () => {
    for (const part of otherParts({ hue: '#0E8268', paper: '#FFFFFF' })) {
      expect(part).toMatchObject({
        shape: 'path',
        d: expect.stringMatching(/^M-[\d.]+ -[\d.]+H[\d.]+V[\d.]+H-[\d.]+Z$/) as string,
      });
    }
  });

  it('fill a given site and tick it in the key colour, 0.22 r wide', () => {
    const [key, disc, tick] = draw('given');
    expect(key).toMatchObject({ r: 11.6, fill: '#FFFFFF' });
    expect(disc).toMatchObject({ r: 10, fill: '#0E8268' });
    expect(tick).toMatchObject({ shape: 'path', d: 'M-4.2 0.4L-1 3.6L4.6 -3.4', stroke: '#FFFFFF', strokeWidth: 2.2 });
  });

  it('give the next site a heavier ring, a centre dot and two halos that may breathe', () => {
    const parts = draw('next');
    expect(parts.filter((part) => part.halo !== undefined)).toMatchObject([
      { r: 22, opacity: 0.14 },
      { r: 17, opacity: 0.22 },
    ]);
    expect(parts).toContainEqual({ shape: 'circle', r: 3.6, fill: '#0E8268' });
    expect(circles(parts).some((part) => part.strokeWidth === 3.2)).toBe(true);
  });

  it('draw an extra as a diamond of 1.22 r', () => {
    expect(draw('given', true)[1]).toMatchObject({ shape: 'path', d: 'M0 -12.2L12.2 0L0 12.2L-12.2 0Z' });
  });

  it('grey a skipped site and strike it through over a gap', () => {
    const strokes = draw('skipped').map((part) => [part.stroke, part.strokeWidth]);
    expect(strokes).toEqual([
      [undefined, undefined],
      ['#4A566B', 2.2],
      ['#FFFFFF', 5.4],
      ['#4A566B', 2.4],
    ]);
  });

  it('reduce a site behind the head to one small dashed outline without a tick', () => {
    expect(draw('behind')).toEqual([
      {
        shape: 'circle',
        r: 6.2,
        fill: '#0E8268',
        fillOpacity: 0.1,
        stroke: '#0E8268',
        strokeOpacity: 0.5,
        strokeWidth: 1.5,
        dash: '2.6 2.4',
      },
    ]);
  });

  it('outline the selected site at r + 6.5 over a gap at r + 4, in the shape of its marker', () => {
    expect(selectionParts(false, 10, '#0F172A', '#FFFFFF')).toMatchObject([
      { shape: 'circle', r: 14, stroke: '#FFFFFF', strokeWidth: 2.5 },
      { shape: 'circle', r: 16.5, stroke: '#0F172A', strokeWidth: 2.25 },
    ]);
    expect(selectionParts(true, 10, '#0F172A', '#FFFFFF').every((part) => part.shape === 'path')).toBe(true);
  });
});
