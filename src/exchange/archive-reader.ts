import { Inflate, ZipPassThrough } from 'fflate';
import { err, ok, type Result } from '../protocol/words';
import type { Bytes } from '../record/crypto-port';

/** Why an archive, or a file in it, is not read. */
export type ArchiveProblem =
  | { readonly kind: 'NotAnArchive' }
  /** Its list of files does not hold. */
  | { readonly kind: 'ArchiveDamaged' }
  /** Encrypted, split, or packed in a way that this program does not know. */
  | { readonly kind: 'ArchiveUnknown' };
export type PackedProblem =
  | { readonly kind: 'PackedDamaged' }
  | { readonly kind: 'PackedTooLarge' }
  | { readonly kind: 'ArchiveUnknown' };

/** A file in an archive. `size` is what the archive says of it, in bytes. */
export type Packed = {
  readonly name: string;
  readonly size: number;
  readonly read: () => Promise<Result<Bytes, PackedProblem>>;
};

type Source = Pick<Blob, 'slice' | 'size'>;

const endMark = 0x06054b50;
const listMark = 0x02014b50;
const fileMark = 0x04034b50;
const endLength = 22;
/** The end of an archive may be followed by a comment of its own, no longer than this. */
const longestComment = 0xffff;

/** Whether bytes begin as an archive does. */
export const beginsAsArchive = (bytes: Bytes): boolean => [0x50, 0x4b].every((byte, n) => bytes[n] === byte);

/**
 * The files of a ZIP, by the list at its end; each is read from its place when it is asked for, so that an archive is never held
 * whole. `largest`: a file that says, or turns out, to be larger in bytes is not unpacked. Never throws.
 */
export async function readArchive(source: Source, largest: number): Promise<Result<readonly Packed[], ArchiveProblem>> {
  const from = Math.max(0, source.size - endLength - longestComment);
  const tail = await viewOf(source, from, source.size);
  const end = lastEnd(tail);
  if (end === null) return err({ kind: 'NotAnArchive' });
  const count = tail.getUint16(end + 10, true);
  const length = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  const split = tail.getUint16(end + 4, true) !== 0 || tail.getUint16(end + 8, true) !== count;
  // A list that is longer than its marks can say stands elsewhere, in archives larger than ours can be.
  if (split || count === 0xffff || start === 0xffffffff) return err({ kind: 'ArchiveUnknown' });
  if (start + length > from + end) return err({ kind: 'ArchiveDamaged' });
  return listed(source, await viewOf(source, start, start + length), count, largest);
}

function listed(
  source: Source,
  list: DataView<ArrayBuffer>,
  count: number,
  largest: number,
): Result<readonly Packed[], ArchiveProblem> {
  const files: Packed[] = [];
  let here = 0;
  for (let n = 0; n < count; n += 1) {
    if (here + 46 > list.byteLength || list.getUint32(here, true) !== listMark) return err({ kind: 'ArchiveDamaged' });
    const at = (offset: number): number => list.getUint32(here + offset, true);
    const short = (offset: number): number => list.getUint16(here + offset, true);
    const nameEnd = here + 46 + short(28);
    if (nameEnd > list.byteLength) return err({ kind: 'ArchiveDamaged' });
    const name = new TextDecoder().decode(new Uint8Array(list.buffer, here + 46, short(28)));
    const place: Place = {
      encrypted: (short(8) & 1) === 1,
      method: short(10),
      crc: at(16),
      packed: at(20),
      size: at(24),
      offset: at(42),
    };
    // Folders are names alone.
    if (!name.endsWith('/')) files.push({ name, size: place.size, read: () => unpacked(source, place, largest) });
    here = nameEnd + short(30) + short(32);
  }
  return ok(files);
}

type Place = {
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

async function unpacked(source: Source, place: Place, largest: number): Promise<Result<Bytes, PackedProblem>> {
  const { encrypted, method, packed, size, offset } = place;
  if (encrypted || (method !== 0 && method !== 8)) return err({ kind: 'ArchiveUnknown' });
  if (size > largest || packed > largest) return err({ kind: 'PackedTooLarge' });
  const head = await viewOf(source, offset, offset + 30);
  if (head.byteLength < 30 || head.getUint32(0, true) !== fileMark) return err({ kind: 'PackedDamaged' });
  const begin = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const data = new Uint8Array(await source.slice(begin, begin + packed).arrayBuffer());
  if (data.length !== packed) return err({ kind: 'PackedDamaged' });
  const bytes = method === 0 ? data : inflated(data, size);
  if (bytes?.length !== size || crcOf(bytes) !== place.crc) return err({ kind: 'PackedDamaged' });
  return ok(bytes);
}

/** Unpacked in steps: what grows beyond the size it states is left, however little it was packed. */
function inflated(data: Bytes, size: number): Bytes | null {
  const step = 65_536;
  const bytes = new Uint8Array(size);
  let there = 0;
  const inflate = new Inflate((chunk) => {
    if (there + chunk.length <= size) bytes.set(chunk, there);
    there += chunk.length;
  });
  try {
    for (let from = 0; from < data.length && there <= size; from += step)
      inflate.push(data.subarray(from, from + step), from + step >= data.length);
  } catch {
    return null;
  }
  return there === size ? bytes : null;
}

function crcOf(bytes: Bytes): number {
  const counted = new ZipPassThrough('');
  counted.ondata = () => undefined;
  counted.push(bytes, true);
  return counted.crc >>> 0;
}

/** The last end mark with as much behind it as it says: an earlier one may be part of a file. */
function lastEnd(tail: DataView<ArrayBuffer>): number | null {
  for (let here = tail.byteLength - endLength; here >= 0; here -= 1) {
    const marked = tail.getUint32(here, true) === endMark;
    if (marked && here + endLength + tail.getUint16(here + 20, true) === tail.byteLength) return here;
  }
  return null;
}

const viewOf = async (source: Source, from: number, to: number): Promise<DataView<ArrayBuffer>> =>
  new DataView(await source.slice(from, to).arrayBuffer());
