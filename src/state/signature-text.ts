import type { FileProblem } from '../exchange/session-file';
import type { SignedFileProblem } from '../exchange/signed-file';
import { type Message, t } from '../messages/translate';
import type { HeadVerdict } from '../record/chain';
import type { VersionProblem } from '../record/signed-record';
import { damageText } from './damage-text';

/** What a signature proves and what it does not: shown wherever something is signed. */
export const signatureMeaning = (): readonly [proves: string, provesNot: string] => [
  t('signature.proves'),
  t('signature.provesNot'),
];

/** What is wrong with a version, as a sentence. */
export const versionProblemText = ({ kind, version }: VersionProblem): string =>
  t(`signature.problem.${kind}`, { version });

/** What a head kept outside says of what is here. */
export const headVerdictText = (verdict: HeadVerdict): string =>
  t(`signature.head.${verdict.kind}`, {
    since: verdict.kind === 'grown' ? verdict.since : 0,
    missing: verdict.kind === 'cut-short' ? verdict.missing : 0,
  });

/** Why a signed file was not taken, beyond what any session file may have wrong. */
export function signedFileMessage(problem: Exclude<SignedFileProblem, FileProblem>): Message {
  switch (problem.kind) {
    case 'NotText':
      return { key: 'signedFile.NotText' };
    case 'VersionDamaged':
      return { key: 'signedFile.VersionDamaged', values: { why: problem.problems.map(versionProblemText).join(' ') } };
    case 'VersionUnreadable': {
      const { path, version, what } = problem;
      return { key: 'signedFile.VersionUnreadable', values: { path, version, why: damageText(what) } };
    }
    case 'NotWhatIsSigned':
      return { key: 'signedFile.NotWhatIsSigned', values: { path: problem.path, version: problem.version } };
    case 'NotExact':
      return { key: 'signedFile.NotExact', values: { path: problem.path === '' ? 'none' : problem.path } };
    case 'SealBroken':
      return { key: 'signedFile.SealBroken' };
  }
}
