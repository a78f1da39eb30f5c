import '../messages/later';
import { calendarFile, type SessionDays } from '../exchange/calendar-file';
import { byteOrderMark } from '../exchange/csv';
import { sessionsCsvHead, sessionsCsvLine, type SessionRow } from '../exchange/sessions-csv';
import { type Day, daysBetween } from '../record/calendar';
import type { Message } from '../messages/translate';
import type { Bytes } from '../record/crypto-port';
import type { SessionListing } from '../record/listing';
import { patientsOf } from '../record/patients';
import { calendarDays, type CalendarName } from './calendar-text';
import { archiveOf } from './export-archive';
import { fhirFile, noteFile, sessionFile } from './export-files';
import { latestOf, type Leaving } from './export-source';
import type { NoteDesk } from './note-desk';
import { sessionRowWords } from './session-row-words';

export type ExportFormatId = 'csv' | 'json' | 'notes' | 'fhir' | 'calendar';

/** What a format may ask beside the sessions themselves. */
export type ExportContext = {
  readonly app: string;
  readonly today: Day;
  /** How many days before it is due the practice books the next session. */
  readonly earlyDays: number;
  /** What a calendar says of the patient. */
  readonly name: CalendarName;
  readonly notePdf: NoteDesk['notePdf'];
};

/** A piece of the file: text in UTF-8, or bytes. */
export type Piece = string | Bytes;

/**
 * What became of a session. `damaged`: it went out as what lies there, or marked as such. `lacking`: what was asked for cannot be
 * made of it, ever. `stopped`: of none of them, and nothing of the export is handed out.
 */
type Added =
  | { readonly pieces: readonly Piece[]; readonly what: 'whole' | 'damaged' | 'lacking' }
  | { readonly stopped: Message }
  /** The file can hold no more: nothing of the export is handed out. */
  | 'full';

/** One file that is written while sessions come, one after another. */
export type Exporter = {
  readonly begin: () => readonly Piece[];
  /** The next may be added while the one before is still being made: they stand in the order of the calls. */
  readonly add: (one: Leaving) => Promise<Added>;
  /** Null where there is nothing to tell, and so no file. */
  readonly end: () => readonly Piece[] | null;
};

export type ExportFormat = {
  readonly id: ExportFormatId;
  /** What a file of it ends in, and its media type. */
  readonly extension: string;
  readonly type: string;
  /** Which of the sessions it is about; all of them where it does not say. */
  readonly about?: (listed: readonly SessionListing[]) => readonly SessionListing[];
  /** Whether it wants the signed file of each session that is signed. */
  readonly signedFiles?: true;
  /** Whether one takes so long that none is begun before the one before is written: a cancel waits for no more than one. */
  readonly oneByOne?: true;
  readonly open: (context: ExportContext) => Exporter;
};

/** What can be exported, in the order in which it is offered. A further format is a further line here and its words. */
export const exportFormats: readonly ExportFormat[] = [
  { id: 'csv', extension: '.csv', type: 'text/csv', open: csv },
  {
    id: 'json',
    extension: '.zip',
    type: 'application/zip',
    signedFiles: true,
    open: (context) => archiveOf('sessions', sessionFile, context),
  },
  {
    id: 'notes',
    extension: '.zip',
    type: 'application/zip',
    about: signedOnes,
    oneByOne: true,
    open: (context) => archiveOf('notes', noteFile, context),
  },
  {
    id: 'fhir',
    extension: '.zip',
    type: 'application/zip',
    about: signedOnes,
    oneByOne: true,
    open: (context) => archiveOf('bundles', fhirFile, context),
  },
  { id: 'calendar', extension: '.ics', type: 'text/calendar', about: latestOfEach, open: calendar },
];

/**
 * The sessions that go out in a format, of all that are listed and of those that were asked for; null for all of them. What a
 * format is about is looked for among all: what was found by a search may lack a patient's latest session.
 */
export function goingOut(
  { about }: Pick<ExportFormat, 'about'>,
  listed: readonly SessionListing[],
  asked: ReadonlySet<string> | null,
): readonly SessionListing[] {
  const sessions = about?.(listed) ?? listed;
  return asked === null ? sessions : sessions.filter(({ id }) => asked.has(id));
}

/** Throws on an id that `exportFormats` does not have: a defect. */
export function formatOf(id: ExportFormatId): ExportFormat {
  const format = exportFormats.find((one) => one.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format;
}

function csv(): Exporter {
  const words = sessionRowWords();
  return {
    begin: () => [byteOrderMark, sessionsCsvHead(words)],
    add: (one) => Promise.resolve({ pieces: [sessionsCsvLine(rowOf(one), words)], what: whatOf(one) }),
    end: () => [],
  };
}

function rowOf(one: Leaving): SessionRow {
  switch (one.kind) {
    case 'signed':
      return { kind: 'signed', version: latestOf(one.versions) };
    case 'draft':
      return one;
    case 'damaged':
      return { kind: 'damaged', id: one.id };
  }
}

/** Only what lies ahead, of what is over: a draft may yet become another day's. */
function calendar({ today, earlyDays, name }: ExportContext): Exporter {
  const sessions: SessionDays[] = [];
  return {
    begin: () => [],
    add(one) {
      if (one.kind === 'signed') {
        const told = calendarDays(latestOf(one.versions), earlyDays, name, one.versions);
        sessions.push({ ...told, days: told.days.filter(({ day }) => daysBetween(today, day) >= 0) });
      }
      return Promise.resolve({ pieces: [], what: whatOf(one) });
    },
    end() {
      const file = calendarFile(sessions);
      return file === null ? null : [file];
    },
  };
}

const whatOf = ({ kind }: Leaving) => (kind === 'damaged' ? kind : 'whole');

/** And what is damaged: whether it was signed, its listing does not say. */
function signedOnes(listed: readonly SessionListing[]): readonly SessionListing[] {
  return listed.filter((one) => one.kind === 'damaged' || one.signed);
}

/** The signed session of each patient after which no other came: what follows from earlier ones is over. */
function latestOfEach(listed: readonly SessionListing[]): readonly SessionListing[] {
  return patientsOf(listed).flatMap(({ sessions }) => {
    const injected = sessions.find(({ firstNeedleAt }) => firstNeedleAt !== undefined);
    // What was amended until nothing was injected any more takes back the days that it had set down.
    const takenBack = sessions.filter(
      ({ signed, firstNeedleAt, versions = 1 }) => signed && firstNeedleAt === undefined && versions > 1,
    );
    return injected?.signed === true ? [injected, ...takenBack] : takenBack;
  });
}
