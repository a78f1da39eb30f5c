import '../../messages/later';
import type { NotePicture } from '../../exchange/pdf/note-document';
import type { TakeHomeDocument, TakeHomeGroup, TakeHomeSection } from '../../exchange/take-home/take-home-document';
import type { PatientWords } from '../../messages/patient/words';
import { t } from '../../messages/translate';
import { dialledAt } from '../../record/practice-phone';
import { awaitsSignOff, factOf } from '../../protocol/patient-facts';
import { type PatientScreenId, patientScreens, statementsOf } from '../../protocol/patient-screens';
import { sources } from '../../protocol/sources';
import { givenIn } from './given';
import type { SignedGiven } from './given-desk';
import type { NextTold } from './next-told';
import { clinicLine, sayFact } from './steps';

export type { TakeHomeDocument } from '../../exchange/take-home/take-home-document';
type Legend = TakeHomeDocument['map']['legend'][number];
/** What is drawn: pictures of the map, and each kind of spot by itself. */
export type HomeArt = {
  readonly pictures: readonly NotePicture[];
  readonly spots: Readonly<Record<'given' | 'extra' | 'left-out', Legend['parts']>>;
};

/** What goes home of all the screens, in its order. The signs to get help for come first. */
const screensHome = ['warn', 'after', 'expect', 'effects'] as const satisfies readonly PatientScreenId[];

/** Everything that goes home of a session, in the patient's words. Nobody is named in it. `phone`: where the practice is called. */
export function takeHomeDocument(
  { given, next, signedAt }: Pick<SignedGiven, 'given' | 'next' | 'signedAt'>,
  words: PatientWords,
  { pictures, spots }: HomeArt,
  phone?: string,
): TakeHomeDocument {
  const legend = (['given', 'extra', 'left-out'] as const)
    .filter((kind) => given.spots.some(({ is }) => is === kind))
    .map((kind): Legend => ({ parts: spots[kind], text: words.say(legendKeys[kind]) }));
  const due = nextText(next, words);
  const title = words.say('home.title');
  const count = (n: number): string => (n === 0 ? '–' : words.number(n));
  return {
    language: words.language,
    fileTitle: title,
    madeAt: signedAt,
    product: t('app.name'),
    title,
    intro: words.say('home.intro'),
    told: [
      words.say('preview.mine.day', { day: words.day(given.day) }),
      words.say('preview.mine.given', { n: given.count }),
      ...(given.more ? [words.say('preview.mine.more')] : []),
    ],
    next: due === null ? null : { title: words.say('home.next'), text: due },
    map: {
      title: words.say('home.map'),
      text: `${words.say('home.map.text')} ${words.say('preview.mine.yourSides')}`,
      pictures,
      legend,
    },
    areas: {
      title: words.say('home.areas'),
      columns: {
        area: words.say('home.areas.area'),
        left: words.say('home.areas.left'),
        middle: words.say('home.areas.middle'),
        right: words.say('home.areas.right'),
        all: words.say('home.areas.all'),
      },
      rows: given.areas.map((area) => ({
        area: words.say(`preview.area.${area.muscle}.name`),
        left: count(area.left),
        middle: count(area.middle),
        right: count(area.right),
        all: words.number(givenIn(area)),
        leftOut: area.leftOut === 0 ? null : words.say('preview.mine.leftOut', { n: area.leftOut }),
      })),
    },
    sections: screensHome.map((screen) => sectionOf(screen, words, phone)),
    sources: sourcesOf(words),
    limits: [words.say('home.unnamed'), words.say('home.advice'), words.say('preview.discuss')],
    pageText: words.say('home.page', { page: '{page}', total: '{of}' }),
    runningTitle: title,
  };
}

/** When the next treatment is due, in a sentence; null where this session does not tell. */
export function nextText(next: NextTold, words: PatientWords): string | null {
  switch (next.kind) {
    case 'due':
      return words.say('preview.mine.next', { day: words.day(next.day) });
    case 'was-due':
      return words.say('preview.mine.wasDue', { day: words.day(next.day) });
    case 'unknown':
      return words.say('preview.mine.noNext');
    case 'none':
      return null;
  }
}

const legendKeys = {
  given: 'home.legend.given',
  extra: 'home.legend.extra',
  'left-out': 'home.legend.leftOut',
} as const;

function sectionOf(screen: (typeof screensHome)[number], words: PatientWords, phone?: string): TakeHomeSection {
  return {
    tone: screen === 'warn' ? 'warn' : 'plain',
    title: words.say(`preview.${screen}.title`),
    groups: patientScreens[screen].map(
      ({ heading, statements, after }): TakeHomeGroup => ({
        call: callOf(clinicLine(words, heading, phone), phone),
        heading: heading === null ? null : words.say(heading),
        urgent: heading === 'preview.warn.ambulance',
        items: statements.map((key) => sayFact(words, key)),
        after: after === undefined ? null : sayFact(words, after),
      }),
    ),
  };
}

const callOf = (text: string | null, phone: string | undefined): TakeHomeGroup['call'] =>
  text === null || phone === undefined ? null : { text, href: dialledAt(phone) };

/** The sources of everything on the page, each once, and how far they bear it. */
function sourcesOf(words: PatientWords): TakeHomeDocument['sources'] {
  const facts = screensHome.flatMap((screen) => statementsOf(screen).map(factOf));
  const titles = [...new Set(facts.flatMap((fact) => fact.sources.map((id) => sources[id].title)))];
  const signOff = facts.some(awaitsSignOff) ? [words.say('preview.source.unconfirmed')] : [];
  return { title: words.say('preview.source.title'), lines: [...signOff, ...titles.map((one) => `${one}.`)] };
}
