import { deflateSync, Zip, ZipPassThrough } from 'fflate';
import { err, ok, type Result } from '../protocol/words';
import type { Bytes } from '../record/crypto-port';

/** Many files as one ZIP, written as they come. What is returned is what follows of the archive; nothing of it is held. */
export type Archive = {
  /** Files may be added while those before them are still being packed: they stand in the order of the calls. */
  readonly add: (name: string, bytes: Bytes) => Promise<Result<readonly Bytes[], ArchiveFull>>;
  /** The end of the archive. Nothing may be added after it. */
  readonly end: () => readonly Bytes[];
};

/** A ZIP as every program reads it holds no more files, or bytes, than this. */
type ArchiveFull = { readonly kind: 'ArchiveFull'; readonly files: number };

const readable = { files: 65_000, bytes: 4_000_000_000 };

/** A file of the archive that was packed before: its checksum and size are those of what was given. */
class PackedFile extends ZipPassThrough {
  override compression = 8;
  readonly #packed: Bytes;
  constructor(name: string, packed: Bytes) {
    super(name);
    this.#packed = packed;
    this.mtime = new Date(1980, 0, 1);
  }
  protected override process(_whole: Bytes, final: boolean): void {
    this.ondata(null, this.#packed, final);
  }
}

/** By the browser itself; by the library in one that cannot. */
async function packedOf(bytes: Bytes): Promise<Bytes> {
  if (typeof CompressionStream === 'undefined') return deflateSync(bytes, { level: 1 });
  const packing = new CompressionStream('deflate-raw');
  const writer = packing.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const [packed] = await Promise.all([new Response(packing.readable).arrayBuffer(), written]);
  return new Uint8Array(packed);
}

/** The same files in the same order give the same bytes: no file tells when it was packed. `most`: less, where a test wants so. */
export function createArchive(most = readable): Archive {
  let made: Bytes[] = [];
  let files = 0;
  let bytesMade = 0;
  /** Done when the file that was added last stands in the archive. */
  let last: Promise<unknown> = Promise.resolve();
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    made.push(chunk);
    bytesMade += chunk.length;
  });
  const taken = (): readonly Bytes[] => {
    const taking = made;
    made = [];
    return taking;
  };
  return {
    add(name, bytes) {
      const [packing, before] = [packedOf(bytes), last];
      const added = (async (): Promise<Result<readonly Bytes[], ArchiveFull>> => {
        const packed = await packing;
        await before;
        if (files >= most.files || bytesMade + bytes.length > most.bytes) return err({ kind: 'ArchiveFull', files });
        files += 1;
        const file = new PackedFile(name, packed);
        zip.add(file);
        file.push(bytes, true);
        return ok(taken());
      })();
      last = added.catch(() => undefined);
      return added;
    },
    end() {
      zip.end();
      return taken();
    },
  };
}
