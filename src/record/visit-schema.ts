import './zod-setup';
import * as z from 'zod/mini';

/** What a session records of the visit around the procedure. Kept as it is found. */
export const visitSchema = z.looseObject({});
