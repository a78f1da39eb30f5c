import { describe, expect, it } from 'vitest';
import { loadPatientWords } from '../../../src/messages/patient/load';
import type { DiaryDay } from '../../../src/outcomes/diary-day';
import { differencesIn } from '../../../src/screens/diary/day-differences';

const words = await loadPatientWords('en');
const mine: DiaryDay = {
  day: '2026-03-01',
  attacks: [{ id: 'a', hours: 4, severity: 2, features: ['nausea'], notAsked: ['aura'] }],
  acute: ['triptan'],
  missed: null,
  note: 'rain',
};

describe('two records of one day', () => {
  it('differ by the name of each question, and what was not said is no answer', () => {
    const theirs: DiaryDay = {
      ...mine,
      attacks: [{ id: 'b', hours: 4, severity: 2, features: ['nausea'] }],
      missed: [],
    };
    expect(differencesIn(mine, theirs, words)).toEqual([
      { what: 'What was it like?', mine: 'Feeling sick, the rest not said', theirs: 'Feeling sick' },
      { what: 'What did it keep you from?', mine: 'not said', theirs: 'Nothing' },
    ]);
  });

  it('differ by how many headaches there were, how bad and how long, and by a note', () => {
    const two: DiaryDay = {
      ...mine,
      attacks: [...mine.attacks, { id: 'c', hours: null, severity: 3, features: null }],
      note: 'sun',
    };
    expect(differencesIn(mine, two, words).map(({ mine: here, theirs }) => [here, theirs])).toEqual([
      ['headache', '2 headaches'],
      ['moderate', 'moderate / severe'],
      ['4 hours', '4 hours / not said'],
      ['Feeling sick, the rest not said', 'Feeling sick, the rest not said / not said'],
      ['rain', 'sun'],
    ]);
    expect(differencesIn(mine, mine, words)).toEqual([]);
    const free: DiaryDay = { ...mine, attacks: [] };
    expect(differencesIn(free, mine, words)[1]).toMatchObject({ mine: 'no headache', theirs: 'moderate' });
  });
});
