import { type FactKey, factOf, sourcesOf, tellsExtras } from './patient-facts';
import type { RegionId } from './regions';
import type { SourceId } from './sources';

/** The screens of Preview after the seven areas, in their order. */
export const patientScreenIds = ['time', 'before', 'after', 'expect', 'effects', 'warn'] as const;
export type PatientScreenId = (typeof patientScreenIds)[number];

/** Statements under a heading of their own, or under the title of the screen. */
export type PatientSection = {
  readonly heading: SectionHeading | null;
  readonly statements: readonly FactKey[];
  /** Stands under the list and is no part of what the heading begins. */
  readonly after?: FactKey;
};

type SectionHeading =
  | 'preview.before.tell'
  | 'preview.effects.common'
  | 'preview.effects.less'
  | 'preview.effects.urgent'
  | 'preview.warn.ambulance'
  | 'preview.warn.call';

const plain = (...statements: readonly FactKey[]): PatientSection => ({ heading: null, statements });
const under = (heading: SectionHeading, ...statements: readonly FactKey[]): PatientSection => ({ heading, statements });

/** What each screen says of everybody, in the order in which it is read. What goes home says the same. */
export const patientScreens: Readonly<Record<PatientScreenId, readonly PatientSection[]>> = {
  time: [
    plain(
      'preview.time.count',
      'preview.time.more',
      'preview.why.studies',
      'preview.time.session',
      'preview.pause',
      'preview.time.again',
    ),
  ],
  before: [
    plain('preview.before.diary', 'preview.before.pain', 'preview.before.list', 'preview.before.change'),
    under(
      'preview.before.tell',
      'preview.before.allergy',
      'preview.before.skin',
      'preview.before.muscle',
      'preview.before.swallow',
      'preview.before.pregnant',
      'preview.before.antibiotic',
      'preview.before.relax',
      'preview.before.bleeding',
      'preview.before.other',
      'preview.before.surgery',
      'preview.before.droop',
    ),
  ],
  after: [
    plain(
      'preview.after.rub',
      'preview.after.upright',
      'preview.after.sport',
      'preview.after.heat',
      'preview.after.hair',
      'preview.after.hat',
      'preview.after.proof',
    ),
  ],
  expect: [
    plain(
      'preview.expect.onset',
      'preview.expect.full',
      'preview.expect.best',
      'preview.expect.fading',
      'preview.expect.fadeShare',
      'preview.expect.next',
      'preview.expect.cycles',
      'preview.expect.decide',
      'preview.expect.benefit',
      'preview.expect.notAll',
    ),
  ],
  effects: [
    under(
      'preview.effects.common',
      'preview.effects.neck',
      'preview.effects.stiff',
      'preview.effects.sore',
      'preview.effects.lid',
      'preview.effects.weak',
      'preview.effects.brow',
      'preview.effects.bruise',
    ),
    under('preview.effects.less', 'preview.effects.face', 'preview.effects.faint'),
    plain('preview.effects.studies', 'preview.effects.tell'),
    // After what one tells of in time: of these nobody waits to tell.
    under('preview.effects.urgent', 'preview.effects.swallow', 'preview.effects.spread', 'preview.effects.help'),
  ],
  warn: [
    plain('preview.warn.when'),
    {
      heading: 'preview.warn.ambulance',
      statements: [
        'preview.warn.breathe',
        'preview.warn.swallow',
        'preview.warn.speak',
        'preview.warn.weak',
        'preview.warn.allergy',
      ],
      after: 'preview.warn.emergency',
    },
    {
      heading: 'preview.warn.call',
      statements: [
        'preview.warn.double',
        'preview.warn.lid',
        'preview.warn.voice',
        'preview.warn.neck',
        'preview.warn.bladder',
        'preview.warn.worry',
      ],
      after: 'preview.warn.unreached',
    },
  ],
};

/** What a screen says in a region; one that is not known is told of all that is done anywhere. */
export const sectionsOf = (screen: PatientScreenId, region?: RegionId): readonly PatientSection[] =>
  tellsExtras(region)
    ? patientScreens[screen]
    : patientScreens[screen].map((section) => ({
        ...section,
        statements: section.statements.filter((key) => key !== 'preview.time.more'),
      }));

/** Every statement of a screen, in its order. */
export const statementsOf = (screen: PatientScreenId, region?: RegionId): readonly FactKey[] =>
  sectionsOf(screen, region).flatMap(({ statements, after }) =>
    after === undefined ? statements : [...statements, after],
  );

/** Where a screen comes from: its sources, each once. */
export const screenSources = (screen: PatientScreenId): readonly SourceId[] =>
  sourcesOf(statementsOf(screen).map(factOf));
