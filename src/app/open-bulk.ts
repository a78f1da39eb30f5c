import type { Bulk } from '../state/bulk';
import { createCalendarDesk } from '../state/calendar-desk';
import { createExportDesk } from '../state/export-desk';
import { createExportSource } from '../state/export-source';
import { createImportDesk } from '../state/import-desk';
import { isoNow, saveFile } from './browser';
import { startChecking } from './checking-client';
import { openSink } from './file-sink';
import type { BulkParts } from './lazy-bulk';
import { underWay } from './under-way';

/** The desks that write, read and book many sessions at once; while one of them is at it, the window is not left unasked. */
export function openBulk({ store, signing, practice, practiceDesk, records, notePdf, version }: BulkParts): Bulk {
  const log = async () => (await signing()).log;
  const earlyDays = async (): Promise<number> => {
    // Where the practice cannot be read, the next session is booked on the day it is due.
    await practiceDesk().catch(() => undefined);
    return practice.getState().earlyDays ?? 0;
  };
  const bulk: Bulk = {
    exporting: createExportDesk({
      list: store.list,
      source: async (check, app) => {
        const [{ documents }, { versionsOf }] = await Promise.all([store.records(), signing()]);
        return createExportSource({ store, documents, check, app, versionsOf });
      },
      startChecking,
      openSink,
      log,
      context: async () => ({ app: version, earlyDays: await earlyDays(), notePdf }),
      now: isoNow,
    }),
    importing: createImportDesk({ records }),
    calendar: createCalendarDesk({ saveFile, log, earlyDays }),
  };
  underWay.add(() => [bulk.exporting, bulk.importing].some(({ job }) => job.store.getState().kind === 'running'));
  return bulk;
}
