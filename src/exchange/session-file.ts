import type { HeadRef } from '../anatomy/anchor';
import { readVariant, type VariantProblem } from '../anatomy/variant';
import { check } from '../ledger/check';
import { fold } from '../ledger/fold';
import type { Refusal } from '../ledger/refusal';
import { err, ok, type Result } from '../protocol/words';
import { type DamageKind, pathText } from '../record/damage';
import { inSchemaOrder } from '../record/field-order';
import { parseWith, repeatedId } from '../record/schema';
import type { PlannedFrom, Session } from '../record/session';
import {
  fileFormat,
  type FileVersion,
  formatVersion,
  maxFileBytes,
  sessionFileSchema,
  type SessionFile,
} from '../record/session-file-schema';
import { disagreement, type TotalsDisagree, totalsIn } from './file-totals';
import { versionFor } from './file-version';
import { parseJson } from './json-text';
import { leftOver, putBack } from './unknown-fields';

/** Why a file was not taken, where in it, and what is wrong there. Nothing was changed. */
export type FileProblem =
  | { readonly kind: 'TooLarge'; readonly path: ''; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'NotJson'; readonly path: ''; readonly line: number; readonly column: number }
  | { readonly kind: 'NotASession'; readonly path: string; readonly what: DamageKind }
  | { readonly kind: 'NewerVersion'; readonly path: 'formatVersion'; readonly found: number; readonly known: number }
  | { readonly kind: 'Damaged'; readonly path: string; readonly what: DamageKind }
  | { readonly kind: 'HeadImpossible'; readonly path: string; readonly problem: VariantProblem }
  | { readonly kind: 'RuleBroken'; readonly path: string; readonly index: number; readonly refusal: Refusal }
  | TotalsDisagree;

/** What a reader should know of a file that was taken. */
export type FileNote = { readonly kind: 'OtherHead'; readonly placedOn: HeadRef; readonly here: HeadRef };

export type ReadFile = { readonly session: Session; readonly notes: readonly FileNote[] };

/**
 * A session as the text of a session file (docs/session-file.md): two spaces of indent, fields in a fixed order, a
 * newline at the end. The same session and app version give the same bytes. What was undone is left out: it is no
 * part of the record.
 */
export function toSessionFile(session: Session, app: string, version: FileVersion = versionFor(session)): string {
  return `${JSON.stringify(inSchemaOrder(sessionFileSchema, sessionFileValue(session, app, version)), null, 2)}\n`;
}

/** What a session file says, its fields in no order. */
export const sessionFileValue = (session: Session, app: string, version: FileVersion): unknown =>
  putBack(fileOf(session, app, version), session.unknown);

/** A file name that tells the date of the visit and nothing about the person. */
export function sessionFileName(session: Session): string {
  const short = session.id
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 8)
    .toLowerCase();
  return `aliquot-session-${session.startedAt.slice(0, 10)}-${short}.aliquot.json`;
}

/**
 * Reads a session file. `head` is the head in use: a file placed on another build of it is taken with its points as
 * they stand, and a note. Never throws; the problem is the first found, from the outside in: size, JSON, format,
 * version, fields, head, rules, totals.
 */
export function readSessionFile(text: string, head?: HeadRef): Result<ReadFile, FileProblem> {
  const bytes = sizeOf(text);
  if (bytes > maxFileBytes) return err({ kind: 'TooLarge', path: '', bytes, limit: maxFileBytes });

  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return err({ path: '', ...json.error });

  const foreign = foreignness(json.value);
  if (foreign !== null) return err(foreign);

  const file = parseWith(sessionFileSchema, json.value);
  if (!file.ok) return err({ kind: 'Damaged', ...file.error });
  const twice = repeatedId(file.value.vials, 'vials') ?? repeatedId(file.value.entries, 'entries');
  if (twice !== null) return err({ kind: 'Damaged', ...twice });

  const session = sessionOf(file.value);
  const impossible = impossibleHead(session);
  if (impossible !== null) return err(impossible);
  const checked = check(session.entries, session.vials);
  if (!checked.ok) {
    return err({ kind: 'RuleBroken', path: pathText(['entries', checked.error.index]), ...checked.error });
  }

  const version = file.value.formatVersion;
  const lie = disagreement(file.value.totals, totalsIn(checked.value, version), ['totals']);
  if (lie !== null) return err(lie);

  const unknown = leftOver(file.value, fileOf(session, file.value.app, version));
  const whole = unknown === undefined ? session : { ...session, unknown };
  return ok({ session: whole, notes: head === undefined ? [] : notesOn(session, head) });
}

