type Expected = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end' | 'nothing';

const blank = /[ \t\r\n]*/y;
const atom = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9.])|true|false|null/y;
// In pieces, so that a long text is walked and not recursed into. JSON allows no control character in a string.
const piece = /[^"\\\p{Cc}]+|[\x7f-\x9f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/uy;

/**
 * Where a text stops being JSON: the offset of the first character that cannot stand there, or the length of the text
 * where it ends too early. Engines tell this in words of their own, or not at all.
 */
export function whereJsonBreaks(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let here = 0;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = here;
    const found = pattern.exec(text)?.[0] ?? '';
    here += found.length;
    return found !== '';
  };
  const takeString = (): boolean => {
    here += 1;
    while (take(piece));
    if (text[here] !== '"') return false;
    here += 1;
    return true;
  };
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');

  for (;;) {
    take(blank);
    const mark = text[here];
    const wantsValue = expected === 'value' || expected === 'value or end';
    const mayEnd = expected === 'comma or end' || expected === 'value or end' || expected === 'name or end';
    if (mark === undefined || expected === 'nothing') return here;
    if (mayEnd && mark === (open.at(-1) === '{' ? '}' : ']')) {
      open.pop();
      here += 1;
      expected = afterValue();
    } else if (expected === 'comma or end' && mark === ',') {
      here += 1;
      expected = open.at(-1) === '{' ? 'name' : 'value';
    } else if (expected === 'colon' && mark === ':') {
      here += 1;
      expected = 'value';
    } else if ((expected === 'name' || expected === 'name or end') && mark === '"') {
      if (!takeString()) return here;
      expected = 'colon';
    } else if (wantsValue && (mark === '{' || mark === '[')) {
      open.push(mark);
      here += 1;
      expected = mark === '{' ? 'name or end' : 'value or end';
    } else if (wantsValue && mark === '"') {
      if (!takeString()) return here;
      expected = afterValue();
    } else if (wantsValue && take(atom)) {
      expected = afterValue();
    } else {
      return here;
    }
  }
}
