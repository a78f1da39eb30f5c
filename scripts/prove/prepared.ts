import { readFileSync } from 'node:fs';
import type { PlacedHead } from '../../src/anatomy/placed-head';
import { placementsOf } from '../../src/state/placements';
import { waste } from '../../src/ledger/event-commands';
import type { Entry } from '../../src/ledger/entry';
import { openingPlan } from '../../src/state/opening-plan';
import { openSession, type Session } from '../../src/record/session';
import { protocol, startingVial } from '../../src/protocol/paradigm';
import { mapOf } from '../../src/protocol/maps';
import { readyVisit } from '../../tests/support/sample-visits';
import { unwrap } from '../../tests/support/signing';

/** As the app has them; read as a file, since not every runner that comes here takes JSON for a module. */
const sites = readFileSync(new URL('../../assets/head/sites.json', import.meta.url), 'utf8');
const placements = placementsOf(JSON.parse(sites) as PlacedHead);

/**
 * A session of a made-up patient in which all but the last `open` sites are given: everything is answered, the vial
 * described and its rest discarded, so that it can be signed once they are. `now` in milliseconds since 1970.
 */
export function preparedSession(id: string, open: number, now: number): Session {
  const at = (minutesAgo: number): string => new Date(now - 60_000 * minutesAgo).toISOString();
  const map = mapOf('preempt-2017');
  const vial = { id: startingVial.id, product: startingVial.product, strength: startingVial.strength };
  const vials = [
    { ...vial, diluentMl: startingVial.diluentMl, lot: `C-${id}`, expiry: '2099-12', reconstitutedAt: at(20) },
  ];
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `${id}-${String(made)}`;
  };
  const by = 'A. Example';
  const plan = openingPlan(map.id, placements, { step: newId(), at: at(15), by, newId });
  const given = plan.slice(0, plan.length - open).map((entry): Entry => {
    if (entry.kind !== 'plan') throw new Error('an opening plan only plans');
    return {
      id: newId(),
      step: newId(),
      at: at(10),
      by,
      kind: 'give',
      site: entry.site,
      units: entry.units,
      vial: vial.id,
    };
  });
  const rest = vial.strength - 5 * plan.length;
  const stamp = { step: newId(), at: at(9), by, newId };
  const doc = unwrap(
    waste({ entries: [...plan, ...given], undone: [] }, vials, { amount: rest, vial: vial.id }, stamp),
  );
  return {
    ...openSession({
      id,
      patient: { id: `patient-of-${id}`, label: 'P. Proof' },
      injector: by,
      startedAt: at(15),
      protocol: { id: protocol.id, version: protocol.version },
      map: { id: map.id, version: map.version },
      head: placements.head,
      vials,
      entries: doc.entries,
    }),
    visit: readyVisit(),
  };
}
