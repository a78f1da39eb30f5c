import { describe, expect, it } from 'vitest';
import { effectFacts, sideEffects } from '../../../../src/protocol/side-effects';
import type { EffectCorrection } from '../../../../src/record/side-effects';
import {
  adviceFor,
  correctionText,
  effectDetail,
  effectTitle,
  rateText,
  saidText,
} from '../../../../src/state/outcomes/effect-text';
import { neckPain } from '../../../support/patient-file';

const asIs = (day: string): string => day;

describe('a side effect in words', () => {
  it('is named with its side and how bad it was, where that is known', () => {
    expect(effectTitle({ ...neckPain, side: 'both', severity: 2 })).toBe(
      'Neck pain or stiffness, both sides, moderate',
    );
    expect(effectTitle(neckPain)).toBe('Neck pain or stiffness');
  });

  it('tells its sites by name and its days', () => {
    expect(effectDetail({ ...neckPain, gone: '2026-03-11', note: 'on turning' }, asIs)).toBe(
      'Cervical paraspinal left 1. Since 2026-03-04, gone 2026-03-11. on turning',
    );
    expect(effectDetail({ id: 'x', effect: 'bruising', sites: [] }, asIs)).toBe('');
  });

  it('tells what was said before a correction, when and by whom', () => {
    const was: EffectCorrection['was'] = { effect: 'neck-pain', sites: ['paraspinal-L-1'], began: '2026-03-04' };
    const corrected = { at: '2026-03-16', by: 'Dr Example', was };
    expect(correctionText(corrected, asIs)).toBe(
      'Corrected 2026-03-16 by Dr Example. Before: Neck pain or stiffness. Cervical paraspinal left 1. Since 2026-03-04',
    );
    expect(correctionText({ ...corrected, by: '' }, asIs)).toMatch(/^Corrected 2026-03-16\. Before/);
  });

  it('brings what is said of the muscles whose sites were named', () => {
    const { technique, tailoring, practice } = adviceFor(neckPain);
    expect(new Set([...technique, ...practice].map(({ muscle }) => muscle))).toEqual(new Set(['paraspinal']));
    expect(tailoring).toEqual([]);
    expect(practice.flatMap((one) => ('tailoring' in one ? one.tailoring : []))).toEqual([
      'paraspinal-higher',
      'paraspinal-reduced',
    ]);
  });

  it('brings all that is said of it where no site was named, or one of which nothing is said', () => {
    const { technique, tailoring } = effectFacts('neck-pain');
    const all = adviceFor({ effect: 'neck-pain', sites: [] });
    expect(all.technique.length + all.tailoring.length + all.practice.length).toBe(technique.length + tailoring.length);
    expect(adviceFor({ effect: 'neck-pain', sites: ['corrugator-L'] })).toEqual(all);
  });

  it.each(sideEffects)('keeps what no source was read for apart from what a source suggests: $id', ({ id, ...of }) => {
    const { technique, tailoring, practice } = adviceFor({ effect: id, sites: [] });
    expect([...technique, ...tailoring].filter(({ sources }) => sources.length === 0)).toEqual([]);
    expect(practice.filter(({ sources }) => sources.length > 0)).toEqual([]);
    expect(technique.length + tailoring.length + practice.length).toBe(of.technique.length + of.tailoring.length);
  });

  it('has nothing but expert practice for a heavy shoulder', () => {
    const { technique, tailoring, practice } = adviceFor({ effect: 'heaviness', sites: [] });
    expect([technique, tailoring]).toEqual([[], []]);
    expect(practice).toMatchObject([{ text: 'Superficial and horizontal.', evidence: 'unconfirmed', sources: [] }]);
  });

  it('says how well a statement is supported, and what awaits sign-off', () => {
    expect(saidText({ text: 'A.', evidence: 'confirmed', sources: ['S3b'] })).toBe('A. (confirmed; S3b)');
    expect(saidText({ text: 'A.', evidence: 'weak', sources: ['S26'] })).toBe(
      'A. (weak source, awaiting clinical sign-off; S26)',
    );
    expect(saidText({ text: 'A.', evidence: 'unconfirmed', sources: [] })).toMatch(/no source read; awaiting/);
    const [rate] = effectFacts('swallowing').rates;
    expect(rate === undefined ? '' : rateText(rate)).toBe(
      'dysphagia: 2 % of 254 people in a clinic at Hull (confirmed; S37)',
    );
  });
});
