import '../messages/later';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { beginsAsArchive, type PackedProblem, type Packed, readArchive } from '../exchange/archive-reader';
import type { Message } from '../messages/translate';
import type { Bytes } from '../record/crypto-port';
import { createLongJob, type JobHand, type LongJob, type LongJobDeps } from './long-job';
import type { Outcome, Records } from './records';
import { maxSignedFileBytes } from './signed-files';

/** A file that was not taken in, and why. */
type RefusedFile = { readonly file: string; readonly message: Message };

/** What became of all the files. */
export type ImportReport = {
  readonly taken: number;
  /** Here already, unchanged. */
  readonly known: number;
  readonly refused: readonly RefusedFile[];
  readonly cancelled: boolean;
  /** Why it ended before all were tried: nothing can be written any more. */
  readonly stopped: Message | null;
};

export type ImportDesk = {
  readonly job: Pick<LongJob, 'store' | 'cancel'>;
  /** Of the last one; null before the first, and while one runs. */
  readonly report: StoreApi<ImportReport | null>;
  /** Takes session files in, and those in archives of them, one by one and each by the rules of a single file. */
  readonly run: (files: readonly File[]) => Promise<void>;
};

export type ImportDeps = { readonly records: Pick<Records, 'importFile'>; readonly job?: LongJobDeps };

/** A file as `importFile` reads it, or why it cannot be had. */
type Readable = Parameters<Records['importFile']>[0];
type Coming = { readonly name: string; readonly read: () => Promise<Readable | Message> };

/** One import at a time: another that is asked for meanwhile is not begun. What was taken in before a cancel stays. */
export function createImportDesk({ records, job: deps }: ImportDeps): ImportDesk {
  const job = createLongJob(deps);
  const report = createStore<ImportReport | null>()(() => null);

  const take = async (files: readonly File[], told: Tally, { step }: JobHand): Promise<void> => {
    let begun = 0;
    for (const [n, file] of files.entries()) {
      const coming = await filesIn(file);
      if (!Array.isArray(coming)) {
        told.refused.push({ file: file.name, message: coming as Message });
        continue;
      }
      // How many the archives still to come hold, nobody knows yet; each counts for one.
      const total = begun + coming.length + files.length - n - 1;
      for (const { name, read } of coming as readonly Coming[]) {
        await step(begun, total);
        begun += 1;
        const readable = await read();
        const outcome = 'key' in readable ? { ok: false, message: readable } : await records.importFile(readable);
        count(outcome, name, told);
        if (told.stopped !== null) return;
      }
    }
  };

  return {
    job,
    report,
    async run(files) {
      if (job.store.getState().kind === 'running') return;
      report.setState(null, true);
      const told: Tally = { taken: 0, known: 0, refused: [], stopped: null };
      const end = await job.run((hand) => take(files, told, hand));
      if (end.kind !== 'busy') report.setState({ ...told, cancelled: end.kind === 'cancelled' }, true);
    },
  };
}

type Tally = { taken: number; known: number; readonly refused: RefusedFile[]; stopped: Message | null };

function count({ ok, message }: Outcome, file: string, told: Tally): void {
  if (message.key === 'file.exists') told.known += 1;
  // Taken in, though the log could not be told.
  else if (ok || message.key === 'records.notLogged') told.taken += 1;
  else told.refused.push({ file, message });
  // The store does not write: it would refuse the others too.
  if (message.key === 'records.notImported') told.stopped = message;
}

/** The session files in a file: itself, or those of an archive. */
async function filesIn(file: File): Promise<readonly Coming[] | Message> {
  const first = new Uint8Array(
    await file
      .slice(0, 4)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  );
  if (!beginsAsArchive(first) && file.name.toLowerCase().endsWith('.zip')) return { key: 'importing.archive' };
  if (!beginsAsArchive(first)) return [{ name: file.name, read: () => Promise.resolve(file) }];
  const archive = await readArchive(file, maxSignedFileBytes).catch(() => null);
  if (archive === null) return { key: 'file.unreadable' };
  if (!archive.ok)
    return { key: archive.error.kind === 'ArchiveDamaged' ? 'importing.archiveDamaged' : 'importing.archive' };
  return archive.value.filter(({ name }) => name.endsWith('.json')).map(packed);
}

const packed = ({ name, read }: Packed): Coming => ({
  name,
  async read() {
    const bytes = await read().catch(() => null);
    if (bytes === null) return { key: 'file.unreadable' };
    return bytes.ok ? readable(bytes.value) : packedMessage(bytes.error);
  },
});

const readable = (bytes: Bytes): Readable => ({
  size: bytes.length,
  text: () => Promise.resolve(new TextDecoder().decode(bytes)),
  arrayBuffer: () => Promise.resolve(bytes.buffer),
});

function packedMessage({ kind }: PackedProblem): Message {
  switch (kind) {
    case 'PackedTooLarge':
      return { key: 'file.TooLarge' };
    case 'PackedDamaged':
      return { key: 'importing.packedDamaged' };
    case 'ArchiveUnknown':
      return { key: 'importing.packedUnknown' };
  }
}
