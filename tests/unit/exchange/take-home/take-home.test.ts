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
import { takeHomeDocument } from '../../../../src/state/preview/take-home';
import { homeCalendar, homeFileName } from '../../../../src/state/preview/take-home-desk';
import { completeSession } from '../../../support/complete-session';
import { homeArt } from '../../../support/home-art';
import { noteFonts } from '../../../support/note-art';
import { fontsOf, infoOf, structureOf, textOf } from '../../../support/poppler';
import { randomSession } from '../../../support/random-session';
import { readCalendar } from '../../../support/read-calendar';
import { unwrap } from '../../../support/signing';

const signedOf = (session: Session): SignedGiven => ({
  session: session.id,
  patient: session.patient.id,
  version: 1,
  signedAt: '2026-03-02T10:00:00+01:00',
  given: givenOf(contentOf(session)),
});
const documentOf = async (session: Session, words: PatientWords) => {
  const signed = signedOf(session);
  return takeHomeDocument(signed, words, await homeArt(signed.given.spots, words));
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

describe('what goes home', () => {
  it('holds nothing of the identity of anybody, whatever the record holds', async () => {
    const words = await loadPatientWords('en');
    const bare = takeHomeHtml(await documentOf(completeSession(), words));
    await fc.assert(
      fc.asyncProperty(randomSession, async (session) => {
        const marked = {
          ...session,
          patient: { ...session.patient, label: `Quillon ${session.patient.label}`, recordNumber: 'MRN-20481' },
          injector: 'Dr Vexley',
        };
        const page = takeHomeHtml(await documentOf(marked, words));
        // What stands on the page of any other patient as well tells nothing of this one.
        for (const secret of ['Quillon', 'MRN-20481', 'Vexley', ...secrets(marked)])
          if (!bare.includes(secret)) expect(page.includes(secret), JSON.stringify(secret)).toBe(false);
      }),
      { numRuns: 40 },
    );
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
        // Letter paper is shorter: there the small print may go on.
        expect(info, `${language} on ${paper}`).toMatch(paper === 'a4' ? /Pages:\s+2\n/ : /Pages:\s+[23]\n/);
        if (paper === 'letter') continue;
        expect(fontsOf(pdf)).not.toMatch(/\bno\s+(?:yes|no)\s+(?:yes|no)\s+\d/);
        const text = textOf(pdf).replace(/\s+/g, ' ');
        const said = [
          document.title,
          document.next.text,
          ...document.areas.rows.map(({ area }) => area),
          ...document.sections.flatMap(({ title, groups }) => [title, ...groups.flatMap(({ items }) => items)]),
        ];
        for (const one of said) expect(text).toContain(one.replace(/\s+/g, ' '));
        expect(structureOf(pdf)).toMatch(/Figure/);
      }
    }
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
    const [event] = readCalendar(homeCalendar(signed, words));
    expect(event?.get('DTSTART')?.value).toBe((signed.given.due ?? '').replaceAll('-', ''));
    expect(event?.get('SUMMARY')?.value).toBe(words.say('home.next.event'));
    expect(event?.get('DESCRIPTION')?.value).toBe(words.say('home.next.eventText'));
    expect(homeCalendar({ ...signed, given: { ...signed.given, due: null } }, words)).toBeNull();
    expect(homeFileName(signed, 'pdf')).toBe(`aliquot-${signed.given.day}.pdf`);
  });
});
