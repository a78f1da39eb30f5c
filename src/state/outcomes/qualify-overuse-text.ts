import '../../messages/later';
import { t } from '../../messages/translate';
import { unclear } from '../../outcomes/count';
import type { Known } from '../../outcomes/known';
import { awaits, type Overuse, type OveruseOf } from '../../outcomes/overuse';
import { countText, spanText } from './course-figures';
import { citedText, missingText, type Said } from './course-response-text';

/** One class of acute medication against its limit. */
export type OveruseRow = {
  readonly of: string;
  readonly name: string;
  readonly limit: string;
  /** Days in each window, the latest last. */
  readonly counts: readonly string[];
  readonly lately: string;
  readonly lasting: string;
  readonly from: string;
};

/** The windows that the counts are of, the latest last: "29 Sep to 26 Oct 2026". The same for every class. */
export const overuseSpans = ({ classes }: Overuse): readonly string[] =>
  classes[0]?.windows.map(({ window }) => spanText(window)) ?? [];

/** The classes that the diary names in these windows, and all of them together. */
export const overuseRows = ({ classes }: Overuse): readonly OveruseRow[] =>
  classes
    .filter(({ of, windows }) => of === 'combined' || windows.some(({ count }) => count.low > 0))
    .map(
      (one): OveruseRow => ({
        of: one.of,
        name: t(`qualify.acute.${one.of}`),
        limit: t('qualify.limit', { n: one.limit.atLeast }),
        counts: one.windows.map(({ count }) => countText(count)),
        lately: answerText(one, one.lately),
        lasting: answerText(one, one.lasting),
        from: citedText(one.limit),
      }),
    );

/** The classes that no recorded day names, though every one was asked about them; empty where there is none. */
export const neverNamed = (overuse: Overuse): string => namesText('qualify.neverNamed', overuse, false);

/** The classes that no recorded day names, and of which some recorded days do not say: nobody can say of them that there were none. */
export const neverAsked = (overuse: Overuse): string => namesText('qualify.neverAsked', overuse, true);

function namesText(message: 'qualify.neverNamed' | 'qualify.neverAsked', { classes }: Overuse, vague: boolean): string {
  const names = classes
    .filter(
      ({ of, windows }) =>
        of !== 'combined' &&
        windows.some(({ count }) => count.recorded > 0) &&
        windows.every(({ count }) => count.low === 0) &&
        windows.some(({ count }) => unclear(count) > 0) === vague,
    )
    .map(({ of }) => t(`qualify.acute.${of}`));
  return names.length === 0 ? '' : t(message, { names: names.join(', ') });
}

const answerText = (one: OveruseOf, answer: Known): string =>
  t(answer === 'yes' && awaits(one) ? 'qualify.known.awaiting' : `qualify.known.${answer}`);

const tones = { yes: 'bad', no: 'good', unknown: 'open' } as const;

/** Overuse in the latest window, of what and by which limit, and the diagnosis that is given beside chronic migraine. */
export function overuseText({ classes, lately, awaiting, diagnosis, missing }: Overuse): Said {
  const over = classes.filter((one) => one.lately === 'yes');
  return {
    tone: tones[lately],
    title: t(awaiting.length > 0 ? 'qualify.overuse.awaiting' : `qualify.overuse.${lately}`),
    lines: [
      ...over.map(({ of, limit }) =>
        t('qualify.overuseBy', {
          name: t(`qualify.acute.${of}`),
          limit: t('qualify.limit', { n: limit.atLeast }),
          from: citedText(limit),
        }),
      ),
      ...(awaiting.length > 0 ? [t('qualify.overuseAwaits')] : []),
      t(`qualify.overuseDiagnosis.${diagnosis}`),
      ...missing.map(missingText),
    ],
    from: '',
  };
}
