import type { Bytes } from '../record/crypto-port';
import type { SignedVersion } from '../record/signed-version';
import type { RegionId } from '../protocol/regions';
import { bundleOf } from './bundle-file';
import type { MakeBundle } from './outbox-desk';

export type BundleDeps = {
  /** The app's version, written into the signed file. */
  readonly version: string;
  /** What the practice goes by; null while nobody has chosen. */
  readonly region: () => Promise<RegionId | null>;
  /** The procedure note of the last of these versions; null where it cannot be made here: the record goes without it. */
  readonly pdf: (versions: readonly SignedVersion[]) => Promise<Bytes | null>;
};

/** A signed record as what is sent of it. Every version is verified first: what does not hold is not sent. */
export const createMakeBundle =
  ({ version, region, pdf }: BundleDeps): MakeBundle =>
  async (versions) => {
    const [chosen, note] = await Promise.all([region(), pdf(versions)]);
    return bundleOf(versions, { app: version, region: chosen ?? undefined, pdf: note });
  };
