import '../../../messages/later';
import { useState } from 'react';
import type { DuePatient } from '../../../outcomes/due-list';
import type { Message } from '../../../messages/translate';
import type { CalendarName } from '../../../state/calendar-text';
import { dueCalendar, dueCalendarName } from '../../../state/outcomes/due-calendar';
import { storeErrorText } from '../../../state/refusal-text';
import { useServices } from '../../services';

/** Hands out the days ahead of patients as one file, puts it down as an export, and says what became of it. */
export function useCalendarFile(): {
  readonly save: (patients: readonly DuePatient[], name: CalendarName) => void;
  readonly said: Message | null;
  readonly forget: () => void;
} {
  const { outcomes, signing } = useServices();
  const [said, setSaid] = useState<Message | null>(null);
  const save = async (patients: readonly DuePatient[], name: CalendarName): Promise<Message> => {
    const kit = await outcomes();
    const now = kit.now();
    const file = dueCalendar(patients, { now, name });
    if (file === null) return { key: 'due.calendarNone' };
    const of = patients.map(({ last }) => last.id);
    const [record] = of;
    const { log } = await signing();
    const told = await log.append(
      of.length === 1 && record !== undefined
        ? { kind: 'exported', record }
        : { kind: 'exported-many', format: 'calendar', records: of.length, of },
    );
    kit.saveFile(dueCalendarName(now), file, 'text/calendar;charset=utf-8');
    return told.ok
      ? { key: 'calendar.saved' }
      : { key: 'records.notLogged', values: { why: storeErrorText(told.error) } };
  };
  return {
    save: (patients, name) => {
      void save(patients, name).then(setSaid, (error: unknown) => {
        setSaid({ key: 'calendar.failed', values: { why: error instanceof Error ? error.message : String(error) } });
      });
    },
    said,
    forget: () => {
      setSaid(null);
    },
  };
}
