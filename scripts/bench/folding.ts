import { fold } from '../../src/ledger/fold';
import { Desk } from '../../tests/support/ledger-desk';
import { type Figure, figure, median } from './figures';

const runs = 200;

/** What it costs to tell the totals of a long session from its entries, in Node as in the app's page. */
export function measureFolding(): Promise<readonly Figure[]> {
  const { doc, vials } = longSession();
  const spent = Array.from({ length: runs }, () => {
    const from = performance.now();
    fold(doc.entries, vials);
    return performance.now() - from;
  });
  const name = `fold of a session of ${String(doc.entries.length)} entries, median`;
  return Promise.resolve([figure(name, median(spent), 'ms', { atMost: 1 })]);
}

/** Everything given, with extras, and voids on the way. */
function longSession(): Desk {
  const desk = new Desk();
  for (const side of ['left', 'right', 'left', 'right'] as const) {
    desk.extra('temporalis', side);
    desk.extra('occipitalis', side);
    desk.extra('trapezius', side);
  }
  for (let site = desk.next(); site !== null; site = desk.next()) {
    if (desk.give(site) !== 'done') throw new Error(`${site} was refused`);
    if (site.endsWith('1')) {
      desk.void(site);
      desk.give(site);
    }
  }
  return desk;
}
