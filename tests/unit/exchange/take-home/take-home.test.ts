import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeHomeHtml } from '../../../../src/exchange/take-home/take-home-html';
import { takeHomeBytes } from '../../../../src/exchange/take-home/take-home-pdf';
import { languages } from '../../../../src/messages/patient/languages';
import { loadPatientWords } from '../../../../src/messages/patient/load';
import type { PatientWords } from '../../../../src/messages/patient/words';
import { contentOf } from '../../../../src/record/signed-version';
import type { Session } from '../../../../src/record/session';
import { givenOf } from '../../../../src/state/preview/given';
import type { SignedGiven } from '../../../../src/state/preview/given-desk';
import { linkedText } from '../../../../src/state/preview/linked-map';
import { takeHomeDocument } from '../../../../src/state/preview/take-home';
import { homeCalendar, homeFileName } from '../../../../src/state/preview/take-home-desk';
import { completeSession } from '../../../support/complete-session';
import { homeArt } from '../../../support/home-art';
import { noteFonts } from '../../../support/note-art';
import { fontsOf, infoOf, structureOf, textOf } from '../../../support/poppler';
import { randomSession } from '../../../support/random-session';
import { give, planned, sampleSession, skip } from '../../../support/sample-sessions';
import { readCalendar } from '../../../support/read-calendar';
import { unwrap } from '../../../support/signing';

const due = '2026-05-25';
const signedOf = (session: Session, change: Partial<SignedGiven> = {}): SignedGiven => ({
  session: session.id,
  patient: session.patient.id,
  version: 1,
  signedAt: '2026-03-02T10:00:00+01:00',
  given: givenOf(contentOf(session)),
  next: { kind: 'due', day: due },
  withdrawn: null,
  ...change,
});
const made = '2026-03-02T10:05:00+01:00';

/** A session in which something was left out of most muscles. */
const muchLeftOut = (() => {
  const left =
    /^(?:trapezius-R-[12]|frontalis-[LR]-2|paraspinal-[LR]-1|temporalis-L-4|occipitalis-L-1|corrugator-L-1)$/;
  const others = planned.filter(({ site }) => !left.test(site));
  return [...planned, ...others.map(({ site }, n) => give(100 + n, site)), skip(300, 'trapezius-R-1')];
})();
const documentOf = async (session: Session, words: PatientWords, change: Partial<SignedGiven> = {}, phone?: string) => {
  const signed = signedOf(session, change);
  return takeHomeDocument(signed, words, await homeArt(signed.given.spots, words), phone);
};

/** What nobody but the record may tell: who it is of, who made it, and what it was made with. */
const secrets = (session: Session): readonly string[] =>
  [
    session.id,
    session.patient.id,
    session.patient.label,
    session.patient.recordNumber,
    session.patient.born,
    session.note,
    session.injector,
    ...session.vials.flatMap(({ id, lot, product }) => [id, lot, product]),
    ...session.entries.flatMap((entry) => [entry.id, entry.by]),
  ].flatMap((text) => (text !== undefined && text.trim().length > 3 ? [text] : []));

/** Marked so that it is found wherever it goes. */
const markedOf = (session: Session): Session => ({
  ...session,
  patient: { ...session.patient, label: `Quillon ${session.patient.label}`, recordNumber: 'MRN-20481' },
  injector: 'Dr Vexley',
});
const everySecret = (session: Session): readonly string[] => ['Quillon', 'MRN-20481', 'Vexley', ...secrets(session)];
/** What of a record stands in one of its files; what stands in that of any other patient as well tells nothing of this one. */
const foundIn = (file: string, session: Session, ofAnother: string): readonly string[] =>
  everySecret(session).filter((secret) => file.includes(secret) && !ofAnother.includes(secret));

type Way = 'page' | 'pdf' | 'calendar' | 'link';
/** Everything that is read in a file, what it tells of itself included. */
async function fileOf(way: Way, session: Session, words: PatientWords): Promise<string> {
  switch (way) {
    case 'page':
      return takeHomeHtml(await documentOf(session, words));
    case 'pdf': {
      const pdf = unwrap(await takeHomeBytes(await documentOf(session, words), noteFonts(), 'a4'));
      return `${infoOf(pdf)} ${textOf(pdf).replace(/\s+/g, ' ')} ${structureOf(pdf)}`;
    }
    case 'calendar':
      return (await homeCalendar(signedOf(session), words, made)) ?? '';
    case 'link':
      return linkedText(givenOf(contentOf(session)), { resolve: () => Promise.resolve('off-skin') });
  }
}

