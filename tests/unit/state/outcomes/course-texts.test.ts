import { describe, expect, it } from 'vitest';
import { courseOf } from '../../../../src/outcomes/course';
import type { RuleId } from '../../../../src/outcomes/rule-ids';
import { listingOf } from '../../../../src/record/listing';
import { chartSummary } from '../../../../src/state/outcomes/course-headline';
import { verdictText } from '../../../../src/state/outcomes/course-response-text';
import { beforeAfterLines, cycleRows, trendText } from '../../../../src/state/outcomes/course-rows';
import { positiveStopText } from '../../../../src/state/outcomes/course-stop-text';
import { type CourseView, courseView } from '../../../../src/state/outcomes/course-view';
import { wearOffText } from '../../../../src/state/outcomes/course-wear-off-text';
import { daysAfter } from '../../../../src/record/days-after';
import { sessionWith } from '../../../support/patient-history';
import { type SampleWindow, sampleDiary } from '../../../support/sample-course';

const first = '2026-03-02';
const twelve = (n: number) => daysAfter(first, 84 * n);
type Asked = { readonly today: string; readonly treatments?: readonly string[]; readonly rule?: RuleId };

/** The baseline and the windows from the first treatment on. */
function view(windows: readonly SampleWindow[], { today, treatments = [first], rule = 'ehf-2018' }: Asked): CourseView {
  const sessions = treatments.map((day) => {
    const at = `${day}T09:00:00+01:00`;
    return listingOf(sessionWith(`s-${day}`, at), at, true);
  });
  return courseView({
    file: { rule },
    diary: sampleDiary('p-1', '2026-02-02', windows),
    sessions,
    unread: 0,
    now: today,
  });
}
const all = (headache: number, times = 3): readonly SampleWindow[] =>
  Array.from({ length: times }, () => ({ headache, migraine: 0 }));
const verdict = (of: CourseView) => {
  if (of.verdict === null || of.rule === null) throw new Error('no verdict');
  return verdictText(of.verdict, of.rule.id);
};

describe('a window or a cycle of less than 28 days', () => {
  it('has no figure taken to 28 days, and says how many days it has', () => {
    const soon = view([...all(20, 1), { headache: 1, days: 2 }], { today: '2026-03-03' });
    expect(cycleRows(soon)).toEqual([
      {
        key: first,
        cycle: '1, still running (2 days so far)',
        from: '2 Mar 2026',
        headache: '–',
        change: '–',
        percent: '–',
        migraine: '–',
        acute: '–',
        by30: '–',
        by50: '–',
      },
    ]);
    expect(beforeAfterLines(soon)).toEqual(['Treatment 1: 20, then – (2 days so far).']);
    expect(chartSummary(soon)).toContain('First window: 20. Last window: 1, in 2 days.');
  });

  it('is told by its days where the next treatment cut it', () => {
    const cut = view([...all(20, 1), { headache: 2, days: 5 }, ...all(8, 1)], {
      today: daysAfter(first, 32),
      treatments: [first, daysAfter(first, 5)],
    });
    expect(cycleRows(cut).map(({ cycle, headache, by30 }) => [cycle, headache, by30])).toEqual([
      ['1, too short to judge (5 days)', '–', '–'],
      ['2, still running (28 days so far)', '8', 'Yes'],
    ]);
    expect(beforeAfterLines(cut)).toEqual([
      'Treatment 1: 20, then – (5 days: the next treatment came).',
      // 28 days before the second: the last 23 of the baseline, which has its headache first, and the five of the first cycle.
      'Treatment 2: 17, then 8.',
    ]);
  });
});

describe('a change', () => {
  it('is none where nothing is known of the baseline or of the cycle', () => {
    const late = courseView({
      file: { rule: 'nice-ta260' },
      diary: sampleDiary('p-1', first, all(9)),
      sessions: [listingOf(sessionWith('one', `${first}T09:00:00+01:00`), `${first}T09:00:00+01:00`, true)],
      unread: 0,
      now: daysAfter(first, 83),
    });
    expect(cycleRows(late)[0]).toMatchObject({ headache: '9', change: '–', percent: '–', migraine: '–', acute: '–' });
  });
});

describe('from cycle to cycle', () => {
  it('is said in words, with both bounds where days are missing', () => {
    const windows = [...all(20, 1), ...all(14), ...all(10), ...all(10), { headache: 4, unrecorded: 20 }, ...all(10, 2)];
    const { trend } = view(windows, { today: daysAfter(first, 335), treatments: [0, 1, 2, 3].map(twelve) });
    expect(trend.map(trendText)).toEqual([
      'From cycle 1 to 2: fewer (−4 headache days per 28 days).',
      'From cycle 2 to 3: the same.',
      'From cycle 3 to 4: cannot say (−2 to +4.7 headache days per 28 days).',
    ]);
    const more = view([...all(20, 1), ...all(10), ...all(12)], {
      today: daysAfter(first, 167),
      treatments: [0, 1].map(twelve),
    });
    expect(more.trend.map(trendText)).toEqual(['From cycle 1 to 2: more (+2 headache days per 28 days).']);
  });
});

describe('wear-off', () => {
  it('is said with the figures of each cycle, and both sources: of the best weeks and of how often it is noticed', () => {
    const cycle = [{ headache: 10 }, { headache: 6 }, { headache: 10 }];
    const { wearOff } = view([...all(20, 1), ...cycle, ...cycle], {
      today: daysAfter(first, 167),
      treatments: [0, 1].map(twelve),
    });
    const said = wearOffText(wearOff);
    expect(said?.title).toBe('Headache days rise in weeks 9 to 12 of a cycle');
    expect(said?.lines.slice(0, 3)).toEqual([
      'Per 28 days: 6 in weeks 5 to 8, 10 in weeks 9 to 12.',
      'Cycle 1: 6, then 10.',
      'Cycle 2: 6, then 10.',
    ]);
    expect(said?.from).toMatch(
      /^Weeks 5 to 8 as the best: Source: Headache days before treatment and in each .*\. Source: /,
    );
    expect(wearOffText(view([...all(20, 1), ...all(5, 2)], { today: daysAfter(first, 55) }).wearOff)).toBeNull();
  });
});

