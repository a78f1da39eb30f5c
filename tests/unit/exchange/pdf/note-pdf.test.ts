import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NoteFonts } from '../../../../src/exchange/pdf/note-fonts';
import { noteBytes } from '../../../../src/exchange/pdf/note-pdf';
import { fits, type Paper } from '../../../../src/exchange/pdf/sheet';
import { fold } from '../../../../src/ledger/fold';
import { muscles } from '../../../../src/protocol/paradigm';
import type { CryptoPort } from '../../../../src/record/crypto-port';
import { procedureNote } from '../../../../src/record/procedure-note';
import type { Session } from '../../../../src/record/session';
import { amend, type SignedVersion, signFirst } from '../../../../src/record/signed-version';
import { noteDay } from '../../../../src/state/note-dates';
import { noteDocument, type NoteOf } from '../../../../src/state/note-document';
import { completeSession } from '../../../support/complete-session';
import { noteArt, noteFonts, noteHues } from '../../../support/note-art';
import { midway, sessionWith } from '../../../support/patient-history';
import { fontsOf, infoOf, layoutOf, pixelsOf, structureOf, textOf } from '../../../support/poppler';
import { readyVisit } from '../../../support/sample-visits';
import { author, twoInjectors, unwrap } from '../../../support/signing';

let port: CryptoPort;
let fonts: NoteFonts;
beforeAll(async () => {
  [port] = await twoInjectors();
  fonts = noteFonts();
});
afterEach(() => {
  vi.useRealTimers();
});

const at = '2026-11-23T10:55:31+01:00';
const signed = async (session: Session, by = author): Promise<SignedVersion> =>
  unwrap(await signFirst(session, { author: by, at, storeHead: null }, port));
const sessionOf = (of: NoteOf) => (of.kind === 'draft' ? of.session : unwrapped(of.versions[0]).session);
const unwrapped = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('missing');
  return value;
};
const pdfOf = async (of: NoteOf, paper: Paper = 'a4') =>
  unwrap(await noteBytes(noteDocument(of, { art: await noteArt(sessionOf(of)) }), fonts, paper));
const noteOf = async (session: Session, by = author) =>
  pdfOf({ kind: 'signed', versions: [await signed(session, by)] });

/** On the standard head: extras, one left out, one moved, and something beside the plan. */
const eventful = (): Session => ({
  ...sessionWith('v', '2026-11-23T10:41:00+01:00', {
    extras: [midway('temporalis-L-2', 'temporalis-L-3'), midway('trapezius-R-1', 'trapezius-R-2')],
    skipped: { 'temporalis-R-3': 'Artery pulse at the site' },
    moved: { 'frontalis-L-1': midway('frontalis-L-1', 'frontalis-L-2', 0.3) },
    incident: { units: 2.5 },
  }),
  visit: readyVisit(),
});
let kept: Promise<Uint8Array> | null = null;
/** The note of the eventful session, made once. */
const usual = (): Promise<Uint8Array> => (kept ??= noteOf(eventful()));
const plainWords = (text: string): string => text.replace(/\s+/g, ' ');

