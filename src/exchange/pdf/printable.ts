import type { Named, NoteCard, NoteDocument, Said } from './note-document';

/** Stands for every letter that the fonts lack: what cannot be shown is seen to be missing. */
const missingMark = '\u25A1';

export type Printable = {
  readonly document: NoteDocument;
  /** The parts of the note with a letter that is missing, by name, in reading order. */
  readonly lacking: readonly string[];
};

/**
 * The note in letters that the fonts have. A letter they lack gives way to one that means the same (a ligature to its
 * letters) or to a mark that is seen. `has` says whether a code point can be shown.
 */
export function printable(document: NoteDocument, has: (codePoint: number) => boolean): Printable {
  const { shown, lacking } = createShown(has);
  const named = ({ name, text }: Named): Named => ({ name: shown(name, name), text: shown(text, name) });
  const said = ({ lead, text }: Said): Said => ({ lead: shown(lead, lead), text: shown(text, bare(lead)) });
  const card = ({ title, lines }: NoteCard): NoteCard => ({ title: shown(title, title), lines: lines.map(named) });
  const { patient, session, subtitle, signature, history, due } = document;
  // In the order of the page, so that the parts are named in it.
  const head = {
    patient: named(patient),
    session: shown(session, document.title),
    subtitle: shown(subtitle, document.title),
  };
  const body = {
    runningTitle: shown(document.runningTitle, patient.name),
    table: {
      ...document.table,
      rows: document.table.rows.map((row) => ({ ...row, rule: shown(row.rule, document.table.name) })),
    },
    pictures: document.pictures,
    paragraphs: document.paragraphs.map(said),
    vials: document.vials.map(card),
    balances: document.balances.map(card),
    due,
    signature:
      signature === null
        ? null
        : {
            ...signature,
            name: named(signature.name),
            lines: signature.lines.map((line) => shown(line, signature.name.name)),
          },
    history:
      history === null
        ? null
        : {
            title: history.title,
            versions: history.versions.map((version) => ({
              title: version.title,
              said: version.said.map(said),
              changes: version.changes.map(said),
            })),
          },
  };
  return { document: { ...document, ...head, ...body }, lacking: [...lacking] };
}

/** Puts texts into letters that the fonts have, and puts down under which part one had to give way to a mark. */
export function createShown(has: (codePoint: number) => boolean): {
  readonly shown: (text: string, part: string) => string;
  readonly lacking: ReadonlySet<string>;
} {
  const lacking = new Set<string>();
  const shown = (text: string, part: string): string => {
    let out = '';
    for (const letter of text.normalize('NFC')) {
      const told = shownLetter(letter, has);
      if (told === null) lacking.add(part);
      out += told ?? missingMark;
    }
    return out;
  };
  return { shown, lacking };
}

/** A letter, or letters that mean the same; null where the fonts have neither. */
function shownLetter(letter: string, has: (codePoint: number) => boolean): string | null {
  if (/[\t\n\v\f\r\u2028\u2029]/.test(letter)) return ' ';
  if (canBeSeen(letter) && all(letter, has)) return letter;
  const same = letter.normalize('NFKC');
  return same !== letter && all(same, has) ? same : null;
}

/** Control characters and those that turn the direction of reading would change other letters, unseen. */
const canBeSeen = (letter: string): boolean => !/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(letter);
const all = (text: string, has: (codePoint: number) => boolean): boolean =>
  Array.from(text).every((one) => has(one.codePointAt(0) ?? 0));
/** "Extras." is the part "Extras". */
const bare = (lead: string): string => lead.replace(/[.:]$/, '');
