import { describe, expect, it } from 'vitest';
import { fixedSites } from '../../../src/protocol/fixed-sites';
import type { Doing } from '../../../src/state/chart-state';
import { allCommands } from '../../../src/state/commands/all';
import { commandFor, keysOf } from '../../../src/state/commands/command';
import { findCommands } from '../../../src/state/commands/find-commands';
import { commandKeys } from '../../../src/state/commands/keys';
import { openClinic } from '../../support/clinic';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

function desk() {
  const clinic = openClinic();
  const gone: string[] = [];
  const commands = allCommands({
    chart: clinic.chart,
    settings: clinic.settings,
    replanning: () => Promise.resolve(clinic.replanning),
    beside: () => new Promise(() => undefined),
    openSecond: () => undefined,
    printNote: () => undefined,
    go: (fragment) => gone.push(fragment),
  });
  const ask = (key: ReturnType<typeof press>) => commandFor(commands, clinic.state(), clinic.settings.getState(), key);
  return { clinic, commands, gone, ask };
}

async function charting() {
  const made = desk();
  await made.clinic.chart.newSession();
  return made;
}

/** What a form or a reading is opened for; the compiler demands every kind once. */
const opened: Readonly<Record<Exclude<Doing['kind'], 'idle'>, 'by a command' | 'from the one before it'>> = {
  'adding-extra': 'by a command',
  'moving-site': 'by a command',
  'confirming-move': 'from the one before it',
  'drawing-pain': 'by a command',
  'editing-details': 'by a command',
  preparing: 'by a command',
  'describing-vials': 'by a command',
  'recording-event': 'by a command',
  finishing: 'by a command',
  signing: 'from the one before it',
  amending: 'by a command',
  'reading-versions': 'by a command',
  'sizing-head': 'by a command',
  'planning-after': 'by a command',
  'choosing-action': 'by a command',
  'reading-keys': 'by a command',
  'reading-shifts': 'by a command',
};

