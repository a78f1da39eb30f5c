import type { PatientWords } from '../../messages/patient/words';
import type { DiaryDay } from '../../outcomes/diary-day';

/** One thing of which two records of a day say something else, by the name of its question. */
export type Difference = { readonly what: string; readonly mine: string; readonly theirs: string };

/** Everything of which two records of one day say something else, so that one of them can be chosen knowingly. */
export function differencesIn(mine: DiaryDay, theirs: DiaryDay, words: PatientWords): readonly Difference[] {
  const [here, there] = [answersIn(mine, words), answersIn(theirs, words)];
  return here.flatMap(({ what, answer }, i): readonly Difference[] => {
    const other = there[i]?.answer ?? '';
    return answer === other ? [] : [{ what, mine: answer, theirs: other }];
  });
}

function answersIn(
  { attacks, acute, acuteNotAsked, missed, missedNotAsked, note }: DiaryDay,
  { say, number }: PatientWords,
): readonly { readonly what: string; readonly answer: string }[] {
  const unsaid = say('diary.import.unsaid');
  const list = <T extends string>(
    told: readonly T[] | null,
    notAsked: readonly T[] = [],
    none: string,
    name: (one: T) => string,
  ): string => {
    if (told === null) return unsaid;
    const names = told.toSorted().map(name);
    if (notAsked.length > 0) return [...names, say('diary.import.restUnsaid')].join(', ');
    return names.length === 0 ? none : names.join(', ');
  };
  const each = (of: (attack: DiaryDay['attacks'][number]) => string): string =>
    attacks.length === 0 ? say('diary.cell.none') : attacks.map(of).join(' / ');
  return [
    {
      what: say('diary.ask'),
      answer:
        attacks.length === 0
          ? say('diary.cell.none')
          : attacks.length === 1
            ? say('diary.cell.headache')
            : say('diary.cell.headaches', { n: number(attacks.length) }),
    },
    {
      what: say('diary.bad'),
      answer: each(({ severity }) => (severity === null ? unsaid : say(`diary.severity.${severity}`))),
    },
    {
      what: say('diary.hours'),
      answer: each(({ hours }) => (hours === null ? unsaid : say('diary.cell.hours', { hours }))),
    },
    {
      what: say('diary.features'),
      answer: each(({ features, notAsked }) =>
        list(features, notAsked, say('diary.noFeature'), (one) => say(`diary.feature.${one}`)),
      ),
    },
    {
      what: say('diary.medicines'),
      answer: list(acute, acuteNotAsked, say('diary.noMedicine'), (one) => say(`diary.medicine.${one}`)),
    },
    {
      what: say('diary.missedAsk'),
      answer: list(missed, missedNotAsked, say('diary.noMissed'), (one) => say(`diary.missed.${one}`)),
    },
    { what: say('diary.note'), answer: note ?? unsaid },
  ];
}
