import type { RegionId } from '../record/practice';
import { toSignedFile } from '../exchange/signed-file';
import { transactionBundle } from '../exchange/fhir/transaction-bundle';
import type { Message } from '../messages/translate';
import type { Bytes } from '../record/crypto-port';
import { err, ok, type Result } from '../record/ports';
import type { SignedVersion } from '../record/signed-version';
import { webChecking } from '../storage/web-crypto';
import type { MakeBundle } from './outbox-desk';
import { signedFileProblemMessage } from './signed-files';

export type BundleDeps = {
  /** The app's version, written into the signed file. */
  readonly version: string;
  /** The practice's, once it is known; null for none. */
  readonly region: () => Promise<RegionId | null>;
  /** The procedure note as a PDF. */
  readonly pdf: (versions: readonly SignedVersion[]) => Promise<Result<Bytes, Message>>;
};

/** A signed record as what is sent of it. Every version is verified first: what does not hold is not sent. */
export const createMakeBundle =
  ({ version, region, pdf }: BundleDeps): MakeBundle =>
  async (versions) => {
    const file = await toSignedFile(versions, version, webChecking);
    if (!file.ok) return err<Message>(signedFileProblemMessage(file.error));
    const [where, note] = await Promise.all([region(), pdf(versions)]);
    // What is sent of a version is never sent again with more. A note that nobody can draw, ever, holds no record back.
    if (!note.ok && note.error.key !== 'note.failed.head') return note;
    return ok(
      transactionBundle({
        versions,
        signedFile: file.value,
        pdf: note.ok ? note.value : null,
        base64,
        ...(where === null ? {} : { region: where }),
      }),
    );
  };

function base64(bytes: Bytes): string {
  let binary = '';
  // In pieces: a call takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 8192)
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(binary);
}
