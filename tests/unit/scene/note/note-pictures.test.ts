import { describe, expect, it } from 'vitest';
import type { SiteId } from '../../../../src/protocol/words';
import { noteArt } from '../../../support/note-art';
import { midway, sessionWith } from '../../../support/patient-history';

const pairs: readonly (readonly [SiteId, SiteId])[] = [
  ['temporalis-L-2', 'temporalis-L-3'],
  ['temporalis-R-2', 'temporalis-R-3'],
  ['occipitalis-L-1', 'occipitalis-L-2'],
  ['occipitalis-R-1', 'occipitalis-R-2'],
  ['trapezius-R-1', 'trapezius-R-2'],
  ['trapezius-L-1', 'trapezius-L-2'],
  ['trapezius-R-1', 'trapezius-R-3'],
  ['trapezius-L-1', 'trapezius-L-3'],
];
const full = sessionWith('full', '2026-11-23T10:41:00+01:00', {
  extras: pairs.map(([one, other]) => midway(one, other)),
});

describe('the pictures of a note', () => {
  it('show each of 39 sites in one view at least, dot and number within it, no number over a dot or another', async () => {
    const { pictures } = await noteArt(full);
    const shown = new Set(pictures.flatMap(({ marks }) => marks.map(({ number }) => number)));
    expect(shown.size).toBe(39);
    for (const { marks, width, height, title } of pictures) {
      const boxes = marks.map(({ number, label }) => ({ number, ...label, w: number.length * 4.6, h: 5.1 }));
      for (const { x, y, number } of marks) {
        expect(x > 2 && x < width - 2 && y > 2 && y < height - 2, `${title} ${number}`).toBe(true);
        for (const box of boxes) {
          const dx = Math.max(0, Math.abs(x - box.x) - box.w / 2);
          const dy = Math.max(0, Math.abs(y - box.y) - box.h / 2);
          expect(Math.hypot(dx, dy), `${title}: ${box.number} over ${number}`).toBeGreaterThan(2.7);
        }
      }
      for (const [n, one] of boxes.entries())
        for (const other of boxes.slice(n + 1))
          expect(
            Math.abs(one.x - other.x) > (one.w + other.w) / 2 || Math.abs(one.y - other.y) > (one.h + other.h) / 2,
            `${title}: ${one.number} over ${other.number}`,
          ).toBe(true);
    }
  });

  it("keep sides the patient's: the left view has the left temple, and the front has the patient's left at its right", async () => {
    const [front, left, right, back] = (await noteArt(full)).pictures;
    const numbers = (picture: typeof front) => picture?.marks.map(({ number }) => number) ?? [];
    expect(numbers(left)).toEqual(expect.arrayContaining(['8', '9', '10', '11']));
    expect(numbers(right)).toEqual(expect.arrayContaining(['12', '13', '14', '15']));
    expect(numbers(left)).not.toContain('12');
    const xOf = (picture: typeof front, number: string) =>
      picture?.marks.find((mark) => mark.number === number)?.x ?? 0;
    expect(xOf(front, '1')).toBeGreaterThan(xOf(front, '2'));
    expect(front?.edges).toEqual(['R', 'L']);
    expect(xOf(back, '16')).toBeLessThan(xOf(back, '19'));
    expect(back?.edges).toEqual(['L', 'R']);
    expect(left?.edges).toEqual(['Front', 'Back']);
    expect(xOf(left, '10')).toBeLessThan(xOf(left, '11'));
  });

  it('say in words which sites they show, and how each stands', async () => {
    const [front] = (
      await noteArt(sessionWith('s', '2026-11-23T10:41:00+01:00', { skipped: { 'procerus-M': 'asked not to' } }))
    ).pictures;
    expect(front?.alt).toMatch(
      /^Front\. \d+ sites are seen from here: 1 Corrugator left 1, given; .*3 Procerus midline 1, skipped;/,
    );
  });
});
