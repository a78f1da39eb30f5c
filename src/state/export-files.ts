import '../messages/later';
import { toSessionFile } from '../exchange/session-file';
import type { Message } from '../messages/translate';
import type { FileMade, FileOf } from './export-archive';
import { latestOf } from './export-source';

/** The session file, byte for byte what its own button gives: signed with all versions, else as charted so far. */
export const sessionFile: FileOf = (one, { app }) => {
  const name = (startedAt: string): string => `${nameOf(startedAt, one.id)}.aliquot.json`;
  if (one.kind === 'draft') return made(name(one.session.startedAt), utf8(toSessionFile(one.session, app)));
  const { startedAt } = latestOf(one.versions).session;
  // A record that is too large for one file goes out as it lies there.
  return one.file === null ? Promise.resolve({ kind: 'damaged' }) : made(name(startedAt), one.file);
};

/** The procedure note of the version that was signed last, as its own button gives it on the practice's paper. */
export const noteFile: FileOf = async (one, { notePdf }) => {
  // It is listed as signed, and nothing that was signed lies there.
  if (one.kind === 'draft') return { kind: 'damaged' };
  const { session, version } = latestOf(one.versions);
  const pdf = await notePdf(one.versions);
  return pdf.ok ? made(`${nameOf(session.startedAt, one.id)}-v${String(version)}.pdf`, pdf.value) : without(pdf.error);
};

/**
 * The Bundle of the version that was signed last, the same that is sent of it: with the note in it, because what a server has been
 * given of a version is never given again with more.
 */
export const fhirFile: FileOf = async (one, { app, notePdf }) => {
  if (one.kind === 'draft') return { kind: 'damaged' };
  const { session, version } = latestOf(one.versions);
  const pdf = await notePdf(one.versions);
  // A head that nobody can draw, ever, holds no record back from a server either.
  if (!pdf.ok && pdf.error.key !== 'note.failed.head') return without(pdf.error);
  const { bundleOf } = await import('./bundle-file');
  const bundle = await bundleOf(one.versions, { app, pdf: pdf.ok ? pdf.value : null });
  if (!bundle.ok) return { kind: 'damaged' };
  const text = `${JSON.stringify(bundle.value, null, 2)}\n`;
  return made(`${nameOf(session.startedAt, one.id)}-v${String(version)}.fhir.json`, utf8(text));
};

/** Without fonts there is no note of any session; whatever else a note fails for may be a matter of this one. */
const without = (why: Message): FileMade =>
  why.key === 'note.failed.fonts' ? { kind: 'stopped', why } : { kind: 'lacking' };

const made = (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<FileMade> =>
  Promise.resolve({ kind: 'file', name, bytes });

/** Whole ids: two sessions of a day may begin with the same letters. */
const nameOf = (startedAt: string, id: string): string => `${startedAt.slice(0, 10)}-${id}`;

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
