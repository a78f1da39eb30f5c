import { useEffect } from 'react';
import { type Command, commandFor } from '../state/commands/command';
import { isBound } from '../state/commands/keys';
import type { Kit } from './app';

/** Where a key belongs to the element that has the focus. */
function keyIsTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const element = event.target instanceof Element ? event.target : null;
  if (element === null || element === document.body) return false;
  if (element.closest('input:not([type="radio"]), textarea, select, dialog, [contenteditable]') !== null) return true;
  const presses = event.key === ' ' || event.key === 'Enter';
  if (presses && !event.ctrlKey && !event.metaKey) return element.closest('button, a, summary, input') !== null;
  // PageUp and PageDown come from pedals, wherever the focus is.
  return event.key.startsWith('Arrow') && element.closest('[role="radiogroup"], [data-usable]') !== null;
}

/** What the keys act on. */
export type Keyed = Pick<Kit, 'chart' | 'commands' | 'settings'>;

/** Runs the command of a key press, wherever the focus is, unless the focused element wants the key itself. The answer ends that. */
export function listenToKeys(to: Keyed): () => void {
  let known: readonly Command[] | null = null;
  const choose = (commands: readonly Command[], event: KeyboardEvent) =>
    commandFor(commands, to.chart.store.getState(), to.settings.getState(), event);
  const onKey = (event: KeyboardEvent) => {
    if (keyIsTaken(event) || !isBound(event)) return;
    const bare = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
    if (bare && !to.settings.getState().letterKeys) return;
    if (known === null) {
      // The first key fetches them, and is done as soon as they are there.
      if (to.chart.store.getState().doing.kind === 'idle') event.preventDefault();
      void to.commands().then((commands) => {
        known = commands;
        choose(commands, event)?.run();
      });
      return;
    }
    const command = choose(known, event);
    if (command === null) return;
    event.preventDefault();
    command.run();
  };
  addEventListener('keydown', onKey);
  return () => {
    removeEventListener('keydown', onKey);
  };
}

/** The same while a screen is shown. */
export function useShortcuts(to: Keyed, active: boolean): void {
  useEffect(() => (active ? listenToKeys(to) : undefined), [to, active]);
}