function fileOf(session: Session, app: string, version: FileVersion): unknown {
  const { id, injector, startedAt, finishedAt, bmiBand, plannedFrom, note } = session;
  return {
    format: fileFormat,
    formatVersion: version,
    app,
    protocol: session.protocol,
    map: session.map,
    head: session.head,
    patient: session.patient,
    session: {
      id,
      injector,
      startedAt,
      ...(finishedAt === undefined ? {} : { finishedAt }),
      ...(bmiBand === undefined ? {} : { bmiBand }),
      ...(plannedFrom === undefined ? {} : { plannedFrom }),
      note,
    },
    ...(session.visit === undefined ? {} : { visit: session.visit }),
    vials: session.vials,
    entries: session.entries,
    totals: totalsIn(fold(session.entries, session.vials), version),
  };
}

/** The session a file tells of. What is left over once it is known stands in `unknown` (see `unknown-fields.ts`). */
function sessionOf(file: SessionFile): Session {
  const visit = file.session;
  const read = {
    id: visit.id,
    patient: file.patient,
    injector: visit.injector,
    startedAt: visit.startedAt,
    ...(visit.finishedAt === undefined ? {} : { finishedAt: visit.finishedAt }),
    ...(visit.bmiBand === undefined ? {} : { bmiBand: visit.bmiBand }),
    ...(visit.plannedFrom === undefined ? {} : { plannedFrom: visit.plannedFrom as PlannedFrom }),
    ...(file.visit === undefined ? {} : { visit: file.visit }),
    protocol: file.protocol,
    map: file.map,
    head: file.head,
    vials: file.vials,
    entries: file.entries,
    undone: [],
    note: visit.note,
  };
  // The schema has checked every amount to be whole and a multiple of the aliquot; only the brand of Units is added.
  return read as unknown as Session;
}

function foreignness(value: unknown): FileProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'NotASession', path: '', what: 'not an object' };
  }
  const format: unknown = Reflect.get(value, 'format');
  if (format !== fileFormat) {
    return { kind: 'NotASession', path: 'format', what: format === undefined ? 'missing' : 'not an allowed value' };
  }
  const version: unknown = Reflect.get(value, 'formatVersion');
  if (typeof version === 'number' && version > formatVersion) {
    return { kind: 'NewerVersion', path: 'formatVersion', found: version, known: formatVersion };
  }
  return null;
}

/** The first head in a session whose variant cannot be read or made, with its place in the file. */
function impossibleHead(session: Session): FileProblem | null {
  const heads = [
    { path: pathText(['head', 'variant']), variant: session.head.variant },
    ...session.entries.flatMap((entry, i) =>
      'anchor' in entry
        ? [{ path: pathText(['entries', i, 'anchor', 'head', 'variant']), variant: entry.anchor.head.variant }]
        : [],
    ),
  ];
  for (const { path, variant } of heads) {
    const read = readVariant(variant);
    if (!read.ok) return { kind: 'HeadImpossible', path, problem: read.error };
  }
  return null;
}

function notesOn(session: Session, here: HeadRef): FileNote[] {
  const heads = [session.head, ...session.entries.flatMap((entry) => ('anchor' in entry ? [entry.anchor.head] : []))];
  const other = heads.find((head) => head.model !== here.model || head.contentHash !== here.contentHash);
  return other === undefined ? [] : [{ kind: 'OtherHead', placedOn: other, here }];
}

/** In bytes of UTF-8, encoded only where the answer is in doubt. */
const sizeOf = (text: string): number =>
  text.length * 3 <= maxFileBytes || text.length > maxFileBytes ? text.length : new TextEncoder().encode(text).length;
