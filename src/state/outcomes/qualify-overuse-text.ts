import '../../messages/later';
import { t } from '../../messages/translate';
import type { Known } from '../../outcomes/known';
import type { Overuse } from '../../outcomes/overuse';
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

export const overuseSpans = ({ classes }: Overuse): readonly string[] =>
  classes[0]?.windows.map(({ window }) => spanText(window)) ?? [];

/** The classes that the diary names in these windows, and all of them together. */
export const overuseRows = ({ classes }: Overuse): readonly OveruseRow[] =>
  classes
    .filter(({ of, windows }) => of === 'combined' || windows.some(({ count }) => count.low > 0))
    .map(
      ({ of, limit, windows, lately, lasting }): OveruseRow => ({
        of,
        name: t(`qualify.acute.${of}`),
        limit: t('qualify.limit', { n: limit.atLeast }),
        counts: windows.map(({ count }) => countText(count)),
        lately: knownText(lately),
        lasting: knownText(lasting),
        from: citedText(limit),
      }),
    );

/** The classes that no recorded day names; empty where every class is named. What was not recorded is not said of them. */
export function neverNamed({ classes }: Overuse): string {
  const names = classes
    .filter(({ of, windows }) => of !== 'combined' && windows.every(({ count }) => count.low === 0))
    .map(({ of }) => t(`qualify.acute.${of}`));
  return names.length === 0 ? '' : t('qualify.neverNamed', { names: names.join(', ') });
}

export const knownText = (known: Known): string => t(`qualify.known.${known}`);

/** Overuse in the latest window, of what and by which limit, and the diagnosis that is given beside chronic migraine. */
export function overuseText({ classes, lately, diagnosis, missing }: Overuse): Said {
  const over = classes.filter((one) => one.lately === 'yes');
  return {
    tone: lately === 'yes' ? 'bad' : lately === 'no' ? 'good' : 'open',
    title: t(`qualify.overuse.${lately}`),
    lines: [
      ...over.map(({ of, limit }) =>
        t('qualify.overuseBy', {
          name: t(`qualify.acute.${of}`),
          limit: t('qualify.limit', { n: limit.atLeast }),
          from: citedText(limit),
        }),
      ),
      t(`qualify.overuseDiagnosis.${diagnosis}`),
      ...missing.map(missingText),
    ],
    from: '',
  };
}
