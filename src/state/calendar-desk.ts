import '../messages/later';
import { calendarFile } from '../exchange/calendar-file';
import type { Message } from '../messages/translate';
import type { SignedVersion } from '../record/signed-version';
import type { AuditLog } from './audit-log';
import { calendarDays, calendarFileName, type CalendarName } from './calendar-text';
import { storeErrorText } from './refusal-text';

export type CalendarDeps = {
  readonly saveFile: (name: string, text: string, type: string) => void;
  readonly log: () => Promise<Pick<AuditLog, 'append'>>;
  /** How many days before it is due the practice books the next session. */
  readonly earlyDays: () => Promise<number>;
};

/** Hands out the days that follow from one version as a calendar file, and says what became of it. It is put down as an export. */
export type CalendarDesk = {
  /** `versions` are those of the record: days that an earlier one set down and this one does not have are taken back. */
  readonly save: (version: SignedVersion, name: CalendarName, versions: readonly SignedVersion[]) => Promise<Message>;
};

/**
 * Keeps nothing. Where there is no day no file is made and nothing put down; a file goes out even where the log does
 * not take the line.
 */
export const createCalendarDesk = ({ saveFile, log, earlyDays }: CalendarDeps): CalendarDesk => ({
  async save(version, name, versions) {
    const days = calendarDays(version, await earlyDays(), name, versions);
    const file = calendarFile([days]);
    if (file === null) return { key: 'calendar.none' };
    const told = await (await log()).append({ kind: 'exported', record: version.session.id });
    saveFile(calendarFileName(version), file, 'text/calendar;charset=utf-8');
    return told.ok
      ? { key: days.days.some(({ cancelled }) => cancelled) ? 'calendar.cancelledSaved' : 'calendar.saved' }
      : { key: 'records.notLogged', values: { why: storeErrorText(told.error) } };
  },
});
