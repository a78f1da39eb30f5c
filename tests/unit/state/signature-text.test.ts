import { describe, expect, it } from 'vitest';
import { say } from '../../../src/messages/translate';
import {
  headVerdictText,
  signatureMeaning,
  signedFileMessage,
  versionProblemText,
} from '../../../src/state/signature-text';

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

  it('tells why a signed file was not taken, and where', () => {
    const problems = [
      { version: 2, kind: 'hash' },
      { version: 3, kind: 'link' },
    ] as const;
    expect(say(signedFileMessage({ kind: 'VersionDamaged', path: 'versions[1]', version: 2, problems }))).toBe(
      'This signed file does not hold. Version 2 was changed after it was signed. Version 3 does not follow from the version before it. Nothing was changed.',
    );
    const exact = (path: string) => say(signedFileMessage({ kind: 'NotExact', path, offset: 1 }));
    expect(exact('versions[1]')).toContain('exported (versions[1]).');
    expect(exact('')).toContain('exported.');
    const unreadable = {
      kind: 'VersionUnreadable',
      path: 'versions[0].session.vials',
      version: 1,
      what: 'not a list',
    } as const;
    expect(say(signedFileMessage(unreadable))).toContain('(versions[0].session.vials: not a list)');
    const other = { kind: 'NotWhatIsSigned', path: 'versions[1].session.note', version: 2 } as const;
    expect(say(signedFileMessage(other))).toContain('number 2, signed (versions[1].session.note)');
    expect(say(signedFileMessage({ kind: 'SealBroken', path: 'seal' }))).toContain('outside its versions');
    expect(say(signedFileMessage({ kind: 'NotText', path: '' }))).toContain('not text');
  });
});
