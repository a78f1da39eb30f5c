import { useEffect } from 'react';
import { commandFor } from '../state/commands';
import type { Kit } from './app';

/** Where a key belongs to the element that has the focus. */
function keyIsTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const element = event.target instanceof Element ? event.target : null;
  if (element === null || element === document.body) return false;
  if (element.closest('input:not([type="radio"]), textarea, select, dialog, [contenteditable]') !== null) return true;
  const presses = event.key === ' ' || event.key === 'Enter';
  const arrows = event.key.startsWith('Arrow') || event.key.startsWith('Page');
  if (presses) return element.closest('button, a, summary, input') !== null;
  return arrows && element.closest('[role="radiogroup"], [data-usable]') !== null;
}

/** Runs the command of a key press, wherever the focus is, unless the focused element wants the key itself. */
export function useShortcuts(kit: Pick<Kit, 'chart' | 'commands' | 'settings'>, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (keyIsTaken(event)) return;
      const bare = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
      if (bare && !kit.settings.getState().letterKeys) return;
      const command = commandFor(kit.commands, kit.chart.store.getState(), event);
      if (command === null) return;
      event.preventDefault();
      command.run();
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, [kit, active]);
}
