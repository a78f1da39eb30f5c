import { inSendingOrder, type Outgoing } from '../../src/record/outbox';

export const where = 'https://fhir.example/r4';
export const start = Date.parse('2026-06-02T09:00:00Z');
export const iso = (ms: number) => new Date(ms).toISOString();

/** Two patients of three sessions each, the versions of a session by its place: 1, 2, 1. */
export const everything: readonly Outgoing[] = inSendingOrder(
  ['ann', 'bob'].flatMap((patient, p) =>
    [1, 2, 1].flatMap((versions, s) =>
      Array.from({ length: versions }, (_, v) => ({
        session: `${patient}-${String(s)}`,
        version: v + 1,
        hash: `hash of ${patient}-${String(s)}.${String(v + 1)}`,
        patient,
        startedAt: iso(start - (30 - 10 * s) * 86_400_000 + p),
      })),
    ),
  ),
);
