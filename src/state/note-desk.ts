import '../messages/later';
import type { NoteProblem } from '../exchange/pdf/note-pdf';
import type { Message } from '../messages/translate';
import { err, ok, type Result } from '../protocol/words';
import type { Bytes } from '../record/crypto-port';
import type { RegionId } from '../protocol/regions';
import { procedureNote } from '../record/procedure-note';
import type { SessionContent, SignedVersion } from '../record/signed-version';
import type { Heads, HeadShape } from './heads';
import {
  type NoteArt,
  noteDocument,
  type NoteDocument,
  type NoteOf,
  noteSession,
  type Paper,
  paperOf,
  type PictureSite,
  versionOf,
} from './note-document';
import { pictureSites } from './note-sites';
import { variantProblemMessage } from './variant-text';

export type NoteDeps = {
  readonly heads: Pick<Heads, 'shapeOf'>;
  /** Draws a head of this size with these sites; rejects where it cannot. */
  readonly draw: (shape: HeadShape | null, sites: readonly PictureSite[]) => Promise<NoteArt>;
  readonly writer: {
    /** Makes the file; rejects where the writer or the fonts of the page cannot be fetched. */
    readonly write: (document: NoteDocument, paper: Paper) => Promise<Result<Bytes, NoteProblem>>;
    /** Fetches and starts what it writes with. */
    readonly prepare: () => void;
  };
  /** What the practice goes by; undefined where nobody has chosen. */
  readonly region: () => Promise<RegionId | undefined>;
  /** Hands bytes to the user as a file. */
  readonly saveFile: (name: string, content: Bytes, type: string) => void;
};

/** Procedure notes as pages. Nothing here changes a session; what fails says what failed. */
export type NoteDesk = {
  /** Everything that the page says. */
  readonly document: (of: NoteOf) => Promise<Result<NoteDocument, Message>>;
  /** The note of the last of these versions as a PDF, on the paper of the practice. */
  readonly notePdf: (versions: readonly SignedVersion[]) => Promise<Result<Bytes, Message>>;
  /** The same of any version or of a draft, on any paper, as a file for the user. Answers the name of the file. */
  readonly save: (of: NoteOf, paper: Paper) => Promise<Result<string, Message>>;
  /** Fetches what a PDF is made with, ahead of time; with `of`, draws its pictures as well. */
  readonly prepare: (of?: NoteOf) => void;
  /** The paper that the practice's region uses. */
  readonly paper: () => Promise<Paper>;
};

/** Keeps a session's pictures as long as somebody holds the session; those that failed are drawn anew when asked. */
export function createNoteDesk({ heads, draw, writer, region, saveFile }: NoteDeps): NoteDesk {
  // A session never changes: what it became since is another one.
  const pictures = new WeakMap<SessionContent, Promise<NoteArt>>();
  const drawn = (session: SessionContent, shape: HeadShape | null): Promise<NoteArt> => {
    const had = pictures.get(session);
    if (had !== undefined) return had;
    const art = draw(shape, pictureSites(procedureNote(session)));
    pictures.set(session, art);
    art.catch(() => pictures.delete(session));
    return art;
  };

  const document: NoteDesk['document'] = async (of) => {
    if (of.kind === 'signed' && versionOf(of) === null) return err({ key: 'note.failed.version' });
    const session = noteSession(of);
    const shape = heads.shapeOf(session.head.variant);
    if (!shape.ok) return err({ key: 'note.failed.head', values: { why: variantProblemMessage(shape.error) } });
    try {
      const art = await drawn(session, shape.value);
      return ok(noteDocument(of, { art, region: await region() }));
    } catch (error) {
      return err({ key: 'note.failed.drawing', values: { why: String(error) } });
    }
  };

  const pdf = async (of: NoteOf, paper: Paper): Promise<Result<Bytes, Message>> => {
    // It starts while the head is drawn.
    writer.prepare();
    const page = await document(of);
    if (!page.ok) return page;
    try {
      const bytes = await writer.write(page.value, paper);
      return bytes.ok ? bytes : err(messageOf(bytes.error));
    } catch (error) {
      return err({ key: 'note.failed.fonts', values: { why: String(error) } });
    }
  };

  return {
    document,
    notePdf: async (versions) => pdf({ kind: 'signed', versions }, paperOf(await region())),
    async save(of, paper) {
      const bytes = await pdf(of, paper);
      if (!bytes.ok) return bytes;
      const name = noteFileName(of);
      saveFile(name, bytes.value, 'application/pdf');
      return ok(name);
    },
    prepare(of) {
      writer.prepare();
      if (of === undefined || (of.kind === 'signed' && versionOf(of) === null)) return;
      const session = noteSession(of);
      const shape = heads.shapeOf(session.head.variant);
      // What does not arrive is asked for again when it is needed, and then said.
      if (shape.ok) drawn(session, shape.value).catch(() => undefined);
    },
    paper: async () => paperOf(await region()),
  };
}

/** Names no patient: a file's name is seen by many. */
function noteFileName(of: NoteOf): string {
  const session = noteSession(of);
  const short = session.id
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 8)
    .toLowerCase();
  const version = versionOf(of);
  return `aliquot-note-${session.startedAt.slice(0, 10)}-${short}-${version === null ? 'draft' : `v${String(version.version)}`}.pdf`;
}

function messageOf(problem: NoteProblem): Message {
  switch (problem.kind) {
    case 'FontUnreadable':
      return { key: 'note.failed.fonts', values: { why: problem.why } };
    case 'NotWritten':
      return { key: 'note.failed.written', values: { why: problem.why } };
  }
}
