import '../messages/later';
import type { Message } from '../messages/translate';
import type { Bytes } from '../record/crypto-port';
import { ok, type Result } from '../record/ports';
import type { SignedVersion } from '../record/signed-version';
import { bundleOf, correctionsOf } from './bundle-file';
import type { MakeBundle } from './outbox-ports';

export type BundleDeps = {
  /** The app's version, written into the signed file. */
  readonly version: string;
  /** The procedure note as a PDF. */
  readonly pdf: (versions: readonly SignedVersion[]) => Promise<Result<Bytes, Message>>;
};

/** A signed record as what is sent of it. Every version is verified first: what does not hold is not sent. */
export const createMakeBundle =
  ({ version, pdf }: BundleDeps): MakeBundle =>
  async (versions) => {
    const note = await pdf(versions);
    // What was sent of a version is never sent again with more. A note that nobody can draw, ever, holds no record back.
    if (!note.ok && note.error.key !== 'note.failed.head') return note;
    const transaction = await bundleOf(versions, { app: version, pdf: note.ok ? note.value : null });
    return transaction.ok ? ok({ transaction: transaction.value, corrections: correctionsOf(versions) }) : transaction;
  };