describe('the note as a PDF', () => {
  it('is one page, tagged, in a language and under its title, with three fonts embedded and cut down to what is used', async () => {
    for (const paper of ['a4', 'letter'] as const) {
      const pdf = await pdfOf({ kind: 'signed', versions: [await signed(eventful())] }, paper);
      const info = infoOf(pdf);
      expect(info).toMatch(/^Pages: +1$/m);
      expect(info).toMatch(/^Tagged: +yes$/m);
      expect(info).toMatch(/^Title: +Procedure note, 2026-11-23$/m);
      expect(info).toMatch(paper === 'a4' ? /\(A4\)/ : /\(letter\)/);
      const used = fontsOf(pdf).trim().split('\n').slice(2);
      expect(used).toHaveLength(3);
      for (const font of used) expect(font).toMatch(/^[A-Z]{6}\+Inter-\w+ +CID TrueType +Identity-H +yes yes yes/);
      expect(pdf.length).toBeLessThan(250_000);
    }
  });

  it('stays on one page until there is no room, however much of it is left between the parts', async () => {
    const session = completeSession();
    const of: NoteOf = { kind: 'signed', versions: [await signed(session)] };
    const document = noteDocument(of, { art: await noteArt(session) });
    const line = 'one more line of the note, which fills the width of the page for certain and so takes more here ';
    const counts: (string | undefined)[] = [];
    for (let lines = 3; lines <= 32; lines += 1) {
      const paragraphs = [...document.paragraphs.slice(0, 2), { lead: 'More.', text: line.repeat(lines) }];
      const info = infoOf(unwrap(await noteBytes({ ...document, paragraphs }, fonts)));
      counts.push(/^Pages: +(\d+)/m.exec(info)?.[1]);
    }
    expect(counts.join('')).toMatch(/^1+2+$/);
  }, 60_000);

  it('says every figure of the ledger, muscle by muscle, the total, the vials and the day that is due', async () => {
    for (const session of [
      eventful(),
      completeSession(),
      { ...eventful(), entries: eventful().entries.slice(0, 48) },
    ]) {
      const version = await signed(session);
      const pdf = await pdfOf({ kind: 'signed', versions: [version] });
      const text = layoutOf(pdf);
      const { totals } = fold(session.entries, session.vials);
      const note = procedureNote(session);
      for (const { id, name } of muscles) {
        const row = new RegExp(`^ *${name} .* (\\d+) +(\\d+) +([\\d.]+) +(?:\\d\\d:\\d\\d|–)`, 'm')
          .exec(text)
          ?.slice(1)
          .map(Number);
        const own = unwrapped(note.muscles.find(({ muscle }) => muscle === id));
        const sites = own.left.length + own.right.length + own.midline.length;
        expect(row, name).toEqual([sites, totals.byMuscle[id].given, Math.round(own.ml * 100) / 100]);
      }
      const total = /^ *Total given +(\d+) +(\d+) +([\d.]+)/m.exec(text)?.slice(1).map(Number);
      expect(total).toEqual([totals.sitesGiven, totals.given, Math.round(note.ml * 100) / 100]);
      const vial = unwrapped([...totals.byVial.values()][0]);
      const words = plainWords(textOf(pdf));
      expect(words).toContain(` Vial ${String(vial.strength)} U · `);
      expect(words).toContain(` Given ${String(vial.given)} U · `);
      expect(words).toContain(` Discarded ${String(vial.wasted)} U · `);
      expect(words).toContain(` Difference ${String(vial.left)} U `);
      expect(words).toContain(`Next due ${noteDay(note.nextDue ?? '')} 12 weeks`);
      expect(words).toContain(version.hash);
    }
  });

  it('numbers every site in the pictures, in ink of the hue of its muscle', async () => {
    const pdf = await usual();
    const { width, rgb } = pixelsOf(pdf);
    const [top, bottom] = [70, 260];
    for (const [muscle, hue] of Object.entries(noteHues)) {
      const wanted = [1, 3, 5].map((from) => Number.parseInt(hue.slice(from, from + 2), 16));
      let found = 0;
      for (let p = top * width; p < bottom * width; p += 1)
        if (wanted.every((value, c) => Math.abs((rgb[3 * p + c] ?? 0) - value) < 40)) found += 1;
      expect(found, muscle).toBeGreaterThan(8);
    }
    const pictures = plainWords(textOf(pdf)).split(' Muscle ')[0];
    for (const number of [...Array.from({ length: 31 }, (_, n) => String(n + 1)), 'F1', 'F2'])
      expect(pictures).toMatch(new RegExp(`(^| )${number}( |$)`));
  });

  it('tells a screen reader its title, its table with what each cell is of, and what each picture shows', async () => {
    const pdf = await usual();
    const structure = structureOf(pdf);
    expect(structure).toMatch(/^Document/m);
    expect(structure).toMatch(/H1[^\n]*\n +"Procedure note"/);
    expect(structure.match(/^ +TR/gm)).toHaveLength(9);
    expect(structure.match(/^ +TH/gm)).toHaveLength(9 + 8);
    expect(structure.match(/^ +Figure/gm)).toHaveLength(4);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toContain('/Alt (Front. ');
    expect(text).toContain('/Scope /Column');
    expect(text).toContain('/Scope /Row');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toMatch(/\/Lang \(en\)/);
    expect(text).toContain('/DisplayDocTitle true');
  });

  it('is the same to the byte for the same record, on whatever day it is made', async () => {
    const versions = [await signed(eventful())];
    const first = await pdfOf({ kind: 'signed', versions });
    vi.useFakeTimers({ now: Date.parse('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    expect(Buffer.compare(await pdfOf({ kind: 'signed', versions }), first)).toBe(0);
    vi.useRealTimers();
    const other = [await signed({ ...eventful(), note: 'Other' })];
    expect(Buffer.compare(await pdfOf({ kind: 'signed', versions: other }), first)).not.toBe(0);
  });

  it('prints names in Greek and Cyrillic so that they are read out as they were written, and signs as typed', async () => {
    const session = {
      ...eventful(),
      patient: { id: 'p', label: 'Ελένη Παπαδοπούλου', recordNumber: 'Ж-10' },
      note: 'Told -> by phone on 2026-11-23, file "fi/fl", ½ dose, Δ 5 Ω',
    };
    const text = plainWords(textOf(await noteOf(session, { ...author, name: 'Đorđe Щербаков-Ђорђевић' })));
    expect(text).toContain('Ελένη Παπαδοπούλου · ID Ж-10');
    expect(text).toContain('Đorđe Щербаков-Ђорђевић, MD');
    expect(text).toContain('Told -> by phone on 2026-11-23, file "fi/fl", ½ dose, Δ 5 Ω');
    expect(text).not.toContain('cannot show');
  });

  it('shows where a letter is missing, and says in which part', async () => {
    const session = {
      ...eventful(),
      patient: { id: 'p', label: 'أمل 山田 Kim' },
      note: 'All well \u{1F642} \u202Edab',
    };
    const text = plainWords(textOf(await noteOf(session)));
    expect(text).toContain('□□□ □□ Kim');
    expect(text).toContain('All well □ □dab');
    expect(text).toContain('Letters that this page cannot show are printed as □, in: Patient, Note.');
  });

  it('goes on on a page after it where there is much to say, whole and in letters of 7 points or more', async () => {
    const words = Array.from({ length: 1500 }, (_, n) => `word${String(n)}`);
    const pdf = await noteOf({ ...eventful(), note: `${words.join(' ')} ${'x'.repeat(400)}` });
    expect(infoOf(pdf)).toMatch(/^Pages: +[23]$/m);
    const text = textOf(pdf);
    let from = 0;
    for (const word of words) {
      const found = text.indexOf(word, from);
      expect(found, word).toBeGreaterThan(-1);
      from = found;
    }
    expect(text.replace(/\s/g, '')).toContain('x'.repeat(400));
    expect(text).toContain('Page 2 of');
    expect(text).toContain('Next due');
    for (const { text: size, rule } of fits) expect(Math.min(size, rule)).toBeGreaterThanOrEqual(7);
  });

  it('tells of every version on a page of its own, and of an old one that it was replaced', async () => {
    const first = await signed(eventful());
    const second = unwrap(
      await amend(
        [first],
        { session: { ...eventful(), note: 'Of this patient' }, addendum: 'Called the next day: well.' },
        { author, at: '2026-11-24T09:00:00+01:00', storeHead: first.hash, reason: 'The note was of another patient' },
        port,
      ),
    );
    const versions = [first, second];
    const latest = await pdfOf({ kind: 'signed', versions });
    expect(infoOf(latest)).toMatch(/^Pages: +2$/m);
    const text = plainWords(textOf(latest));
    expect(text).toContain('Version 2 of 2. Amended 24 Nov 2026, 09:00:00 +01:00 by Dr A. Example, MD.');
    expect(text).toContain('Addendum. Called the next day: well.');
    expect(text).toContain('Reason. The note was of another patient');
    expect(text).toContain('Note: "nothing" became "Of this patient".');
    const old = plainWords(textOf(await pdfOf({ kind: 'signed', versions, version: 1 })));
    expect(old).toContain('Not the latest version: version 2 replaces this version 1.');
    expect(old).not.toContain('Called the next day');
  });

  it('of a session that nobody has signed is a draft that says so, without signature or hash', async () => {
    const text = plainWords(textOf(await pdfOf({ kind: 'draft', session: eventful() })));
    expect(text).toContain('Draft, not signed.');
    expect(text).not.toMatch(/Signed and locked|Record hash|SHA-256/);
  });

  it('says which font cannot be read, and makes nothing', async () => {
    const of = { kind: 'draft', session: eventful() } as const;
    const document = noteDocument(of, { art: await noteArt(of.session) });
    const made = await noteBytes(document, { ...fonts, bold: new Uint8Array([1, 2, 3, 4]) });
    expect(made).toMatchObject({ ok: false, error: { kind: 'FontUnreadable', cut: 'bold' } });
  });
});
