import '../../messages/later';
import { t } from '../../messages/translate';
import type { PatientFile } from '../../outcomes/patient-file';
import type { Score } from '../../outcomes/scores';
import { type Day, dayOf } from '../../record/calendar';
import { checkDays } from '../../record/check-days';
import { daysAfter, daysBefore } from '../../record/days-after';
import type { EffectCheck, SideEffect } from '../../record/side-effects';
import type { Placements } from '../anatomy-service';
import type { DemoDays } from './demo-days';
import { demoPatient, demoSessionId } from './demo-session';

/** Made up as well: five answers of MIDAS, and a total of HIT-6, on the day of each session. */
const midas = [
  [9, 14, 11, 12, 8],
  [6, 9, 7, 9, 5],
  [4, 6, 5, 6, 4],
  [3, 5, 4, 5, 3],
] as const;
const hit6 = [66, 62, 59, 57] as const;

/** What was told after each session, in its order: two weeks and six weeks after it, as far as that day has come. */
const told: readonly (readonly [two: readonly SideEffect[], six: readonly SideEffect[]])[] = [
  [[{ id: 'demo-effect-1', effect: 'neck-pain', sites: ['paraspinal-L-1', 'paraspinal-R-1'], severity: 1 }], []],
  [[{ id: 'demo-effect-2', effect: 'heaviness', sites: ['trapezius-L-2', 'trapezius-R-2'], severity: 2 }], []],
  [[], []],
  [[], []],
];

/** The file of the demo patient: what was known before, scores, checks for side effects, and where it hurts. */
export function demoFile(
  { begin, sessions, last }: DemoDays,
  { offset, placements }: { readonly offset: string; readonly placements: Placements },
): PatientFile {
  const by = t('demo.injector');
  const made = (day: Day) => ({ day, at: `${day}T09:30:00${offset}`, by });
  const tried = (id: string, name: string, drugClass: string, years: readonly [string, string]) => ({
    id,
    name,
    drugClass,
    from: years[0],
    to: years[1],
  });
  const monthsAgo = (days: number): string => daysBefore(begin, days).slice(0, 7);
  const { anchors } = placements.of('preempt-2017');
  return {
    version: 1,
    patient: demoPatient(),
    history: {
      chronicSince: monthsAgo(700),
      fiveAttacks: 'yes',
      betterExplained: 'no',
      overuseManaged: 'yes',
      preventives: [
        {
          ...tried('demo-preventive-1', t('demo.preventive1'), t('demo.class1'), [monthsAgo(640), monthsAgo(540)]),
          outcome: 'failed',
        },
        {
          ...tried('demo-preventive-2', t('demo.preventive2'), t('demo.class2'), [monthsAgo(500), monthsAgo(400)]),
          outcome: 'not-tolerated',
        },
        {
          ...tried('demo-preventive-3', t('demo.preventive3'), t('demo.class3'), [monthsAgo(360), monthsAgo(200)]),
          outcome: 'failed',
        },
      ],
    },
    rule: 'nice-ta260',
    scores: sessions.flatMap((day, i): readonly Score[] => {
      const [answers, total] = [midas[i], hit6[i]];
      if (answers === undefined || total === undefined) return [];
      return [
        { kind: 'midas', id: `demo-midas-${String(i + 1)}`, ...made(day), answers: [...answers] },
        { kind: 'hit6', id: `demo-hit6-${String(i + 1)}`, ...made(day), total },
      ];
    }),
    effects: sessions.flatMap((session, i) =>
      checkDays(session).flatMap(({ point: { id: occasion }, day }, nth): readonly EffectCheck[] => {
        if (day > last) return [];
        const effects = (told[i]?.[nth] ?? []).map((effect) => ({
          ...effect,
          began: daysAfter(session, 4),
          gone: daysAfter(session, 12),
        }));
        const id = `demo-check-${String(i + 1)}-${occasion}`;
        return [{ id, session: demoSessionId(i + 1), occasion, ...made(day), effects }];
      }),
    ),
    marks: [
      {
        id: 'demo-marks',
        day: dayOf(begin),
        head: placements.head,
        dabs: (['temporalis-L-1', 'temporalis-L-3', 'occipitalis-L-1'] as const).flatMap((site) => {
          const anchor = anchors.get(site);
          return anchor === undefined ? [] : [{ positionMm: anchor.positionMm, radiusMm: 12 }];
        }),
        at: `${begin}T20:00:00${offset}`,
      },
    ],
    plans: [],
  };
}