describe('the actions', () => {
  it('each have a key, and those that share one are never both meant', () => {
    const { commands } = desk();
    expect(commands.length).toBeGreaterThan(30);
    expect(commands.map(({ id }) => id).toSorted()).toEqual(Object.keys(commandKeys).toSorted());
    const shared = new Map<string, string[]>();
    for (const command of commands) {
      expect(keysOf(command), command.id).not.toHaveLength(0);
      for (const key of keysOf(command)) shared.set(key, [...(shared.get(key) ?? []), command.id]);
    }
    // A pedal set to give takes its keys from walking.
    expect(Object.fromEntries([...shared].filter(([, ids]) => ids.length > 1))).toEqual({
      PageDown: ['pedal-give', 'next-site'],
      PageUp: ['pedal-undo', 'previous-site'],
    });
  });

  it('open every form from the keyboard', async () => {
    const { clinic, commands } = await charting();
    const begun = new Set<string>();
    clinic.chart.store.subscribe(({ doing }) => begun.add(doing.kind));
    for (const command of commands) if (!['new-session', 'give', 'finish'].includes(command.id)) command.run();
    commands.find(({ id }) => id === 'finish')?.run();
    for (const [kind, how] of Object.entries(opened)) if (how === 'by a command') expect([...begun]).toContain(kind);
  });

  it('lead to every other screen', () => {
    const { commands, gone } = desk();
    for (const command of commands.filter(({ id }) => id.startsWith('go-'))) command.run();
    expect(gone).toEqual(['#/records', '#/learn', '#/preview', '#/settings']);
  });

  it('give the selected site with Space, and take it back with Ctrl+Z or Backspace', async () => {
    const { clinic, ask } = await charting();
    ask(press(' '))?.run();
    expect(clinic.state().fold.totals.given).toBe(5);
    ask(press('z', { ctrlKey: true }))?.run();
    expect(clinic.state().fold.totals.given).toBe(0);
    ask(press('Z', { ctrlKey: true, shiftKey: true }))?.run();
    expect(clinic.state().fold.totals.given).toBe(5);
    ask(press('Backspace'))?.run();
    expect(clinic.state().fold.totals.given).toBe(0);
  });

  it('give a muscle with C, and one side of it with Shift+C', async () => {
    const { clinic, ask } = await charting();
    clinic.chart.select('temporalis-R-2');
    ask(press('C', { shiftKey: true }))?.run();
    const side = clinic.entries().filter((entry) => entry.kind === 'give');
    expect(side.map((entry) => [entry.site, entry.together])).toEqual(
      ['1', '2', '3', '4'].map((n) => [`temporalis-R-${n}`, 'side']),
    );
    clinic.chart.select('temporalis-L-1');
    ask(press('c'))?.run();
    expect(clinic.entries().at(-1)).toMatchObject({ site: 'temporalis-L-4', together: 'muscle' });
    expect(clinic.state().fold.totals.given).toBe(40);
  });

  it('skip with the reason that is preset', async () => {
    const { clinic, ask } = await charting();
    ask(press('s'))?.run();
    expect(clinic.entries().at(-1)).toMatchObject({ kind: 'skip', reason: "Injector's decision" });
  });

  it('walk with the keys of a pedal, or give and undo with them where it is set so', async () => {
    const { clinic, ask } = await charting();
    ask(press('PageDown'))?.run();
    expect(clinic.state().selected).toBe('corrugator-R');
    ask(press('PageUp'))?.run();
    expect(clinic.state()).toMatchObject({ selected: 'corrugator-L', fold: { totals: { given: 0 } } });
    ask(press('P', { shiftKey: true }))?.run();
    for (let n = 0; n < 3; n += 1) ask(press('PageDown'))?.run();
    expect(clinic.state()).toMatchObject({ selected: 'frontalis-L-1', fold: { totals: { given: 15 } } });
    ask(press('PageUp'))?.run();
    expect(clinic.state().fold.totals.given).toBe(10);
  });

  it('give one site at each press of the pedal until none is planned, whatever was selected meanwhile', async () => {
    const { clinic, ask } = await charting();
    clinic.settings.setState({ pedal: 'give' });
    for (const at of fixedSites.keys()) {
      if (at === 4) clinic.chart.select('corrugator-L');
      ask(press('PageDown'))?.run();
      expect(clinic.state().fold.totals.sitesGiven).toBe(at + 1);
    }
    ask(press('PageDown'))?.run();
    expect(clinic.state().fold.totals.sitesGiven).toBe(fixedSites.length);
  });

  it('offer the next site in the order that was chosen, and walk in it', async () => {
    const { clinic, ask } = await charting();
    for (const expected of ['position', 'sides', 'pairs', 'own', 'paradigm']) {
      ask(press('o'))?.run();
      expect(clinic.settings.getState().order).toBe(expected);
    }
    clinic.settings.setState({ order: 'sides' });
    ask(press(' '))?.run();
    expect(clinic.state().next).toBe('frontalis-L-1');
    ask(press('ArrowDown'))?.run();
    expect(clinic.state().selected).toBe('frontalis-L-2');
  });

  it('stay silent while a form is open and where they do not apply', async () => {
    const { clinic, ask } = await charting();
    expect(ask(press('n'))).toBeNull();
    clinic.chart.begin({ kind: 'adding-extra' });
    expect(ask(press(' '))).toBeNull();
  });

  it('do not take keys that belong to the browser', async () => {
    const { ask } = await charting();
    for (const key of ['s', 'f', 't', 'n', '1']) expect(ask(press(key, { ctrlKey: true })), key).toBeNull();
    expect(ask(press('1', { altKey: true }))).toBeNull();
  });

  it('are found by the beginnings of the words in their names', () => {
    const { commands } = desk();
    const found = (typed: string) => findCommands(commands, typed, () => true).map(({ id }) => id);
    expect(found('')).toHaveLength(commands.length);
    expect(found('comp side')).toEqual(['complete-side']);
    expect(found('ÑEXT')).toContain('next-site');
    expect(found('no such thing')).toEqual([]);
  });
});
