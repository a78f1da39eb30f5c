import { en } from '../../src/messages/patient/en';
import { type PatientKey, type PatientWords, patientWords } from '../../src/messages/patient/words';
import { muscles } from '../../src/protocol/paradigm';
import { areaFact, factKeys, factOf } from '../../src/protocol/patient-facts';
import { type PatientScreenId, patientScreenIds, patientScreens } from '../../src/protocol/patient-screens';

/** What stands in a message where no table of facts gives its values. */
const samples: Readonly<Record<string, string | number>> = {
  area: 'your neck',
  day: '3 March 2026',
  place: 'Temple',
  side: 'left',
  phone: '01632 960001',
};
const sampleCount = 4;

const isKey = (key: string): key is PatientKey => key in en;
export const patientKeys: readonly PatientKey[] = Object.keys(en).filter(isKey);

/** The messages in English, with the values of the tables, and samples where they have none. */
const english: PatientWords = patientWords('en', en);

const injections = (n: number): string => english.say('preview.injections', { n });

/** The text of a message as a patient reads it. */
export function readAs(key: PatientKey): string {
  const names = [...en[key].matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '');
  const given = factKeys.find((one) => one === key);
  const values = given === undefined ? {} : factOf(given).values;
  return english.say(key, {
    ...Object.fromEntries(names.map((name) => [name, samples[name] ?? sampleCount])),
    injections: injections(sampleCount),
    ...values,
  });
}

/** What is read on one screen, as sentences that follow each other. */
export type ReadScreen = { readonly name: string; readonly sentences: readonly string[] };

function areaScreens(): readonly ReadScreen[] {
  return muscles.map((muscle) => {
    const where = areaFact(muscle.id, 'where')?.values ?? {};
    const extra = areaFact(muscle.id, 'extra');
    return {
      name: muscle.id,
      sentences: [
        english.say(`preview.position.${muscle.position.is}`),
        english.say(`preview.area.${muscle.id}.where`, { injections: injections(where['n'] ?? 0) }),
        ...(extra === null ? [] : [english.say('preview.extra', extra.values)]),
        readAs('preview.feel'),
        english.say(`preview.area.${muscle.id}.ask`),
        english.say(`preview.area.${muscle.id}.why`),
        readAs('preview.time.area'),
        readAs('preview.pause'),
      ],
    };
  });
}

/** A heading that its list completes ("Call us if", "you see double") is read with each line of the list. */
function screen(id: PatientScreenId): ReadScreen {
  const sentences = patientScreens[id].flatMap(({ heading, statements, after }) => {
    const texts = statements.map((key) => readAs(key));
    const under = after === undefined ? [] : [readAs(after)];
    if (heading === null) return [...texts, ...under];
    const over = readAs(heading);
    const told =
      /[.:]$/.test(over) || texts.every((text) => text.endsWith('.')) ? texts : texts.map((text) => `${over} ${text}.`);
    return [...told, ...under];
  });
  return { name: id, sentences: [...sentences, readAs('preview.discuss')] };
}

const among = (name: string, ...prefixes: readonly string[]): ReadScreen => ({
  name,
  sentences: patientKeys
    .filter((key) => prefixes.some((prefix) => key.startsWith(prefix)))
    .map((key) => readAs(key))
    .filter((text) => /[.?]$/.test(text)),
});

/** Every screen of Preview, the diary and what goes home, in English, with the values of the tables. */
export const readScreens = (): readonly ReadScreen[] => [
  among('home of Preview', 'preview.intro', 'preview.card.', 'preview.private'),
  ...areaScreens(),
  ...patientScreenIds.map(screen),
  among('where it hurts', 'preview.pain.'),
  among('my session', 'preview.mine.', 'preview.map.'),
  among('where it comes from', 'preview.source.'),
  among('what goes home', 'home.'),
  among('diary', 'diary.'),
];
