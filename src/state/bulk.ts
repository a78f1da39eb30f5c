import type { CalendarDesk } from './calendar-desk';
import type { ExportDesk } from './export-desk';
import type { ImportDesk } from './import-desk';

/** What goes out and in beside single session files; jobs go on while their dialog is closed. */
export type Bulk = { readonly exporting: ExportDesk; readonly importing: ImportDesk; readonly calendar: CalendarDesk };
