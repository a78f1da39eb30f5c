import { describe, expect, it } from 'vitest';
import { chartCommands, commandFor } from '../../../src/state/commands';
import { openClinic } from '../../support/clinic';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

async function charting() {
  const clinic = openClinic();
  const commands = chartCommands(clinic.chart, "Injector's decision", 'Entered by mistake');
  await clinic.chart.newSession();
  return { clinic, commands, ask: (key: ReturnType<typeof press>) => commandFor(commands, clinic.state(), key) };
}

describe('the commands of Chart', () => {
  it('can each be reached from the keyboard, and no two by the same key', async () => {
    const { commands } = await charting();
    expect(commands.length).toBeGreaterThan(15);
    for (const command of commands) expect(command.keys, command.id).not.toHaveLength(0);
    const keys = commands.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('give the selected site with Space, and take it back with Ctrl+Z', async () => {
    const { clinic, ask } = await charting();
    ask(press(' '))?.run();
    expect(clinic.state().fold.totals.given).toBe(5);
    ask(press('z', { ctrlKey: true }))?.run();
    expect(clinic.state().fold.totals.given).toBe(0);
    ask(press('Z', { ctrlKey: true, shiftKey: true }))?.run();
    expect(clinic.state().fold.totals.given).toBe(5);
  });

  it('skip with the reason that is preset', async () => {
    const { clinic, ask } = await charting();
    ask(press('s'))?.run();
    expect(clinic.entries().at(-1)).toMatchObject({ kind: 'skip', reason: "Injector's decision" });
  });

  it('hide the needle and show it again', async () => {
    const { clinic, ask } = await charting();
    ask(press('i'))?.run();
    expect(clinic.state().needle.shown).toBe(false);
    ask(press('i'))?.run();
    expect(clinic.state().needle.shown).toBe(true);
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
});
