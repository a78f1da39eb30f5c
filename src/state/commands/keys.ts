import { matchesKey, type KeyPress } from '../keys';

/**
 * The keys of every action, by its id: the one place where a key is chosen. An action without one does not compile. In
 * notation: `Mod` is Ctrl or Command; where two actions share a key, what applies first in the order of `all.ts` is done.
 * Space, arrows, PageUp and PageDown are what foot pedals and presenters send.
 */
export const commandKeys = {
  palette: ['Mod+k'],
  keys: ['?'],
  'new-session': ['n'],
  'as-last': ['a'],
  'plan-after': ['Shift+n'],
  details: ['p'],
  safety: ['k'],
  vials: ['u'],
  pain: ['w'],
  event: ['x'],
  finish: ['e'],
  'sign-and-lock': ['Mod+Enter'],
  reopen: ['Shift+e'],
  amend: ['Shift+a'],
  versions: ['Shift+v'],
  'print-note': ['Mod+p'],
  'pedal-give': ['PageDown'],
  'pedal-undo': ['PageUp'],
  give: ['Space', 'g'],
  complete: ['c'],
  'complete-side': ['Shift+c'],
  skip: ['s'],
  move: ['r'],
  void: ['v'],
  'add-ftp': ['f'],
  undo: ['Mod+z', 'Backspace'],
  redo: ['Shift+Mod+z', 'Mod+y'],
  'next-site': ['ArrowDown', 'ArrowRight', 'PageDown'],
  'previous-site': ['ArrowUp', 'ArrowLeft', 'PageUp'],
  'show-next': ['t'],
  order: ['o'],
  path: ['Shift+o'],
  pedal: ['Shift+p'],
  'view-front': ['1'],
  'view-left': ['2'],
  'view-right': ['3'],
  'view-back': ['4'],
  'view-shoulders': ['5'],
  layer: ['m'],
  needle: ['i'],
  'size-head': ['d'],
  hairline: ['h'],
  'compare-maps': ['b'],
  'list-shifts': ['l'],
  'danger-zones': ['z'],
  'second-screen': ['Shift+d'],
  speech: ['Shift+s'],
  'say-again': ['.'],
  follow: ['Shift+t'],
  'go-records': ['Shift+r'],
  'go-settings': [','],
  'go-learn': ['Shift+l'],
  'go-preview': ['Shift+w'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type CommandId = keyof typeof commandKeys;

/** Whether any action has this key. */
export const isBound = (press: KeyPress): boolean =>
  Object.values<readonly string[]>(commandKeys).some((keys) => keys.some((key) => matchesKey(key, press)));