describe('what goes home', () => {
  it.each([
    ['page', 40],
    ['pdf', 6],
    ['calendar', 40],
    ['link', 40],
  ] as const)('holds nothing of the identity of anybody, whatever the record holds: %s', async (way, numRuns) => {
    const words = await loadPatientWords('en');
    const bare = await fileOf(way, completeSession(), words);
    await fc.assert(
      fc.asyncProperty(randomSession, async (session) => {
        const marked = markedOf(session);
        const file = await fileOf(way, marked, words);
        expect(file.length).toBeGreaterThan(4);
        expect(foundIn(file, marked, bare)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('would be found to hold somebody who is named in it', () => {
    const session = markedOf(completeSession());
    expect(foundIn(`UID:${session.id}-due@aliquot`, session, '')).toContain(session.id);
    expect(foundIn('Title: Dr Vexley', session, '')).toContain('Vexley');
  });

  it('is one page that asks for nothing: no script, no address, no file', async () => {
    for (const language of languages) {
      const page = takeHomeHtml(await documentOf(completeSession(), await loadPatientWords(language)));
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|https?:|url\(|@import/i);
      expect(page.match(/<svg[^>]* role="img"/g)).toHaveLength(4);
    }
  });

  it('writes marks of the language of pages as they are read', async () => {
    const words = await loadPatientWords('en');
    const document = await documentOf(completeSession(), words);
    const page = takeHomeHtml({ ...document, intro: `<b onclick="x">'&` });
    expect(page).toContain('&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;');
  });

  it('is a tagged PDF of two pages in every language, with its fonts in it, that says what the page says', async () => {
    for (const language of languages) {
      const words = await loadPatientWords(language);
      const document = await documentOf(completeSession(), words);
      for (const paper of ['a4', 'letter'] as const) {
        const pdf = unwrap(await takeHomeBytes(document, noteFonts(), paper));
        const info = infoOf(pdf);
        expect(info).toMatch(/Tagged:\s+yes/);
        expect(info, `${language} on ${paper}`).toMatch(/Pages:\s+2\n/);
        if (paper === 'letter') continue;
        expect(fontsOf(pdf)).not.toMatch(/\bno\s+(?:yes|no)\s+(?:yes|no)\s+\d/);
        const text = textOf(pdf).replace(/\s+/g, ' ');
        const said = [
          document.title,
          document.next?.text ?? 'no day',
          ...document.areas.rows.map(({ area }) => area),
          ...document.sections.flatMap(({ title, groups }) => [
            title,
            ...groups.flatMap(({ items, after }) => (after === null ? items : [...items, after])),
          ]),
          ...document.sources.lines,
        ];
        for (const one of said) expect(text).toContain(one.replace(/\s+/g, ' '));
        expect(structureOf(pdf)).toMatch(/Figure/);
      }
    }
  });

  it('keeps to two pages with most to tell, the signs to get help for and the whole number on the first', async () => {
    const session = sampleSession({ entries: muchLeftOut });
    for (const language of languages) {
      const words = await loadPatientWords(language);
      const document = await documentOf(session, words, { next: { kind: 'was-due', day: due } }, '+49 221 4700 1234');
      for (const paper of ['a4', 'letter'] as const) {
        const pdf = unwrap(await takeHomeBytes(document, noteFonts(), paper));
        expect(infoOf(pdf), `${language} on ${paper}`).toMatch(/Pages:\s+2\n/);
        const [first, second] = textOf(pdf).split('\f');
        expect(first, `${language} on ${paper}`).toMatch(/\+49\s221\s4700\s1234/);
        expect(first).toContain(words.say('preview.warn.title'));
        expect(first).not.toContain(words.say('preview.after.title'));
        expect(second).toContain(words.say('preview.after.title'));
      }
    }
  });

  it('says how the practice is reached in the page too, as a link where it can be dialled, and nothing where it gave none', async () => {
    const words = await loadPatientWords('en');
    const page = async (phone?: string) => takeHomeHtml(await documentOf(completeSession(), words, {}, phone));
    const line = (phone: string) => words.say('preview.warn.clinic', { phone: phone.replaceAll(' ', '\u00a0') });
    expect(await page('01632 960001')).toContain(`<a href="tel:01632960001">${line('01632 960001')}</a>`);
    const byHand = await page('01632 960001 ext. 2');
    expect(byHand).toContain(`>${line('01632 960001 ext. 2')}</p>`);
    expect(byHand).not.toContain('href=');
    expect(await page()).not.toMatch(/class="phone"|href=/);
  });

  it('gives the same bytes for the same record, whenever it is made', async () => {
    const document = await documentOf(completeSession(), await loadPatientWords('fr'));
    const [once, again] = [
      await takeHomeBytes(document, noteFonts(), 'a4'),
      await takeHomeBytes(document, noteFonts(), 'a4'),
    ];
    expect(unwrap(again)).toEqual(unwrap(once));
  });

  it('says in a calendar when the next is due, in the patient’s words, and for whom not at all', async () => {
    const signed = signedOf(completeSession());
    const words = await loadPatientWords('de');
    const [event] = readCalendar(await homeCalendar(signed, words, made));
    expect(event?.get('DTSTART')?.value).toBe(due.replaceAll('-', ''));
    expect(event?.get('SUMMARY')?.value).toBe(words.say('home.next.event'));
    expect(event?.get('DESCRIPTION')?.value).toBe(words.say('home.next.eventText'));
    for (const kind of ['none', 'unknown'] as const)
      expect(await homeCalendar({ ...signed, next: { kind } }, words, made)).toBeNull();
    expect(await homeCalendar({ ...signed, next: { kind: 'was-due', day: due } }, words, made)).toBeNull();
    expect(homeFileName(signed, 'pdf')).toBe(`aliquot-${signed.given.day}.pdf`);
  });

  it('takes a day out of a calendar again by the name it went in under, which tells nothing of the record', async () => {
    const words = await loadPatientWords('fr');
    const session = completeSession();
    const [told] = readCalendar(await homeCalendar(signedOf(session), words, made));
    const withdrawn = signedOf(session, { version: 2, next: { kind: 'none' }, withdrawn: due });
    const [taken] = readCalendar(await homeCalendar(withdrawn, words, '2026-03-09T10:00:00+01:00'));
    expect(taken?.get('STATUS')?.value).toBe('CANCELLED');
    expect(taken?.get('DESCRIPTION')?.value).toBe(words.say('home.next.cancelText'));
    expect(told?.get('STATUS')).toBeUndefined();
    const ids = [told, taken].map((event) => event?.get('UID')?.value);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[0]).toMatch(/^[\w-]{20}-due@aliquot$/);
    const [other] = readCalendar(await homeCalendar(signedOf({ ...session, id: 'another' }), words, made));
    expect(other?.get('UID')?.value).not.toBe(ids[0]);
  });

  it('counts a calendar up with each file, so that a plan which changed under the same version takes the day’s place', async () => {
    const words = await loadPatientWords('en');
    const numbers = await Promise.all(
      ['2026-03-02T10:05:00+01:00', '2026-03-02T09:05:01Z', '2080-01-01T00:00:00Z'].map(async (now) => {
        const [event] = readCalendar(await homeCalendar(signedOf(completeSession()), words, now));
        return Number(event?.get('SEQUENCE')?.value);
      }),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers);
    expect(new Set(numbers).size).toBe(3);
    for (const n of numbers) expect(n > 0 && n < 2 ** 31).toBe(true);
  });

  it('tells no next day where another treatment came after, and that it was due where the day has passed', async () => {
    const words = await loadPatientWords('en');
    const older = await documentOf(completeSession(), words, { next: { kind: 'none' } });
    expect(older.next).toBeNull();
    const title = words.say('home.next');
    expect(takeHomeHtml(older)).not.toContain(title);
    expect(textOf(unwrap(await takeHomeBytes(older, noteFonts(), 'a4')))).not.toContain(title);
    const passed = await documentOf(completeSession(), words, { next: { kind: 'was-due', day: due } });
    expect(passed.next?.text).toBe('Your next treatment was due on 25 May 2026.');
  });

  it('counts what was left out in the table, where anything was', async () => {
    const words = await loadPatientWords('en');
    const others = planned.filter(({ site }) => !/^trapezius-R-[12]$/.test(site));
    const entries = [...planned, ...others.map(({ site }, n) => give(100 + n, site)), skip(300, 'trapezius-R-1')];
    const whole = await documentOf(completeSession(), words);
    expect(whole.areas.rows.map(({ leftOut }) => leftOut)).toEqual(whole.areas.rows.map(() => null));
    const left = await documentOf(sampleSession({ entries }), words);
    const said = '2 were left out.';
    expect(left.areas.rows.flatMap(({ area, leftOut }) => (leftOut === null ? [] : [[area, leftOut]]))).toEqual([
      [words.say('preview.area.trapezius.name'), said],
    ]);
    expect(takeHomeHtml(left)).toContain(`<small>${said}</small>`);
    expect(textOf(unwrap(await takeHomeBytes(left, noteFonts(), 'a4')))).toContain(said);
  });

  it('shows where it comes from also on paper: nothing of the page is folded away or left out of print', async () => {
    const page = takeHomeHtml(await documentOf(completeSession(), await loadPatientWords('en')));
    expect(page).not.toMatch(/<details|display:none/);
  });
});
