import '../messages/later';
import { createRoot } from 'react-dom/client';
import { DemoBand } from '../screens/demo/demo-band';
import { fillDemo } from '../state/demo/fill-demo';
import { dropDatabase } from '../storage/drop-database';
import { isoNow, settingsKey } from './browser';
import { named } from './demo';
import type { createKit } from './kit';
import { placements } from './placements';

type DemoKit = ReturnType<typeof createKit>;

/** What of this device's settings holds in the demo as well: how the app looks, and that its notice was read. */
const alike = [
  'theme',
  'tone',
  'hairline',
  'detail',
  'drawing',
  'letterKeys',
  'patientLanguage',
  'understood',
] as const;

/**
 * Opens the demo: its records are filled where they are empty, and then the app begins over them. A band above every screen says
 * what it is, and leads out of it.
 */
export async function openDemo(kit: DemoKit, begin: () => void): Promise<void> {
  document.documentElement.dataset['demo'] = 'true';
  const above = document.createElement('div');
  document.body.prepend(above);
  const band = createRoot(above);
  const show = (problem: string | null) => {
    band.render(<DemoBand problem={problem} onLeave={() => leaveDemo(kit)} />);
  };
  show(null);
  try {
    takeSettings(kit);
    // Of two windows that open at once, one fills it.
    const filled = await alone(async () => fillDemo({ records: await kit.store.records(), placements, now: isoNow() }));
    if (!filled.ok) show(filled.error.kind);
  } catch (error) {
    show(String(error));
  }
  begin();
}

function takeSettings({ settings }: DemoKit): void {
  if (localStorage.getItem(settingsKey) !== null) return;
  const own: unknown = JSON.parse(localStorage.getItem('aliquot.settings') ?? '{}');
  if (typeof own !== 'object' || own === null) return;
  const taken = Object.fromEntries(Object.entries(own).filter(([key]) => alike.some((one) => one === key)));
  settings.setState(taken);
}

const alone = async <T,>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(named('aliquot-fill'), work) : work();

/** Deletes the demo with whatever was changed in it, and goes back to the records of this device. */
async function leaveDemo({ store, lock }: DemoKit): Promise<boolean> {
  const records = await store.records();
  // Nothing of it is shown or written any more; the other windows of the demo are told, and leave it as well.
  lock.setState({ state: 'gone' });
  records.vault.wiped();
  if (!(await dropDatabase(records.connection.name))) return false;
  localStorage.removeItem(settingsKey);
  location.replace(`${location.pathname}#/records`);
  return true;
}