describe('the verdict of EHF', () => {
  const two = { today: daysAfter(first, 167), treatments: [0, 1].map(twelve) };

  it('tells both comparisons where they do not agree', () => {
    const said = verdict(view([...all(20, 1), ...all(12), ...all(12)], two));
    expect([said.tone, said.title]).toEqual(['open', 'Cannot say']);
    expect(said.lines.slice(0, 4)).toEqual([
      'EHF 2018 asks for two comparisons of cycle 2:',
      'Headache days per 28 days at baseline and in the cycle: 20, then 12. 30 % fewer: Yes.',
      'Headache days in the four weeks before its treatment and after it: 12, then 12. 30 % fewer: No.',
      'The two do not agree, so no verdict is given.',
    ]);
  });

  it('says that they agree where they do, and what they hang on where that is not known', () => {
    const agree = verdict(view([...all(20, 1), ...all(20), ...all(10)], two));
    expect([agree.tone, agree.title]).toEqual(['good', 'Response by cycle 2']);
    expect(agree.lines).toContain('The four weeks before the treatment and the four weeks after it say the same.');
    const open = verdict(view([...all(20, 1), ...all(20), { headache: 12, unrecorded: 4 }, ...all(0, 2)], two));
    expect(open.lines).toContain('Whether the two agree hangs on what was not recorded:');
    expect(open.lines).toContain('25 May to 21 Jun 2026: 4 days not recorded');
  });

  it('asks after a third cycle without response to weigh what it names, and allows it after two', () => {
    const none = verdict(view([...all(20, 1), ...all(20), ...all(20)], two));
    expect([none.tone, none.title]).toEqual(['bad', 'No response by cycle 2']);
    expect(none.lines).toContain('EHF 2018 allows up to 3 cycles before it asks to stop.');
    const third = { today: daysAfter(first, 251), treatments: [0, 1, 2].map(twelve) };
    const still = verdict(view([...all(20, 1), ...all(20, 9)], third));
    expect(still.lines).toContain('EHF 2018 counts this as no response after 3 cycles.');
    expect(still.lines).toContain('To be weighed first: intensity of headache, disability, the patient’s preference.');
  });

  it('looks again four to five months after it stopped because it worked', () => {
    const { positiveStop } = view([...all(20, 1), ...all(9)], { today: daysAfter(first, 83) });
    expect(positiveStop === null ? null : positiveStopText(positiveStop, 'ehf-2018')?.lines.at(-1)).toBe(
      'The rule asks to stop, and to look again 4 to 5 months later.',
    );
  });
});

describe('the verdict of every rule', () => {
  const after = { today: daysAfter(first, 251), treatments: [0, 1, 2].map(twelve), rule: 'nice-ta260' as const };

  it('stays what the letter of the rule says, but open where a later cycle went the other way', () => {
    const lost = verdict(view([...all(20, 1), ...all(5, 6), ...all(25)], after));
    expect([lost.tone, lost.title]).toEqual(['open', 'Response by cycle 2']);
    expect(lost.lines).toContain('Later it was not so: in cycle 3 headache days are not 30 % fewer than at baseline.');
    const better = view([...all(20, 1), ...all(20, 6), ...all(5)], after);
    expect([verdict(better).tone, verdict(better).title]).toEqual(['open', 'No response by cycle 2']);
    expect(better.positiveStop?.kind).toBe('reached');
    expect(verdict(better).lines).toContain(
      'Later it went better: in cycle 3 headache days are at least 30 % fewer than at baseline.',
    );
  });

  it.each([
    ['too early', all(20, 4), { ...after, today: daysAfter(first, 83), treatments: [first] }],
    ['a response', [...all(20, 1), ...all(5, 9)], after],
    ['none', all(20, 10), after],
    [
      'not known',
      [...all(20, 1), ...all(5, 3), ...all(28, 1).map(() => ({ headache: 10, unrecorded: 18 })), ...all(14, 5)],
      after,
    ],
  ])('says which days of a cycle were chosen as a month: %s', (_, windows, asked) => {
    expect(verdict(view(windows, asked)).lines.filter((line) => /“a month” was chosen here/.test(line))).toHaveLength(
      1,
    );
  });

  it('is not said of stopping where the last treatment is too long ago', () => {
    const { positiveStop } = view([...all(20, 1), ...all(5, 5)], {
      ...after,
      today: daysAfter(first, 111),
      treatments: [first],
    });
    const said = positiveStop === null ? null : positiveStopText(positiveStop, 'nice-ta260');
    expect([said?.tone, said?.title]).toEqual(['open', 'Not under treatment through those months']);
    expect(said?.lines[1]).toBe('26 May to 21 Jun 2026: more than 84 days after the treatment before.');
  });

  it('is the one that is worked out from the same days, whoever asks', () => {
    const shown = view([...all(20, 1), ...all(5, 9)], after);
    const { treatments, today } = after;
    const worked = courseOf({
      diary: sampleDiary('p-1', '2026-02-02', [...all(20, 1), ...all(5, 9)]),
      treatments,
      today,
      rule: 'nice-ta260',
    });
    expect(shown).toMatchObject({ ...worked, treatments: [{ n: 1 }, { n: 2 }, { n: 3 }] });
  });
});
