import { describe, expect, it } from 'vitest';
import { joinFiles } from '../../../src/outcomes/patient-file-join';
import { checkOf, sampleFile } from '../../support/patient-file';

/** A field that this version does not know, as a later one may have kept it. */
const withField = (later: unknown) => ({ ...sampleFile, later });
const laterOf = (file: object): unknown => (file as { readonly later?: unknown }).later;
const first = checkOf('c-1', 's-1');
const second = checkOf('c-2', 's-1');
const told = { ...first, by: 'B. Other' };

describe('a file of two places', () => {
  it('is the very file that is here where the other says the same, or less', () => {
    const here = { ...sampleFile, rule: 'ehf-2018', effects: [first, second] } as const;
    expect(joinFiles(here, structuredClone(here), 'there')).toEqual({ file: here, differs: false });
    for (const there of [structuredClone(here), sampleFile, { ...sampleFile, effects: [second] }])
      expect(joinFiles(here, there, 'there').file).toBe(here);
  });

  it('has every entry of either once, those from here first', () => {
    const here = { ...sampleFile, effects: [first] };
    const { file, differs } = joinFiles(here, { ...sampleFile, effects: [second, first] }, 'here');
    expect(file).toEqual({ ...here, effects: [first, second] });
    expect(differs).toBe(false);
    expect(here.effects).toEqual([first]);
  });

  it('keeps of one entry what is here, or takes what is there, and says that they differ', () => {
    const here = { ...sampleFile, effects: [second, first] };
    const there = { ...sampleFile, effects: [told] };
    expect(joinFiles(here, there, 'here')).toEqual({ file: here, differs: true });
    expect(joinFiles(here, there, 'here').file).toBe(here);
    expect(joinFiles(here, there, 'there')).toEqual({ file: { ...here, effects: [second, told] }, differs: true });
  });

  it('has what only one of them tells, within a field as well', () => {
    const here = { ...sampleFile, history: { preventives: [], fiveAttacks: 'yes' } } as const;
    const there = { ...sampleFile, rule: 'nice-ta260', history: { preventives: [], betterExplained: 'no' } } as const;
    expect(joinFiles(here, there, 'here')).toEqual({
      file: { ...here, rule: 'nice-ta260', history: { preventives: [], fiveAttacks: 'yes', betterExplained: 'no' } },
      differs: false,
    });
  });

  it('is put together field by field, and chosen whole where the two are of another kind', () => {
    const both = (mine: unknown, theirs: unknown, take: 'here' | 'there') => {
      const { file, differs } = joinFiles(withField(mine), withField(theirs), take);
      return [laterOf(file), differs];
    };
    expect(both({ a: 1, c: 1 }, { b: 2, c: 2 }, 'there')).toEqual([{ a: 1, b: 2, c: 2 }, true]);
    expect(both({ a: 1, c: 1 }, { b: 2, c: 2 }, 'here')).toEqual([{ a: 1, b: 2, c: 1 }, true]);
    for (const [mine, theirs] of [
      [['a'], { a: 1 }],
      [{ a: 1 }, ['a']],
      [['a'], null],
      [null, ['a']],
      [{ a: 1 }, null],
      [null, { a: 1 }],
      ['a', 'b'],
    ]) {
      expect(both(mine, theirs, 'there')).toEqual([theirs, true]);
      expect(both(mine, theirs, 'here')).toEqual([mine, true]);
    }
  });

  it('tells entries without an id apart by what they say', () => {
    const { file, differs } = joinFiles(
      withField(['a', { n: 1 }, 'b']),
      withField(['b', { n: 2 }, 'c', null]),
      'there',
    );
    expect(laterOf(file)).toEqual(['a', { n: 1 }, 'b', { n: 2 }, 'c', null]);
    expect(differs).toBe(false);
    // A number is no id: two entries with one are two.
    expect(laterOf(joinFiles(withField([{ id: 1, n: 1 }]), withField([{ id: 1, n: 2 }]), 'there').file)).toHaveLength(
      2,
    );
  });
});
