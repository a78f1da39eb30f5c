/** Numbers from 0 up to 1 that are the same on every run (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What disks, mail and hands do to a text file: a bit flipped, an end lost, a piece lost, doubled or moved, a digit changed. */
export function mutate(text: string, random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  const from = below(text.length);
  const piece = text.slice(from, from + 1 + below(200));
  const without = text.slice(0, from) + text.slice(from + piece.length);
  switch (below(7)) {
    case 0:
      return text.slice(0, from);
    case 1:
      return without;
    case 2:
      return text.slice(0, from) + piece + text.slice(from);
    case 3: {
      const to = below(without.length);
      return without.slice(0, to) + piece + without.slice(to);
    }
    case 4: {
      const digit = text.slice(from).search(/[0-9]/) + from;
      return text.slice(0, digit) + String(below(10)) + text.slice(digit + 1);
    }
    case 5: {
      // A whole line: the JSON often stays JSON, and the record lacks a field or has it twice.
      const lines = text.split('\n');
      const line = below(lines.length);
      return lines.toSpliced(line, 1, ...(below(2) === 0 ? [] : [lines[below(lines.length)] ?? ''])).join('\n');
    }
    default: {
      const bytes = new TextEncoder().encode(text);
      const at = below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
      return new TextDecoder().decode(bytes);
    }
  }
}
