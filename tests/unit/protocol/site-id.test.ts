import { describe, expect, it } from 'vitest';
import { fixedSites } from '../../../src/protocol/fixed-sites';
import { siteName } from '../../../src/protocol/names';
import { ftpMuscles } from '../../../src/protocol/paradigm';
import { ftpSiteId, readSiteId } from '../../../src/protocol/site-id';

const nameOf = (id: string): string => {
  const site = fixedSites.find((fixed) => fixed.id === id);
  if (site === undefined) throw new Error(`no site ${id}`);
  return siteName(site);
};

describe('site ids', () => {
  it('are the thirty-one that files and assistive technology rely on, in protocol order, left first', () => {
    expect(fixedSites.map((site) => site.id)).toEqual([
      'corrugator-L',
      'corrugator-R',
      'procerus-M',
      ...['frontalis-L-1', 'frontalis-L-2', 'frontalis-R-1', 'frontalis-R-2'],
      ...['temporalis-L-1', 'temporalis-L-2', 'temporalis-L-3', 'temporalis-L-4'],
      ...['temporalis-R-1', 'temporalis-R-2', 'temporalis-R-3', 'temporalis-R-4'],
      ...['occipitalis-L-1', 'occipitalis-L-2', 'occipitalis-L-3'],
      ...['occipitalis-R-1', 'occipitalis-R-2', 'occipitalis-R-3'],
      ...['paraspinal-L-1', 'paraspinal-L-2', 'paraspinal-R-1', 'paraspinal-R-2'],
      ...['trapezius-L-1', 'trapezius-L-2', 'trapezius-L-3'],
      ...['trapezius-R-1', 'trapezius-R-2', 'trapezius-R-3'],
    ]);
    expect(fixedSites.map((site) => site.order)).toEqual(fixedSites.map((_, at) => at + 1));
  });

  it('read back as muscle, side and ordinal', () => {
    for (const { id, muscle, side, ordinal } of fixedSites) {
      expect(readSiteId(id)).toEqual({ muscle, side, ordinal, ftp: false });
    }
  });

  it('of follow-the-pain extras carry an F, and read back as well', () => {
    expect(ftpSiteId('temporalis', 'left', 1)).toBe('temporalis-L-F1');
    for (const muscle of ftpMuscles) {
      for (const side of ['left', 'right', 'midline'] as const) {
        expect(readSiteId(ftpSiteId(muscle, side, 12))).toEqual({ muscle, side, ordinal: 12, ftp: true });
      }
    }
  });

  it.each(['', 'temporalis', 'temporalis-X-1', 'masseter-L-1', 'temporalis-L-0', 'temporalis-L-F', 'temporalis-L-1 '])(
    'are not read from %j',
    (text) => {
      expect(readSiteId(text)).toBeNull();
    },
  );
});

describe('site names', () => {
  it('spell out muscle, side and number', () => {
    expect(nameOf('paraspinal-L-1')).toBe('Cervical paraspinal left 1');
    expect(nameOf('procerus-M')).toBe('Procerus midline 1');
    expect(nameOf('corrugator-R')).toBe('Corrugator right 1');
  });
});
