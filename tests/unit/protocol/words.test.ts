import { describe, expect, it } from 'vitest';
import { otherMap } from '../../../src/protocol/maps';
import { painReason } from '../../../src/protocol/patient-facts';
import { patientScreenIds, sectionsOf } from '../../../src/protocol/patient-screens';
import { readSiteId } from '../../../src/protocol/site-id';
import { sitesOf } from '../../../src/protocol/sites';
import { amount, err, ok, sumOfUnits, total, units } from '../../../src/protocol/words';
import type { MapId } from '../../../src/protocol/words';

describe('units', () => {
  it('are whole and not negative, or a defect', () => {
    expect([units(0), units(155)]).toEqual([0, 155]);
    for (const wrong of [-1, 2.5, Number.NaN, 2 ** 53])
      expect(() => units(wrong)).toThrow('not a whole number of units');
  });

  it('as amounts are no finer than a thousandth, or a defect', () => {
    expect([amount(0), amount(2.345)]).toEqual([0, 2.345]);
    for (const wrong of [-0.001, 0.0005, Number.NaN, Infinity])
      expect(() => amount(wrong)).toThrow('not an amount of drug');
  });

  it('are added to the thousandth, and what is finer is rounded to it', () => {
    expect(sumOfUnits([0.1, 0.2])).toBe(0.3);
    expect(sumOfUnits([])).toBe(0);
    expect(sumOfUnits([1.0004, 1.0004])).toBe(2);
    expect(total([amount(0.1), amount(0.7)])).toBe(0.8);
  });
});

it('an outcome is a value, or what went wrong', () => {
  expect([ok(1), err('why')]).toEqual([
    { ok: true, value: 1 },
    { ok: false, error: 'why' },
  ]);
});

it('a map is compared with the other one, and a third there is none', () => {
  expect([otherMap('preempt-2010'), otherMap('preempt-2017')]).toEqual(['preempt-2017', 'preempt-2010']);
  expect(() => sitesOf('preempt-2031' as MapId)).toThrow('no such map: preempt-2031');
});

it('no site is told by another text: order, letters and numbers are those of files', () => {
  expect(readSiteId('temporalis-R-F12')).toEqual({ muscle: 'temporalis', side: 'right', ordinal: 12, ftp: true });
  for (const text of [
    'temporalis-L-0',
    'temporalis-L-02',
    'temporalis-L-12345',
    'temporalis-X-1',
    'masseter-L-1',
    'xtemporalis-L-1 ',
    'temporalis-L-F',
    'temporalis-L-1x',
    ' temporalis-L-1',
    'temporalis',
    '',
  ])
    expect(readSiteId(text), text).toBeNull();
});

describe('a patient', () => {
  it('shows where it hurts for extra injections, where the label of the region has any', () => {
    expect([painReason(), painReason('eu-uk'), painReason('us')]).toEqual([
      'preview.pain.why',
      'preview.pain.why',
      'preview.pain.talk',
    ]);
  });

  it('is not told of more time for extra injections where there are none', () => {
    const told = (region?: 'us' | 'eu-uk') =>
      patientScreenIds.flatMap((screen) => sectionsOf(screen, region).flatMap(({ statements }) => statements));
    expect(told('eu-uk')).toEqual(told());
    expect(told().filter((key) => !told('us').includes(key))).toEqual(['preview.time.more']);
  });
});
