import type { ChainLink } from '../record/chain';
import { ok, type DocumentStore, type Result, type StoreError } from '../record/ports';
import { linkId } from '../record/store-ids';

export type ChainVersions = {
  /** The hashes of a record's versions by their number, as the store's chain took them in, whatever lies there now. */
  readonly of: (record: string) => Promise<Result<ReadonlyMap<number, string>, StoreError>>;
  /** The same of every record that the chain names. */
  readonly all: () => Promise<Result<ReadonlyMap<string, ReadonlyMap<number, string>>, StoreError>>;
};

/** Read at once, so that a long chain is read in a second and not in ten. */
const atOnce = 128;

/**
 * What the chain names. The first question reads all of it, later ones what was added since: for what the listing does not
 * answer, never for opening each session.
 */
export function createChainVersions(documents: Pick<DocumentStore, 'read'>): ChainVersions {
  const records = new Map<string, Map<number, string>>();
  let known = 0;

  /** Reads on; true where the end was not reached. */
  const readOn = async (from: number): Promise<Result<boolean, StoreError>> => {
    const numbers = Array.from({ length: atOnce }, (_, n) => from + n + 1);
    const steps = await Promise.all(numbers.map((n) => documents.read('signed-version', linkId(n))));
    let whole = from === known;
    for (const step of steps) {
      if (!step.ok && step.error.kind === 'NotFound') return ok(false);
      if (!step.ok && step.error.kind !== 'Damaged') return step;
      // A step that does not open is asked again next time: a restore may have mended it.
      whole &&= step.ok;
      if (whole) known += 1;
      if (!step.ok) continue;
      const { record, version, hash } = step.value.doc as ChainLink;
      records.set(record, (records.get(record) ?? new Map<number, string>()).set(version, hash));
    }
    return ok(true);
  };

  const all: ChainVersions['all'] = async () => {
    for (let from = known; ; from += atOnce) {
      const more = await readOn(from);
      if (!more.ok) return more;
      if (!more.value) return ok(records);
    }
  };

  return {
    all,
    async of(record) {
      const read = await all();
      return read.ok ? ok(read.value.get(record) ?? new Map()) : read;
    },
  };
}
