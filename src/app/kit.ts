import { type Chart, createChart } from '../state/chart';
import { routeFragment } from '../state/route';
import type { NoteDesk } from '../state/note-desk';
import { createHeads } from '../state/heads';
import { createLock } from '../state/lock';
import type { Replanning } from '../state/replanning';
import { createPractice } from '../state/practice';
import { createSettings } from '../state/settings';
import { createAnatomyClient } from './anatomy-client';
import type { Kit } from './app';
import { isoNow, newId, persistence, saveFile, settingsPort } from './browser';
import { named } from './demo';
import { createLazyBulk } from './lazy-bulk';
import { createLazyCommands } from './lazy-commands';
import { createLazyLearn } from './lazy-learn';
import { createLazyNote } from './lazy-note';
import { createLazyOutcomes } from './lazy-outcomes';
import { createLazyPractice } from './lazy-practice';
import { createLazyRecords } from './lazy-records';
import { createLazyServer } from './lazy-server';
import { createLazySigning } from './lazy-signing';
import { createLazyStock } from './lazy-stock';
import { createLazyStore, type LazyStore } from './lazy-store';
import { createLazyUpdates } from './lazy-updates';
import { createLazyVault } from './lazy-vault';
import { once } from './once';
import type { BeforeLock } from './open-outcomes';
import { shut } from './shut';
import { placements } from './placements';
import { standardCurves } from './standard-curves';
import { loadZonePlacement } from './zone-placements';

/** Everything the app is made of, put together once. */
export function createKit(): Kit & { readonly store: LazyStore } {
  const settings = createSettings(settingsPort);
  const lock = createLock(settings.getState().locks);
  const channel = new BroadcastChannel(named('aliquot'));
  const store = createLazyStore({
    now: isoNow,
    channel,
    onFirstRecord: () => void persistence.ask(),
    onLocked: () => {
      if (lock.getState().state !== 'gone') lock.setState({ state: 'locked' });
    },
    onEvent: ({ kind }) => {
      if (kind === 'locked' || kind === 'wiped') shut(lock, kind === 'wiped');
    },
  });
  const beforeLock: BeforeLock = new Set([() => chart.flush()]);
  const practice = createPractice();
  const practiceDesk = createLazyPractice({ store, practice, settings, lock, channel });
  const signing = createLazySigning(store);
  const heads = createHeads(standardCurves);
  const note = createLazyNote({ heads, practice, readPractice: practiceDesk });
  const notePdf: NoteDesk['notePdf'] = async (versions) => (await note()).notePdf(versions);
  const server = createLazyServer({
    store,
    signing,
    lock,
    channel,
    head: placements.head,
    version: __APP_VERSION__,
    pdf: notePdf,
  });
  const readOnly = () => lock.getState().state === 'read-only';
  const anatomy = createAnatomyClient(
    // Needed when the map is drawn, not before.
    async () => (await import('../scene/anatomy-model')).loadAnatomyModel(placements.head),
    // Asked once the chart is there.
    () => chart.mapId(),
  );
  const chart: Chart = createChart({
    store,
    settings,
    practice,
    placements,
    anatomy,
    heads,
    zones: loadZonePlacement,
    now: isoNow,
    newId,
    signature: (session, how) =>
      signing().then(
        (desk) => desk.opened(session, how),
        (error: unknown) => ({ kind: 'unreadable', error: { kind: 'Unavailable', why: String(error) } }),
      ),
    readOnly,
    onOpened: (session) => {
      // Only Chart shows the open session; the other screens keep their address.
      const fragment = routeFragment({ screen: 'chart', session });
      if (/^(#\/chart.*|#?\/?)$/.test(location.hash)) history.replaceState(null, '', fragment);
    },
  });
  let plans: Promise<Replanning> | null = null;
  const replanning = (): Promise<Replanning> => {
    plans ??= import('../state/replanning').then(({ createReplanning }) =>
      createReplanning({ chart, store, practice: practiceDesk, shown: practice, anatomy }),
    );
    return plans;
  };
  const records = createLazyRecords({
    store,
    signing,
    head: placements.head,
    version: __APP_VERSION__,
    notePdf,
    saveFile,
  });
  const openSecond = async (): Promise<void> => {
    const [{ openSecondScreen }, desk] = await Promise.all([import('./beside'), kit.beside()]);
    openSecondScreen(desk, chart);
  };
  const printNote = async (): Promise<void> => (await import('./print-note')).printNote(kit);
  const kit: ReturnType<typeof createKit> = {
    openSecond: () => void openSecond(),
    chart,
    replanning,
    commands: createLazyCommands({
      chart,
      settings,
      replanning,
      beside: () => kit.beside(),
      openSecond: () => void openSecond(),
      printNote: () => void printNote(),
      go: (fragment) => {
        location.hash = fragment;
      },
    }),
    settings,
    practice,
    practiceDesk,
    heads,
    store,
    anatomy,
    signing,
    lock,
    vault: createLazyVault({
      store,
      signing,
      settings,
      practice: practiceDesk,
      lock,
      channel,
      beforeLock,
    }),
    stock: createLazyStock(store, {
      log: async () => (await signing()).log,
      now: isoNow,
      newId,
      by: () => settings.getState().injector,
      readOnly,
      saveFile,
    }),
    note,
    records,
    bulk: createLazyBulk({ store, signing, practice, practiceDesk, records, notePdf, version: __APP_VERSION__ }),
    server,
    learn: createLazyLearn(() => ({ ...kit, store })),
    outcomes: createLazyOutcomes(() => ({ ...kit, store, beforeLock })),
    updates: createLazyUpdates({ chart, lock, settings, beforeLock }),
    version: __APP_VERSION__,
    headModel: placements.head.model,
    beside: once(async () =>
      (await import('./beside')).openBeside({ chart: chart.store, settings, practice, store, signing }),
    ),
    apple: /Mac|iPhone|iPad/.test(navigator.platform),
    persistence,
    onHandNear: anatomy.ahead,
    onMapUsable: (picture) => {
      // Also fetches the store, should nobody have needed it yet.
      void chart.open(null, true).then(practiceDesk).then(server.start);
      // Without 3D the machine may be a weak one, and two cores are busy with the head itself: the work is put off until a
      // hand comes near the skin.
      anatomy.prepare(picture === '3d' && navigator.hardwareConcurrency > 2 ? 'at-once' : 'asked');
      void kit.commands();
      void chart.prepareZones();
    },
  };
  return kit;
}
