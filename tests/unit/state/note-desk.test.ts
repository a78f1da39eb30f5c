import { beforeAll, describe, expect, it } from 'vitest';
import type { NoteFonts } from '../../../src/exchange/pdf/note-fonts';
import { noteBytes } from '../../../src/exchange/pdf/note-pdf';
import { say } from '../../../src/messages/translate';
import { type SignedVersion, signFirst } from '../../../src/record/signed-version';
import { createHeads } from '../../../src/state/heads';
import { createNoteDesk, type NoteDeps } from '../../../src/state/note-desk';
import { completeSession } from '../../support/complete-session';
import { noteFonts, noteHues } from '../../support/note-art';
import { author, twoInjectors, unwrap } from '../../support/signing';
import { standardCurves } from '../../support/standard-curves';

let versions: readonly SignedVersion[];
beforeAll(async () => {
  const [port] = await twoInjectors();
  const patient = { id: 'p', label: 'Secret Name' };
  versions = [
    unwrap(
      await signFirst(completeSession({ patient }), { author, at: '2026-05-25T11:00:00+02:00', storeHead: null }, port),
    ),
  ];
});
const heads = createHeads(standardCurves);

const writerWith = (fonts: NoteFonts): NoteDeps['writer'] => ({
  write: (document, paper) => noteBytes(document, fonts, paper),
  prepare: () => undefined,
});

function desk(deps: Partial<NoteDeps> = {}) {
  const files: { name: string; bytes: number; type: string }[] = [];
  const made = createNoteDesk({
    heads,
    draw: () => Promise.resolve({ pictures: [], hues: noteHues }),
    writer: writerWith(noteFonts()),
    region: () => Promise.resolve('us'),
    saveFile: (name, content, type) => files.push({ name, bytes: content.length, type }),
    ...deps,
  });
  return { desk: made, files };
}
const failure = (result: { readonly ok: boolean }) =>
  'error' in result ? say(result.error as Parameters<typeof say>[0]) : 'none';

describe('the desk of the notes', () => {
  it('makes the note of the last version on the paper of the practice, and saves it under a name without a patient', async () => {
    const { desk: notes, files } = desk();
    const bytes = unwrap(await notes.notePdf(versions));
    expect(Buffer.from(bytes).toString('latin1')).toContain('/MediaBox [0 0 612 792]');
    expect(unwrap(await notes.save({ kind: 'signed', versions }, 'a4'))).toBe(
      'aliquot-note-2026-03-02-0b1f8a52-v1.pdf',
    );
    expect(files).toMatchObject([{ name: 'aliquot-note-2026-03-02-0b1f8a52-v1.pdf', type: 'application/pdf' }]);
    expect(JSON.stringify(files)).not.toContain('Secret');
  });

  it('says what failed, that the session is as it was, and that the text is there; and hands out nothing', async () => {
    const broken = () => Promise.reject(new Error('offline'));
    for (const [deps, what] of [
      [{ draw: broken }, /the head could not be drawn \(Error: offline\).*as it was.*as text/],
      [
        { writer: { write: broken, prepare: () => undefined } },
        /fonts could not be fetched or read \(Error: offline\).*as it was.*as text/,
      ],
      [
        { writer: writerWith({ ...noteFonts(), bold: new Uint8Array(8) }) },
        /fonts could not be fetched or read \(.*as it was/,
      ],
      [{ region: broken }, /could not be drawn \(Error: offline\)/],
    ] as const) {
      const { desk: notes, files } = desk(deps);
      const saved = await notes.save({ kind: 'signed', versions }, 'a4');
      expect(failure(saved)).toMatch(what);
      expect(files).toEqual([]);
    }
  });

  it('refuses a version that is not there and a head that cannot be', async () => {
    const { desk: notes } = desk();
    expect(failure(await notes.document({ kind: 'signed', versions, version: 4 }))).toMatch(/no such signed version/);
    expect(failure(await notes.notePdf([]))).toMatch(/no such signed version/);
    const session = { ...completeSession(), head: { ...completeSession().head, variant: 'no such head' } };
    expect(failure(await notes.document({ kind: 'draft', session }))).toMatch(/head of this session cannot be drawn/);
  });
});
