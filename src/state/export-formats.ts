import '../messages/later';
import { createArchive } from '../exchange/archive';
import { calendarFile, type SessionDays } from '../exchange/calendar-file';
import { byteOrderMark } from '../exchange/csv';
import { toSessionFile } from '../exchange/session-file';
import { sessionsCsvHead, sessionsCsvLine, type SessionRow } from '../exchange/sessions-csv';
import { verifiedFile } from '../exchange/verified-file';
import { type Day, daysBetween } from '../record/calendar';
import type { Bytes, CheckingPort } from '../record/crypto-port';
import type { SessionListing } from '../record/listing';
import { patientsOf } from '../record/patients';
import { calendarDays, type CalendarName } from './calendar-text';
import type { Leaving } from './export-source';
import { sessionRowWords } from './session-row-words';

export type ExportFormatId = 'csv' | 'json' | 'calendar';

/** What a format may ask beside the sessions themselves. */
export type ExportContext = {
  readonly app: string;
  readonly crypto: CheckingPort;
  readonly today: Day;
  /** How many days before it is due the practice books the next session. */
  readonly earlyDays: number;
  /** What a calendar says of the patient. */
  readonly name: CalendarName;
};

/** A piece of the file: text in UTF-8, or bytes. */
export type Piece = string | Bytes;

/** What became of a session. `whole` is false where it went out as what lies there, or marked as damaged. */
export type Added = { readonly pieces: readonly Piece[]; readonly whole: boolean };

/** One file that is written while sessions come, one after another. */
export type Exporter = {
  readonly begin: () => readonly Piece[];
  /**
   * `full` where the file can hold no more: nothing of the export is handed out then. The next may be added while the one before
   * is still being made: they stand in the order of the calls.
   */
  readonly add: (one: Leaving) => Promise<Added | 'full'>;
  readonly end: () => readonly Piece[];
};

export type ExportFormat = {
  readonly id: ExportFormatId;
  /** What a file of it ends in, and its media type. */
  readonly extension: string;
  readonly type: string;
  /** Which of the sessions it is about; all of them where it does not say. */
  readonly about?: (listed: readonly SessionListing[]) => readonly SessionListing[];
  readonly open: (context: ExportContext) => Exporter;
};

/** A file of one session within an archive: its name without a folder, and what is in it; null where it cannot be made. */
export type FileOf = (
  one: Exclude<Leaving, { readonly kind: 'damaged' }>,
  context: ExportContext,
) => Promise<{ readonly name: string; readonly bytes: Bytes } | null>;

/** What can be exported, in the order in which it is offered. A further format is a further line here and its words. */
export const exportFormats: readonly ExportFormat[] = [
  { id: 'csv', extension: '.csv', type: 'text/csv', open: csv },
  { id: 'json', extension: '.zip', type: 'application/zip', open: (context) => archiveOf(sessionFile, context) },
  { id: 'calendar', extension: '.ics', type: 'text/calendar', about: latestOfEach, open: calendar },
];

export function formatOf(id: ExportFormatId): ExportFormat {
  const format = exportFormats.find((one) => one.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format;
}

/** One file a session in a ZIP. What is damaged goes out as it lies there, in a folder of its own. */
export function archiveOf(fileOf: FileOf, context: ExportContext): Exporter {
  const archive = createArchive();
  let damaged = 0;
  /** Done when the one before has been handed to the archive. */
  let turn: Promise<unknown> = Promise.resolve();
  const handed = async (one: Leaving, before: Promise<unknown>) => {
    const file = one.kind === 'damaged' ? null : await fileOf(one, context);
    await before;
    if (file === null) damaged += 1;
    const adding =
      file === null
        ? archive.add(`damaged/${String(damaged)}-${plainId(one.id)}.json`, utf8(rawOf(one)))
        : archive.add(`sessions/${file.name}`, file.bytes);
    return { adding, whole: file !== null };
  };
  return {
    begin: () => [],
    async add(one) {
      const handing = handed(one, turn);
      turn = handing.catch(() => undefined);
      const { adding, whole } = await handing;
      const added = await adding;
      return added.ok ? { pieces: added.value, whole } : 'full';
    },
    end: archive.end,
  };
}

const sessionFile: FileOf = async (one, { app, crypto }) => {
  if (one.kind === 'draft') return { name: nameOf(one.session), bytes: utf8(toSessionFile(one.session, app)) };
  const made = await verifiedFile(one.versions, app, crypto);
  return made.ok ? { name: nameOf(lastOf(one.versions).session), bytes: made.value } : null;
};

/** Whole ids: two sessions of a day may begin with the same letters. */
const nameOf = ({ startedAt, id }: { readonly startedAt: string; readonly id: string }): string =>
  `${startedAt.slice(0, 10)}-${id}.aliquot.json`;

function rawOf(one: Leaving): string {
  if (one.kind === 'damaged') return one.raw ?? 'null\n';
  const text = one.kind === 'draft' ? { session: one.session } : { versions: one.versions };
  return `${JSON.stringify(text, null, 2)}\n`;
}

/** Damaged records are named by whatever they are kept under. */
const plainId = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 64);

function csv(): Exporter {
  const words = sessionRowWords();
  return {
    begin: () => [byteOrderMark, sessionsCsvHead(words)],
    add: (one) => Promise.resolve({ pieces: [sessionsCsvLine(rowOf(one), words)], whole: one.kind !== 'damaged' }),
    end: () => [],
  };
}

function rowOf(one: Leaving): SessionRow {
  switch (one.kind) {
    case 'signed':
      return { kind: 'signed', version: lastOf(one.versions) };
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
        const told = calendarDays(lastOf(one.versions), earlyDays, name);
        sessions.push({ ...told, days: told.days.filter(({ day }) => daysBetween(today, day) >= 0) });
      }
      return Promise.resolve({ pieces: [], whole: one.kind !== 'damaged' });
    },
    end() {
      const file = calendarFile(sessions);
      return file === null ? [] : [file];
    },
  };
}

/** The signed session of each patient after which no other came: what follows from earlier ones is over. */
function latestOfEach(listed: readonly SessionListing[]): readonly SessionListing[] {
  return patientsOf(listed).flatMap(({ sessions }) => {
    const injected = sessions.find(({ firstNeedleAt }) => firstNeedleAt !== undefined);
    return injected?.signed === true ? [injected] : [];
  });
}

function lastOf<T>(list: readonly [T, ...T[]]): T {
  return list.at(-1) ?? list[0];
}

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
