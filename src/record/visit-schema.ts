import './zod-setup';
import * as z from 'zod/mini';
import { safetyChecks } from '../protocol/safety-checks';
import { muscles } from '../protocol/paradigm';
import { tailorings } from '../protocol/tailoring';
import { isDay, lastDayOf } from './calendar';
import { headSchema } from './entry-schema';
import { instant, vector } from './value-schemas';
import { mostPainDabs } from './pain-limits';
import type { Visit } from './visit';

/** An id of a session, a vial or a site: as in `schema.ts`, which reads this schema and cannot lend it one. */
const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));
const text = z.string();
const named = z.string().check(z.minLength(1));
const amount = z.number().check(z.positive());
const check = z.enum(safetyChecks.map((one) => one.id));
const muscle = z.enum(muscles.map((one) => one.id));
const identifier = z.enum(['name', 'birth-date', 'record-number', 'address', 'phone', 'photo']);
export const day = z.string().check(z.refine(isDay));
/** YYYY-MM-DD or YYYY-MM. */
const dayOrMonth = z.string().check(z.refine((value) => lastDayOf(value) !== null));

const made = { at: instant, by: text };
const note = z.exactOptional(named);

// Every object is loose: a field that this version does not know is kept where it stands. The order of the fields is
// their order in a session file.
const vialRule = z.looseObject({
  rule: z.literal(['vial-over-24h', 'vial-age-unknown', 'vial-from-the-future', 'given-from-expired-vial']),
  vial: id,
  reason: named,
  ...made,
});

export const indicationSchema = z.looseObject({
  id: z.enum(['chronic-migraine', 'other']),
  text: z.exactOptional(named),
});

/** A visit as a store or a file holds it. */
export const visitSchema = z.looseObject({
  indication: z.exactOptional(indicationSchema),
  consent: z.exactOptional(z.looseObject({ given: z.boolean(), ...made, givenAt: z.exactOptional(instant), note })),
  identified: z.exactOptional(
    z.looseObject({
      ...made,
      identifiers: z.tuple([identifier, identifier]).check(z.refine(([first, second]) => first !== second)),
    }),
  ),
  checks: z
    .array(
      z.looseObject({
        check,
        answer: z.enum(['no', 'yes', 'left-open']),
        note,
        ...made,
        reviewedFrom: z.exactOptional(id),
      }),
    )
    .check(z.refine((answers) => new Set(answers.map((one) => one.check)).size === answers.length)),
  overrides: z.array(
    z.discriminatedUnion('rule', [
      vialRule,
      z.looseObject({ rule: z.literal('cumulative-dose'), units: amount, reason: named, ...made }),
      z.looseObject({ rule: z.literal('given-despite-check'), check, reason: named, ...made }),
    ]),
  ),
  deviations: z.array(
    z.looseObject({
      tailoring: z.enum(tailorings.map((one) => one.id)),
      sites: z.array(id).check(z.minLength(1)),
      reason: named,
      ...made,
    }),
  ),
  otherToxins: z.array(
    z.looseObject({ product: named, units: z.exactOptional(amount), when: z.exactOptional(dayOrMonth), note }),
  ),
  elsewhere: z.array(z.looseObject({ units: amount, day, note })),
  pain: z.exactOptional(
    z.looseObject({
      head: headSchema,
      drawn: z.enum(['chair', 'preview']),
      dabs: z
        .array(z.looseObject({ positionMm: vector, radiusMm: amount }))
        .check(z.minLength(1), z.maxLength(mostPainDabs)),
      ...made,
    }),
  ),
  tenderness: z.exactOptional(
    z
      .array(
        z.looseObject({ muscle, side: z.enum(['left', 'right', 'midline']), grade: z.literal([0, 1, 2, 3]), ...made }),
      )
      .check(z.refine((grades) => new Set(grades.map((one) => `${one.muscle} ${one.side}`)).size === grades.length)),
  ),
});

type Agree<Read extends Visit> = Read;
/** Fails to compile when schema and type drift apart. */
export type ReadVisit = Agree<z.output<typeof visitSchema>>;
