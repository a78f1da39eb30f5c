import { describe, expect, it } from 'vitest';
import { headVerdictText, signatureMeaning, versionProblemText } from '../../../src/state/signature-text';

describe('the text of a signature', () => {
  it('says what it proves, and that it proves no identity and sees no rollback of the whole device', () => {
    const [proves, provesNot] = signatureMeaning();
    expect(proves).toMatch(/not changed since it was signed/);
    expect(provesNot).toMatch(/does not prove: who/);
    expect(provesNot).toMatch(/set back as a whole/);
  });

  it('names the version that does not hold', () => {
    expect(versionProblemText({ version: 2, kind: 'hash' })).toBe('Version 2 was changed after it was signed.');
  });

  it('counts what is missing and what was added', () => {
    expect(headVerdictText({ kind: 'cut-short', missing: 1 })).toBe('1 signed version is missing.');
    expect(headVerdictText({ kind: 'grown', since: 3 })).toMatch(/^3 versions were signed since/);
    expect(headVerdictText({ kind: 'current' })).toMatch(/nothing is missing/);
    expect(headVerdictText({ kind: 'another-history' })).toMatch(/another history/);
  });
});
