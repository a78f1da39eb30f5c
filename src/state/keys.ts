/** A key press, as far as a shortcut cares. A DOM KeyboardEvent fits. */
export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

/**
 * Does a press match a shortcut such as `Space`, `s`, `1`, `Mod+z`, `Shift+Mod+z`? `Mod` is Ctrl or Command.
 * Letters match by the letter typed, so layouts other than QWERTY keep their own positions.
 */
export function matchesKey(shortcut: string, press: KeyPress): boolean {
  const parts = shortcut.split('+');
  const wanted = parts[parts.length - 1] ?? '';
  const mod = parts.includes('Mod');
  const shift = parts.includes('Shift');
  if (press.altKey || mod !== (press.ctrlKey || press.metaKey)) return false;
  const pressed = press.key === ' ' ? 'Space' : press.key;
  // A symbol such as ? carries its shift in itself.
  const symbol = wanted.length === 1 && wanted.toLowerCase() === wanted.toUpperCase();
  if (!symbol && shift !== press.shiftKey) return false;
  return pressed.toLowerCase() === wanted.toLowerCase();
}

const arrows: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** `Shift+Mod+z` as it is shown on this kind of keyboard: "Ctrl Shift Z". */
export function showKey(shortcut: string, apple: boolean): string {
  return shortcut
    .split('+')
    .map((part) =>
      part === 'Mod' ? (apple ? '⌘' : 'Ctrl') : part.length === 1 ? part.toUpperCase() : (arrows[part] ?? part),
    )
    .join(' ');
}
