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

const oddValues: readonly unknown[] = [null, true, -1, 0, 2.5, 5, 1e21, '', 'x', '2026-02-30', [], {}, [[]]];
const oddNames = ['units', 'site', 'entry', 'kind', 'x', '__proto__', 'constructor'];

/** What a faulty program does to a record: one value, somewhere in it, is lost, replaced, doubled, moved or renamed. */
export function mutateJson(value: unknown, random: () => number): unknown {
  const below = (limit: number) => Math.floor(random() * limit);
  const oneOf = <T>(all: readonly T[]): T | undefined => all[below(all.length)];
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'number' && below(2) === 0 ? value + (oneOf([1, -1, 5, -5, 0.001]) ?? 0) : oneOf(oddValues);
  }
  const fields: [string, unknown][] = Object.entries(value);
  const at = below(fields.length);
  const [name, inner] = fields[at] ?? ['x', 0];
  // Goes down now and then, so that every depth has its turn.
  const changed = below(4) > 0 && fields.length > 0 ? fields.with(at, [name, mutateJson(inner, random)]) : broken();
  return Array.isArray(value) ? changed.map(([, item]) => item) : Object.fromEntries(changed);

  function broken(): [string, unknown][] {
    switch (below(5)) {
      case 0:
        return fields.toSpliced(at, 1);
      case 1:
        return fields.toSpliced(at, 1, [name, oneOf(oddValues)]);
      case 2:
        return [...fields, [name, inner]];
      case 3:
        return fields.toSpliced(at, 1, [oneOf(oddNames) ?? 'x', inner]);
      default: {
        const to = below(fields.length);
        return fields.toSpliced(at, 1).toSpliced(to, 0, [name, inner]);
      }
    }
  }
}
