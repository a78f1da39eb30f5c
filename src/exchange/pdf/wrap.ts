/** A stretch of text in one cut, as wide as `width` says; the space before it on its line is part of it. */
export type Run<Style> = { readonly text: string; readonly style: Style };
export type Line<Style> = readonly Run<Style>[];

/**
 * Breaks runs of text into lines no wider than `width`: at spaces, and within a word only where it is wider than a line
 * by itself. Nothing is left out but the spaces at which a line ends. `widthOf` is asked for words and pieces of them.
 */
export function wrapped<Style>(
  runs: readonly Run<Style>[],
  width: number,
  widthOf: (text: string, style: Style) => number,
): readonly Line<Style>[] {
  const lines: Run<Style>[][] = [];
  let line: Run<Style>[] = [];
  let used = 0;
  const end = (): void => {
    lines.push(line);
    line = [];
    used = 0;
  };
  // A word is measured with the space after it, as it will mostly be drawn: what was shaped once is not shaped again.
  const widthOfWord = (word: string, style: Style): number => widthOf(`${word} `, style) - widthOf(' ', style);
  const put = (text: string, style: Style, wide: number): void => {
    const last = line.at(-1);
    if (last !== undefined && last.style === style) line[line.length - 1] = { text: last.text + text, style };
    else line.push({ text, style });
    used += wide;
  };
  for (const { text, style } of runs) {
    for (const word of text.match(/ +|[^ ]+/g) ?? []) {
      if (word.startsWith(' ')) {
        if (line.length > 0) put(word, style, word.length * widthOf(' ', style));
        continue;
      }
      const wide = widthOfWord(word, style);
      if (wide <= width) {
        if (used + wide > width) end();
        put(word, style, wide);
      } else {
        // Longer than any line: letter by letter, where combining marks stay with what they stand on.
        for (const letter of letters(word)) {
          const one = widthOf(letter, style);
          if (line.length > 0 && used + one > width) end();
          put(letter, style, one);
        }
      }
    }
  }
  if (line.length > 0) end();
  return lines.map(trimmed).filter((each) => each.length > 0);
}

const letters = (word: string): readonly string[] => word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];

/** Without the spaces at which it was broken. */
function trimmed<Style>(line: Line<Style>): Line<Style> {
  const last = line.at(-1);
  if (last === undefined) return line;
  const text = last.text.trimEnd();
  return text === '' ? trimmed(line.slice(0, -1)) : [...line.slice(0, -1), { ...last, text }];
}
