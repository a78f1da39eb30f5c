import '../messages/later';
import { t } from '../messages/translate';
import { createRoot } from 'react-dom/client';
import { DemoBand } from '../screens/demo/demo-band';
import { settingsForDemo } from '../state/demo/demo-settings';
import { fillDemo, fillTrouble } from '../state/demo/fill-demo';
import { dropDatabase } from '../storage/drop-database';
import { isoNow, settingsKey } from './browser';
import { named } from './demo';
import type { createKit } from './kit';
import { placements } from './placements';

type DemoKit = ReturnType<typeof createKit>;

/**
 * Opens the demo: its records are filled where they are empty, and then the app begins over them. A band above every screen says
 * what it is, and leads out of it.
 */
export async function openDemo(kit: DemoKit, begin: () => void): Promise<void> {
  document.documentElement.dataset['demo'] = 'true';
  const above = document.createElement('div');
  document.body.prepend(above);
  const band = createRoot(above);
  const show = (problem: string | null, earlier = false) => {
    band.render(<DemoBand problem={problem} earlier={earlier} onLeave={() => leaveDemo(kit)} />);
  };
  show(null);
  try {
    takeSettings(kit);
    // Of two windows that open at once, one fills it.
    const filled = await alone(async () => fillDemo({ records: await kit.store.records(), placements, now: isoNow() }));
    // Its days are counted back from the day it is opened: what nobody has changed is laid anew on another.
    const anew = filled.ok ? filled.value === 'untouched' && !(await openElsewhere()) : filled.error.kind === 'CutOff';
    if (anew) {
      if (await dropDemo(kit)) {
        location.reload();
        return;
      }
      show(t('demo.left'));
    } else if (filled.ok) show(null, filled.value !== 'today');
    else if (filled.error.kind !== 'CutOff') show(fillTrouble(filled.error));
    holdOpen();
  } catch (error) {
    show(String(error));
  }
  begin();
}

function takeSettings({ settings }: DemoKit): void {
  try {
    if (localStorage.getItem(settingsKey) === null)
      settings.setState(settingsForDemo(localStorage.getItem('aliquot.settings')));
  } catch {
    // A browser that forbids it has the demo look as it does by default.
  }
}

const alone = async <T,>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(named('aliquot-fill'), work) : work();

const openName = named('aliquot-open');

/** Whether another window shows the demo: it is not taken from under it. */
async function openElsewhere(): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === openName);
}

/** As long as this window is there, others see that it has the demo open. */
function holdOpen(): void {
  if ('locks' in navigator) void navigator.locks.request(openName, { mode: 'shared' }, () => new Promise(() => {}));
}

/** Deletes the records of the demo; false where another window still holds them. */
async function dropDemo({ store, lock }: DemoKit): Promise<boolean> {
  const records = await store.records();
  // Nothing of it is shown or written any more; the other windows of the demo are told, and leave it as well.
  lock.setState({ state: 'gone' });
  records.vault.wiped();
  return dropDatabase(records.connection.name);
}

/** Deletes the demo with whatever was changed in it, and goes back to the records of this device. */
async function leaveDemo(kit: DemoKit): Promise<boolean> {
  if (!(await dropDemo(kit))) return false;
  localStorage.removeItem(settingsKey);
  location.replace(`${location.pathname}#/records`);
  return true;
}
