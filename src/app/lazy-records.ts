import type { Records, RecordsDeps } from '../state/records';

/** Import and export, loaded when first asked for: charting does not need them. */
export function createLazyRecords(deps: RecordsDeps): Records {
  const load = async () => (await import('../state/records')).createRecords(deps);
  return {
    exportSession: async (id) => (await load()).exportSession(id),
    exportNow: (session) => {
      void load().then((records) => {
        records.exportNow(session);
      });
    },
    exportBundle: async (id, version, region) => (await load()).exportBundle(id, version, region),
    importFile: async (file) => (await load()).importFile(file),
  };
}
