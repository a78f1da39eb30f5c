import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { operatorsOf } from '../../../../src/exchange/pdf/path-operators';
import { pathOf } from '../../../../src/scene/flat/paths';

/** What the library itself writes for a path. */
function written(d: string): string {
  const doc = new PDFDocument({ margin: 0, font: null as never });
  const said: string[] = [];
  doc.addContent = (data: string) => {
    said.push(data);
    return doc;
  };
  doc.path(d);
  return said.join('\n');
}

describe('the paths of the drawn head on the page', () => {
  it('are what the library makes of them', () => {
    const drawn = pathOf([
      [
        [-12.34, 5],
        [-12.3, 5.06],
        [-12.3, 5.06],
        [40, -0.02],
        [40.1, -180],
      ],
      [[3, 3]],
      [
        [0, 0],
        [-1, 1],
      ],
    ]);
    expect(operatorsOf(drawn)).toBe(written(drawn));
    expect(drawn).toContain('-');
  });

  it('of any other kind are left to the library', () => {
    for (const d of [
      '',
      'M1 2L3 4',
      'M1.5 2l1 1',
      'M0 0l1 1Z',
      'M0 0 4 4',
      'M0 0l1 1 2',
      'M0 0l1 1l2 2',
      'M 1 2l3 4',
      'm1 2l3 4',
    ])
      expect(operatorsOf(d), d).toBeNull();
  });
});
