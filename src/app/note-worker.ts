import type { CertificateDocument } from '../exchange/pdf/certificate-document';
import { certificateBytes } from '../exchange/pdf/certificate-pdf';
import type { NoteDocument } from '../exchange/pdf/note-document';
import type { NoteFonts } from '../exchange/pdf/note-fonts';
import { noteBytes, type NoteProblem } from '../exchange/pdf/note-pdf';
import { sampleNote } from '../exchange/pdf/sample-note';
import type { Paper } from '../exchange/pdf/sheet';
import type { TakeHomeDocument } from '../exchange/take-home/take-home-document';
import { takeHomeBytes } from '../exchange/take-home/take-home-pdf';
import { err, type Result } from '../protocol/words';
import type { Bytes } from '../record/crypto-port';

export type ToNoteWriter =
  | { readonly kind: 'fonts'; readonly fonts: NoteFonts }
  | { readonly kind: 'write'; readonly n: number; readonly document: NoteDocument; readonly paper: Paper }
  | { readonly kind: 'certificate'; readonly n: number; readonly document: CertificateDocument; readonly paper: Paper }
  | { readonly kind: 'take-home'; readonly n: number; readonly document: TakeHomeDocument; readonly paper: Paper };
export type FromNoteWriter = { readonly n: number; readonly written: Result<Bytes, NoteProblem> };

/** Notes are written off the main thread: the writer is heavy to fetch, to start and to run. */
let fonts: NoteFonts | null = null;
let asked = false;

function bytesOf(question: Exclude<ToNoteWriter, { kind: 'fonts' }>, using: NoteFonts): ReturnType<typeof noteBytes> {
  switch (question.kind) {
    case 'write':
      return noteBytes(question.document, using, question.paper);
    case 'certificate':
      return certificateBytes(question.document, using, question.paper);
    case 'take-home':
      return takeHomeBytes(question.document, using, question.paper);
  }
}

async function write(question: Exclude<ToNoteWriter, { kind: 'fonts' }>, using: NoteFonts): Promise<void> {
  const { n } = question;
  const written = await bytesOf(question, using).catch((error: unknown) =>
    err<NoteProblem>({ kind: 'NotWritten', why: String(error) }),
  );
  postMessage({ n, written } satisfies FromNoteWriter, written.ok ? { transfer: [written.value.buffer] } : {});
}

addEventListener('message', ({ data }: MessageEvent<ToNoteWriter>) => {
  if (data.kind !== 'fonts') {
    if (fonts === null) throw new Error('a note was asked for before there were fonts');
    asked = true;
    void write(data, fonts);
    return;
  }
  const given = data.fonts;
  fonts = given;
  // A first note takes much longer than the next: nobody waits for this one. Whoever asks meanwhile goes first.
  setTimeout(() => {
    if (!asked) void noteBytes(sampleNote, given);
  });
});
