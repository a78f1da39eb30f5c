/** A property of a calendar: its name, its parameters as they stand, and its value with the escapes taken off. */
type CalendarLine = { readonly name: string; readonly parameters: string; readonly value: string };
export type CalendarEvent = ReadonlyMap<string, CalendarLine>;

/**
 * Reads an iCalendar file by the grammar of RFC 5545, sharing no code with what writes it, and throws where it leaves that: lines
 * that end otherwise than in CRLF or are longer than 75 octets, control characters, parts that do not close.
 */
export function readCalendar(text: string | null): readonly CalendarEvent[] {
  if (text === null) throw new Error('no file');
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (new TextEncoder().encode(line).length > 75) throw new Error(`longer than 75 octets: ${line}`);
    if (/(?!\t)\p{Cc}/u.test(line)) throw new Error(`a control character: ${JSON.stringify(line)}`);
    if (/\p{Surrogate}/u.test(line)) throw new Error('cut within a character');
  }
  const lines = physical
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(property);
  const open: string[] = [];
  const events: CalendarEvent[] = [];
  let event = new Map<string, CalendarLine>();
  for (const line of lines) {
    if (line.name === 'BEGIN') {
      open.push(line.value);
      event = new Map();
    } else if (line.name === 'END') {
      if (open.pop() !== line.value) throw new Error(`${line.value} ends and was not open`);
      if (line.value === 'VEVENT') events.push(event);
    } else {
      if (event.has(line.name)) throw new Error(`${line.name} twice`);
      event.set(line.name, line);
    }
  }
  if (events.length === 0) throw new Error('a calendar without a component');
  if (open.length > 0) throw new Error(`${open.join(', ')} has no end`);
  return events;
}

function property(line: string): CalendarLine {
  const [, name, parameters, raw] = /^([A-Za-z0-9-]+)((?:;[^:;"]+=(?:"[^"]*"|[^:;",]*))*):(.*)$/su.exec(line) ?? [];
  if (name === undefined || parameters === undefined || raw === undefined) throw new Error(`no property: ${line}`);
  const value = raw.replaceAll(/\\([nN;,\\])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
  return { name, parameters, value };
}
