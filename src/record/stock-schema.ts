import './zod-setup';
import * as z from 'zod/mini';
import type { Result } from '../protocol/words';
import type { Damage } from './damage';
import { parseWith } from './schema';
import { type Delivery, isLot } from './stock';
import { id, instant, monthOrDay, named, text } from './value-schemas';

/** An entry of the stock as the vault holds it. A field that this version does not know is kept where it stands. */
const deliverySchema = z
  .looseObject({
    id,
    product: named,
    strength: z.int().check(z.positive()),
    lot: z.string().check(z.refine(isLot)),
    expiry: monthOrDay,
    received: z.int().check(z.refine((count) => count !== 0)),
    reason: z.exactOptional(named),
    at: instant,
    by: text,
  })
  .check(z.refine(({ received, reason }) => received > 0 || reason !== undefined, { path: ['reason'] }));

type Agree<Read extends Delivery> = Read;
/** Fails to compile when schema and type drift apart. */
export type ReadDelivery = Agree<z.output<typeof deliverySchema>>;

/** Reads an entry of the stock; gives the first damage found, with its path. */
export const parseDelivery = (value: unknown): Result<Delivery, Damage> => parseWith(deliverySchema, value);
