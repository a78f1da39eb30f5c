import '../../messages/later';
import { type Message, t } from '../../messages/translate';
import { standardVariant } from '../../anatomy/variant';
import { startingVial } from '../../protocol/paradigm';
import { err } from '../../protocol/words';
import type { Patient } from '../../record/patient';
import { openMemoryRecords } from '../../storage/memory-records';
import { type Chart, createChart } from '../chart';
import type { Command } from '../commands/command';
import type { CommandId } from '../commands/keys';
import { createPractice } from '../practice';
import { createReplanning } from '../replanning';
import { createSettings } from '../settings';
import type { SigningDesk } from '../signing';
import { createStockDesk } from '../stock-desk';
import type { TrainingPorts, TrainingServices } from './training-kit';
import { openTrainingSigning } from './training-signing';

const absent: Message = { key: 'training.absent' };
const refuse = () => Promise.resolve(err(absent));
const rejects = (): Promise<never> => Promise.reject(new Error(t('training.absent')));
/** They speak through what runs beside a chart, and nothing does here. */
const notHere: readonly CommandId[] = ['speech', 'say-again'];

/**
 * Everything Chart needs over records in memory, so that none of it can reach those of the app: what is given of the app are
 * copies, questions about the head, a clock and ids. The patient is seated: one session is open, and no other can be. It says
 * by its patient and its note what it is, on whatever is made of it.
 */
export async function openTrainingServices(ports: TrainingPorts, patient: Patient): Promise<TrainingServices> {
  const { now, newId } = ports;
  const records = await openMemoryRecords({ now });
  const { sessions: store, documents } = records;

  const kept = { ...ports.settings.getState(), injector: t('training.trainee'), head: standardVariant };
  const copied = JSON.stringify({ ...kept, lastSession: null, toMove: null });
  const settings = createSettings({ read: () => copied, write: () => undefined });
  const practice = createPractice();
  // Without its region: no lines of a claim are made of a patient who does not exist.
  const { ownOrder, templates } = ports.practice.getState();
  practice.setState({ ownOrder, templates });

  let opened: Promise<SigningDesk> | null = null;
  const signing = (): Promise<SigningDesk> => {
    opened ??= openTrainingSigning(records, ports);
    return opened;
  };

  const anatomy = ports.anatomy.onMap(() => made.mapId());
  const made: Chart = createChart({
    ...ports,
    store,
    settings,
    practice,
    anatomy,
    signature: async (session, how) => (await signing()).opened(session, how),
    onOpened: () => undefined,
  });
  await made.newSession(patient);
  made.change((session) => ({ ...session, note: t('training.note') }));
  const chart: Chart = {
    ...made,
    newSession: () => {
      made.refuse({ key: 'training.oneSession' });
      return Promise.resolve();
    },
  };
  const refuseAloud = () => {
    made.refuse(absent);
  };

  const practiceDesk: TrainingServices['practiceDesk'] = () =>
    Promise.resolve({
      refresh: () => Promise.resolve(null),
      reread: () => Promise.resolve(null),
      change: () => Promise.resolve({ kind: 'Unavailable', why: t('training.absent') }),
    });
  const replans = createReplanning({ chart, store, shown: practice, practice: practiceDesk, anatomy });
  const replanning = () => Promise.resolve(replans);

  const stock = createStockDesk({
    documents,
    store,
    log: async () => (await signing()).log,
    now,
    newId,
    by: () => settings.getState().injector,
    readOnly: () => false,
    saveFile: refuseAloud,
  });
  // A tray with vials on it: the lot is taken with one press, as from the shelf.
  const { product, strength } = startingVial;
  const expiry = `${String(Number(now().slice(0, 4)) + 1)}-12`;
  await stock.deliver({ product, strength: String(strength), lot: t('training.lot'), expiry, count: '2' });

  let commands: Promise<readonly Command[]> | null = null;
  return {
    chart,
    commands: () => {
      commands ??= import('../commands/all').then(({ allCommands }) =>
        allCommands({
          chart,
          settings,
          replanning,
          beside: rejects,
          openSecond: refuseAloud,
          printNote: refuseAloud,
          go: ports.go,
        }).filter(({ id }) => !notHere.includes(id)),
      );
      return commands;
    },
    replanning,
    settings,
    practice,
    practiceDesk,
    store,
    anatomy,
    signing,
    stock: () => Promise.resolve(stock),
    records: {
      exportSession: () => Promise.resolve({ ok: false, message: absent }),
      exportNow: refuseAloud,
      exportBundle: () => Promise.resolve({ ok: false, message: absent }),
      importFile: () => Promise.resolve({ ok: false, message: absent }),
    },
    note: () =>
      Promise.resolve({
        document: refuse,
        notePdf: refuse,
        save: refuse,
        prepare: () => undefined,
        paper: () => Promise.resolve('a4'),
      }),
    bulk: rejects,
    beside: rejects,
    outcomes: rejects,
    openSecond: refuseAloud,
    onMapUsable: () => {
      ports.onMapUsable();
      void chart.prepareZones();
    },
  };
}
