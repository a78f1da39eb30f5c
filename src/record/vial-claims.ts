import type { Finding } from './finding';
import type { ChartedSession, ChartedVial } from './needles';
import { claimVial, lotKey, type VialUse } from './stock';

/** Who opened which vial, found without going through all of them at every dose. */
export type VialClaims = {
  readonly byId: ReadonlyMap<string, readonly VialUse[]>;
  /** By lot, those of which the moment of reconstitution is recorded too. */
  readonly byLot: ReadonlyMap<string, readonly VialUse[]>;
};

export function vialClaims(uses: readonly VialUse[]): VialClaims {
  const [byId, byLot] = [new Map<string, VialUse[]>(), new Map<string, VialUse[]>()];
  for (const use of uses) {
    put(byId, use.vial, use);
    const lot = use.reconstitutedAt === undefined ? '' : lotKey(use.lot ?? '');
    if (lot !== '') put(byLot, lot, use);
  }
  return { byId, byLot };
}

/**
 * What other sessions say of a session's vials. A vial that stands in another session is a stop. One that another
 * patient's session describes alike, lot and moment of reconstitution, is told: two of one lot may be dissolved together.
 */
export const claimFindings = ({ id, patient, vials }: ChartedSession, claims: VialClaims): readonly Finding[] =>
  vials.flatMap((vial): readonly Finding[] => {
    const claimed = claimVial(claims.byId.get(vial.id) ?? [], vial.id, id);
    if (!claimed.ok) {
      const { session, at } = claimed.error;
      return [{ level: 'stop', kind: 'vial-elsewhere', vial: vial.id, session, at }];
    }
    const shared = claims.byLot
      .get(lotKey(vial.lot ?? ''))
      ?.find((use) => use.patient !== patient.id && use.session !== id && madeAtOnce(use, vial));
    if (shared === undefined) return [];
    return [{ level: 'warn', kind: 'vial-shared', vial: vial.id, session: shared.session, at: shared.at }];
  });

/** At the same moment, on whatever clock it is written. */
const madeAtOnce = (a: Pick<ChartedVial, 'reconstitutedAt'>, b: Pick<ChartedVial, 'reconstitutedAt'>): boolean =>
  a.reconstitutedAt !== undefined &&
  b.reconstitutedAt !== undefined &&
  Date.parse(a.reconstitutedAt) === Date.parse(b.reconstitutedAt);

function put(map: Map<string, VialUse[]>, key: string, use: VialUse): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, [use]);
  else before.push(use);
}
