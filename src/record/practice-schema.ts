import './zod-setup';
import * as z from 'zod/mini';
import type { Result } from '../protocol/words';
import type { Damage } from './damage';
import { muscle, offsetSchema, side } from './entry-schema';
import { isPreviewHost, mostEarlyDays, type Practice } from './practice';
import { isPhone } from './practice-phone';
import { mapId, parseWith } from './schema';
import { id, named, text, whole } from './value-schemas';

// Every object is loose: a field that this version does not know is kept where it stands.
const planSchema = z.looseObject({
  map: mapId,
  skips: z.array(z.looseObject({ site: id, reason: text })),
  moves: z.array(z.looseObject({ site: id, reason: text, offset: offsetSchema })),
  extras: z.array(z.looseObject({ muscle, side, offset: offsetSchema })),
});

const templates = z
  .array(z.looseObject({ name: named, plan: planSchema }))
  .check(z.refine((all) => new Set(all.map(({ name }) => name)).size === all.length));

/** An amount of money in the smallest unit of its currency. */
const money = whole;

const pricesSchema = z.looseObject({
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  basis: z.enum(['vial', 'unit']),
  vials: z
    .array(z.looseObject({ product: named, strength: whole, price: money }))
    .check(z.refine((all) => new Set(all.map((one) => `${one.product} ${String(one.strength)}`)).size === all.length)),
  unitHundredths: z.exactOptional(whole),
  fee: z.exactOptional(money),
  copay: z.exactOptional(
    z.discriminatedUnion('kind', [
      z.looseObject({ kind: z.literal('amount'), amount: money }),
      z.looseObject({ kind: z.literal('percent'), hundredths: z.int().check(z.gte(0), z.lte(10_000)) }),
    ]),
  ),
});

const practiceSchema = z.looseObject({
  region: z.exactOptional(z.enum(['us', 'eu-uk'])),
  earlyDays: z.exactOptional(z.int().check(z.gte(0), z.lte(mostEarlyDays))),
  previewHost: z.exactOptional(z.string().check(z.refine(isPreviewHost))),
  phone: z.exactOptional(z.string().check(z.refine(isPhone))),
  ownOrder: z.exactOptional(z.array(z.looseObject({ muscle, side }))),
  prices: z.exactOptional(pricesSchema),
  templates,
});

type Agree<Read extends Practice> = Read;
/** Fails to compile when schema and type drift apart. */
export type ReadPractice = Agree<z.output<typeof practiceSchema>>;

/** Reads what a practice keeps; gives the first damage found, with its path. */
export const parsePractice = (value: unknown): Result<Practice, Damage> => parseWith(practiceSchema, value);

/**
 * Reads what earlier versions kept among a browser's settings. What is no template or no group there spoils nothing else;
 * of two templates of one name the later counts, as it did then.
 */
export function practiceFromSettings(kept: unknown): Practice {
  const { ownOrder, templates: all } = (kept ?? {}) as { readonly ownOrder?: unknown; readonly templates?: unknown };
  const found = new Map<string, Practice['templates'][number]>();
  for (const one of Array.isArray(all) ? (all as readonly unknown[]) : []) {
    const read = parsePractice({ templates: [one] });
    const [template] = read.ok ? read.value.templates : [];
    if (template !== undefined) found.set(template.name, template);
  }
  const groups = (Array.isArray(ownOrder) ? (ownOrder as readonly unknown[]) : []).flatMap((group) => {
    const read = parsePractice({ ownOrder: [group], templates: [] });
    return read.ok ? (read.value.ownOrder ?? []) : [];
  });
  return { ...(groups.length === 0 ? {} : { ownOrder: groups }), templates: [...found.values()] };
}
