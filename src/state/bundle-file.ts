import '../messages/later';
import type { Bundle } from 'fhir/r4';
import { correctionBundle } from '../exchange/fhir/corrections';
import { standardBase64 } from '../exchange/fhir/document';
import { type BundleProblem, isBundle, maxBundleBytes, readBundle } from '../exchange/fhir/read-bundle';
import { transactionBundle } from '../exchange/fhir/transaction-bundle';
import { toSignedFile } from '../exchange/signed-file';
import type { Message } from '../messages/translate';
import { err, ok, type Result } from '../protocol/words';
import { toBase64Url } from '../record/base64url';
import type { Bytes } from '../record/crypto-port';
import type { SignedVersion } from '../record/signed-version';
import { webChecking } from '../storage/web-crypto';
import { signedProblemMessage } from './signed-files';

export type BundleAround = {
  readonly app: string;
  /** The procedure note of the last version; null where it cannot be made. */
  readonly pdf: Bytes | null;
};

/** A record up to the version that is sent as a Bundle; a message where it does not hold. */
export async function bundleOf(
  versions: readonly SignedVersion[],
  { app, pdf }: BundleAround,
): Promise<Result<Bundle, Message>> {
  const signedFile = await toSignedFile(versions, app, webChecking);
  if (!signedFile.ok) return err(signedProblemMessage(signedFile.error));
  return ok(transactionBundle({ versions, signedFile: signedFile.value, pdf, base64 }));
}

/** What the last version corrects of what the ones before it created on a server; null for a first version. */
export const correctionsOf = (versions: readonly SignedVersion[]): Bundle | null => correctionBundle(versions, base64);

const base64 = (bytes: Bytes): string => standardBase64(toBase64Url(bytes));

/** A file name that tells the date of the visit and the version, and nothing about the person. */
export function bundleFileName({ session, version }: SignedVersion): string {
  const short = session.id
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 8)
    .toLowerCase();
  return `aliquot-fhir-${session.startedAt.slice(0, 10)}-${short}-v${String(version)}.json`;
}

export { maxBundleBytes };

/** Whether a text says that it is a FHIR Bundle. */
export function saysBundle(text: string): boolean {
  try {
    return isBundle(JSON.parse(text));
  } catch {
    return false;
  }
}

/** The bytes of the signed record in a Bundle, all of it verified; a message where there is none that holds. */
export async function recordInBundle(text: string): Promise<Result<Bytes, Message>> {
  const read = await readBundle(text, webChecking);
  if (read.ok) return ok(read.value.bytes);
  const { error } = read;
  switch (error.kind) {
    case 'BundleTooLarge':
    case 'NotABundle':
    case 'OtherBundle':
    case 'NoSignedRecord':
    case 'SeveralSessions':
    case 'BytesElsewhere':
    case 'NotBase64':
    case 'OtherRecord':
      return err(bundleMessage(error));
    default:
      return err(signedProblemMessage(error));
  }
}

function bundleMessage(problem: BundleProblem): Message {
  switch (problem.kind) {
    case 'BundleTooLarge':
    case 'NotABundle':
    case 'NoSignedRecord':
      return { key: `bundle.${problem.kind}` };
    case 'OtherBundle':
      return { key: 'bundle.OtherBundle', values: { type: problem.type } };
    case 'SeveralSessions':
      return { key: 'bundle.SeveralSessions', values: { count: problem.count } };
    case 'BytesElsewhere':
    case 'NotBase64':
    case 'OtherRecord':
      return { key: `bundle.${problem.kind}`, values: { version: problem.version } };
  }
}
