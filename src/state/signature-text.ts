import '../messages/later';
import type { FileProblem } from '../exchange/session-file';
import type { SignedFileProblem } from '../exchange/signed-file';
import { type Message, t } from '../messages/translate';
import type { HeadVerdict } from '../record/chain';
import type { VersionProblem } from '../record/signed-record';
import type { CorrectionRefusal } from '../record/corrections';
import { damageText } from './damage-text';
import { placeText } from './change-text';
import { storeErrorText } from './refusal-text';
import type { Signature } from './signature';
import type { DeskRefusal } from './signing';

/** What a signature proves and what it does not: shown wherever something is signed. */
export const signatureMeaning = (): readonly [proves: string, provesNot: string] => [
  t('signature.proves'),
  t('signature.provesNot'),
];

/** A name with its credentials, where there are any. */
export const profileText = ({ name, credentials }: { readonly name: string; readonly credentials?: string }): string =>
  credentials === undefined ? name : t('versions.author.with', { name, credentials });

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

/** Why the desk did nothing (signed, amended, said who is at work), and what to do. */
export function deskRefusalText(refusal: DeskRefusal): string {
  switch (refusal.kind) {
    case 'PinTooShort':
      return t('signing.refused.PinTooShort', { least: refusal.least });
    case 'WrongPin':
      return t('signing.refused.WrongPin', { wait: Math.ceil(refusal.waitMs / 1000) });
    case 'PinTooSoon':
      return t('signing.refused.PinTooSoon', { wait: Math.ceil(refusal.waitMs / 1000) });
    case 'Incomplete':
      return t('signing.refused.Incomplete', { count: refusal.count });
    case 'NotCanonical':
      return t('signing.refused.NotCanonical', { path: refusal.path });
    case 'Broken':
      return t('signing.refused.Broken', { why: refusal.problems.map(versionProblemText).join(' ') });
    case 'NotCorrected':
      return refusal.refusals.map(correctionText).join(' ');
    case 'BeyondCorrection':
      return t('signing.refused.BeyondCorrection', { place: placeText(refusal.keys) });
    case 'NameMissing':
    case 'KeyElsewhere':
    case 'NotKept':
    case 'AlreadySigned':
    case 'VersionsMissing':
    case 'NotSigned':
    case 'NoReason':
    case 'NothingChanged':
    case 'NoAuthor':
    case 'OtherSession':
      return t(`signing.refused.${refusal.kind}`);
    default:
      return t('signing.refused.store', { why: storeErrorText(refusal) });
  }
}

/** Why something cannot be put right so. */
function correctionText(refusal: CorrectionRefusal): string {
  switch (refusal.kind) {
    case 'BornUnreadable':
    case 'BornImpossible':
    case 'BornInFuture':
      return t(`amend.refused.${refusal.kind}`, { born: refusal.born });
    case 'NothingToTellApart':
    case 'ExpiryUnreadable':
    case 'TextMissing':
      return t(`amend.refused.${refusal.kind}`);
  }
}

function missingText({ missing, there, problems }: Extract<Signature, { readonly kind: 'missing' }>): string {
  const told = t(there === 0 ? 'signing.missing' : 'signing.missingSome', {
    n: missing.length,
    which: missing.join(', '),
  });
  return [told, ...problems.map(versionProblemText)].join(' ');
}

/** What does not hold of a signature; null where nothing is wrong with it. */
export function signatureTrouble(signature: Signature): string | null {
  switch (signature.kind) {
    case 'broken':
      return signature.problems.map(versionProblemText).join(' ');
    case 'changed':
      return t('signing.changed', { place: placeText(signature.keys) });
    case 'missing':
      return missingText(signature);
    case 'unreadable':
      return t('signing.unreadable', { why: storeErrorText(signature.error) });
    case 'signed':
      return signature.knownKey ? null : t('signing.otherKey');
    case 'unsigned':
      return null;
  }
}
