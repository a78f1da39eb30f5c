import type { Finding } from './finding';
import type { ChartedSession, ChartedVial } from './needles';
import { claimVial, lotKey, type VialUse } from './stock';

/** Who opened which vial, found without going through all of them at every dose. */
export type VialClaims = {
  readonly byId: ReadonlyMap<string, readonly VialUse[]>;
  /** By lot and moment of reconstitution, where both are recorded. */
  readonly byMaking: ReadonlyMap<string, readonly VialUse[]>;
};

export function vialClaims(uses: readonly VialUse[]): VialClaims {
  const [byId, byMaking] = [new Map<string, VialUse[]>(), new Map<string, VialUse[]>()];
  for (const use of uses) {
    put(byId, use.vial, use);
    const making = makingOf(use);
    if (making !== null) put(byMaking, making, use);
  }
  return { byId, byMaking };
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
    const shared = claims.byMaking
      .get(makingOf(vial) ?? '')
      ?.find((use) => use.patient !== patient.id && use.session !== id);
    if (shared === undefined) return [];
    return [{ level: 'warn', kind: 'vial-shared', vial: vial.id, session: shared.session, at: shared.at }];
  });

/** Null where lot or moment is missing. */
function makingOf({ lot = '', reconstitutedAt }: Pick<ChartedVial, 'lot' | 'reconstitutedAt'>): string | null {
  const key = lotKey(lot);
  return key === '' || reconstitutedAt === undefined ? null : `${String(Date.parse(reconstitutedAt))} ${key}`;
}

function put(map: Map<string, VialUse[]>, key: string, use: VialUse): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, [use]);
  else before.push(use);
}
