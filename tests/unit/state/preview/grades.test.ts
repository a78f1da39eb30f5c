import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/messages/patient/languages';
import { loadPatientWords } from '../../../../src/messages/patient/load';
import { awaitsSignOff } from '../../../../src/protocol/patient-facts';
import { sources } from '../../../../src/protocol/sources';
import { gradesOf } from '../../../../src/state/preview/grades';
import { factsOf, stepIds } from '../../../../src/state/preview/steps';

describe('where a step says that it comes from', () => {
  it('awaits clinical sign-off wherever a fact does, in every language, and nowhere else', async () => {
    for (const language of languages) {
      const words = await loadPatientWords(language);
      const signOff = words.say('preview.source.unconfirmed');
      for (const fact of stepIds.flatMap((step) => factsOf(step))) {
        const [grade, ...more] = gradesOf([fact], words);
        expect(more).toEqual([]);
        expect([grade?.said, grade?.signOff].includes(signOff), JSON.stringify(fact)).toBe(awaitsSignOff(fact));
      }
    }
  });

  it('is said once for all that is known equally well, with each title once', async () => {
    const words = await loadPatientWords('en');
    const title = sources.S1.title;
    const grades = gradesOf(factsOf('warn'), words);
    expect(grades).toEqual([
      { said: words.say('preview.source.read'), signOff: null, titles: [title] },
      { said: words.say('preview.source.unconfirmed'), signOff: null, titles: [title] },
      { said: words.say('preview.source.taught'), signOff: words.say('preview.source.unconfirmed'), titles: [] },
    ]);
  });
});
