import type { Finding } from './finding';
import { type ListedSession, vialUsesOf } from './listing';
import type { ChartedSession, ChartedVial } from './needles';
import { claimVial, lotKey } from './stock';

/** Which sessions opened a vial, found without going through all of them at every dose. */
export type VialClaims = {
  readonly byId: ReadonlyMap<string, readonly ListedSession[]>;
  /** By lot, where the moment of reconstitution is recorded too. */
  readonly byLot: ReadonlyMap<string, readonly ListedSession[]>;
};

/** The claims of all sessions, looked up by vial and by lot from then on. */
export function vialClaims(sessions: readonly ListedSession[]): VialClaims {
  const [byId, byLot] = [new Map<string, ListedSession[]>(), new Map<string, ListedSession[]>()];
  // A lot is written alike by hundreds of sessions.
  const keys = new Map<string, string>();
  for (const session of sessions) {
    for (const { vial, opened, lot = '', reconstitutedAt } of session.vials) {
      if (!opened) continue;
      put(byId, vial, session);
      if (reconstitutedAt === undefined) continue;
      const key = keys.get(lot) ?? lotKey(lot);
      keys.set(lot, key);
      if (key !== '') put(byLot, key, session);
    }
  }
  return { byId, byLot };
}

/**
 * What other sessions say of a session's vials. A vial that stands in another session is a stop. One that another
 * patient's session describes alike, lot and moment of reconstitution, is told: two of one lot may be dissolved together.
 */
export const claimFindings = ({ id, patient, vials }: ChartedSession, claims: VialClaims): readonly Finding[] =>
  vials.flatMap((vial): readonly Finding[] => {
    const claimed = claimVial((claims.byId.get(vial.id) ?? []).flatMap(vialUsesOf), vial.id, id);
    if (!claimed.ok) {
      const { session, at } = claimed.error;
      return [{ level: 'stop', kind: 'vial-elsewhere', vial: vial.id, session, at }];
    }
    const shared = claims.byLot
      .get(lotKey(vial.lot ?? ''))
      ?.find(
        (one) => one.patient.id !== patient.id && one.id !== id && one.vials.some((other) => isAlike(other, vial)),
      );
    const [use] = shared === undefined ? [] : vialUsesOf(shared);
    if (use === undefined) return [];
    return [{ level: 'warn', kind: 'vial-shared', vial: vial.id, session: use.session, at: use.at }];
  });

type Described = Pick<ChartedVial, 'lot' | 'reconstitutedAt'>;

/** Of one lot and dissolved at the same moment, on whatever clock it is written. */
const isAlike = (a: Described, b: Described): boolean =>
  a.reconstitutedAt !== undefined &&
  b.reconstitutedAt !== undefined &&
  Date.parse(a.reconstitutedAt) === Date.parse(b.reconstitutedAt) &&
  lotKey(a.lot ?? '') === lotKey(b.lot ?? '');

function put(map: Map<string, ListedSession[]>, key: string, session: ListedSession): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, [session]);
  else before.push(session);
}
