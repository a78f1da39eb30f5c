import '../record/zod-setup';
import * as z from 'zod/mini';
import { type Day, isDay } from '../record/calendar';
import type { Damage } from '../record/damage';
import { headSchema } from '../record/entry-schema';
import type { Patient } from '../record/patient';
import type { Result } from '../record/ports';
import { parseWith, patientSchema } from '../record/schema';
import { type EffectCheck, effectOccasions, effectSides, sideEffectIds } from '../record/side-effects';
import { id, instant, monthOrDay, named, sessionId, text, vector, whole } from '../record/value-schemas';
import type { Pain } from '../record/visit';
import { type History, preventiveOutcomes } from './history';
import { type RuleId, ruleIds } from './rule-ids';
import type { Score } from './scores';

/**
 * What is kept of a patient between sessions, beside the diary: one document of the vault, its id is the patient's. It is
 * no part of any signed record. A patient may have one without ever having had a session.
 */
export type PatientFile = {
  readonly version: 1;
  /** As it was known when the file was begun, or last corrected; the latest session's word goes before it. */
  readonly patient: Patient;
  readonly history: History;
  /** By which rules this patient is judged; absent while nobody has chosen. */
  readonly rule?: RuleId;
  /** In the order in which they were entered. */
  readonly scores: readonly Score[];
  readonly effects: readonly EffectCheck[];
  readonly marks: readonly PainMarks[];
  /** What was decided of the next session, in the order in which it was: nothing is taken out of it. */
  readonly plans: readonly PlanEntry[];
};

/** Where it hurts, as the patient drew it outside a session: in Preview, or for a day of the diary. */
export type PainMarks = {
  readonly id: string;
  readonly day: Day;
  readonly head: Pain['head'];
  readonly dabs: Pain['dabs'];
  readonly at: string;
};

/** What was decided of the time to the next session, or of its dose. It counts until that session (`planNow`). */
export type CyclePlan = {
  readonly id: string;
  /** The day it was decided. */
  readonly day: Day;
  readonly weeks: number;
  /** Planned units of the next session, where that was decided. */
  readonly units?: number;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
};

/** That no other session is to come. It counts as a plan does: until a session is given or planned after all. */
export type PlanEnd = {
  readonly id: string;
  readonly day: Day;
  readonly ended: true;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
};

/** Takes a plan or an end back. It is an entry of its own, so that the number of entries only rises: a calendar goes by it. */
export type PlanTakenBack = {
  readonly id: string;
  readonly day: Day;
  /** The id of what no longer counts. */
  readonly takesBack: string;
  readonly at: string;
  readonly by: string;
};

export type PlanEntry = CyclePlan | PlanEnd | PlanTakenBack;

/** A file in which nothing was recorded: no preventives means that none were asked about. */
export const emptyFile = (patient: Patient): PatientFile => ({
  version: 1,
  patient,
  history: { preventives: [] },
  scores: [],
  effects: [],
  marks: [],
  plans: [],
});

const day = z.string().check(z.refine(isDay));
const yesNo = z.enum(['yes', 'no']);
const made = { at: instant, by: text };

const historySchema = z.looseObject({
  chronicSince: z.exactOptional(monthOrDay),
  fiveAttacks: z.exactOptional(yesNo),
  betterExplained: z.exactOptional(yesNo),
  overuseManaged: z.exactOptional(yesNo),
  preventives: z.array(
    z.looseObject({
      id,
      name: named,
      drugClass: z.exactOptional(named),
      from: z.exactOptional(monthOrDay),
      to: z.exactOptional(monthOrDay),
      outcome: z.enum(preventiveOutcomes),
      note: z.exactOptional(named),
    }),
  ),
});

const scoreSchema = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('midas'),
    id,
    day,
    answers: z.tuple([whole, whole, whole, whole, whole]),
    headacheDays: z.exactOptional(whole),
    pain: z.exactOptional(z.int().check(z.gte(0), z.lte(10))),
    ...made,
  }),
  z.looseObject({ kind: z.literal('hit6'), id, day, total: z.int(), ...made }),
]);

const told = {
  effect: z.enum(sideEffectIds),
  sites: z.array(id),
  side: z.exactOptional(z.enum(effectSides)),
  began: z.exactOptional(day),
  gone: z.exactOptional(day),
  severity: z.exactOptional(z.literal([1, 2, 3])),
  note: z.exactOptional(named),
};

const effectSchema = z.looseObject({
  id,
  session: sessionId,
  occasion: z.enum(effectOccasions),
  day,
  effects: z.array(
    z.looseObject({
      id,
      ...told,
      corrected: z.exactOptional(z.array(z.looseObject({ was: z.looseObject(told), ...made }))),
    }),
  ),
  ...made,
});

/** Loose: a field that this version does not know is kept where it stands. */
const patientFileSchema = z.looseObject({
  version: z.literal(1),
  patient: patientSchema,
  history: historySchema,
  rule: z.exactOptional(z.enum(ruleIds)),
  scores: z.array(scoreSchema),
  effects: z.array(effectSchema),
  marks: z.array(
    z.looseObject({
      id,
      day,
      head: headSchema,
      dabs: z.array(z.looseObject({ positionMm: vector, radiusMm: z.number().check(z.positive()) })),
      at: instant,
    }),
  ),
  plans: z.array(
    z.union([
      z.looseObject({
        id,
        day,
        weeks: z.int().check(z.positive()),
        units: z.exactOptional(whole),
        reason: named,
        ...made,
      }),
      z.looseObject({ id, day, ended: z.literal(true), reason: named, ...made }),
      z.looseObject({ id, day, takesBack: id, ...made }),
    ]),
  ),
});

type Agree<Read extends PatientFile> = Read;
/** Fails to compile when schema and type drift apart. */
export type ReadPatientFile = Agree<z.output<typeof patientFileSchema>>;

/** Reads a patient's file from whatever a store held; the first damage found, with its path. */
export const parsePatientFile = (value: unknown): Result<PatientFile, Damage> => parseWith(patientFileSchema, value);
