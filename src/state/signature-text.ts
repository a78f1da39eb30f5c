import { t } from '../messages/translate';
import type { HeadVerdict } from '../record/chain';
import type { VersionProblem } from '../record/signed-record';

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
