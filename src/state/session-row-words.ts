import '../messages/later';
import type { SessionColumn, SessionWords } from '../exchange/sessions-csv';
import { t } from '../messages/translate';
import { muscles } from '../protocol/paradigm';
import { siteName } from './site-text';

const ofMuscle = new Map<SessionColumn, string>(muscles.map(({ id, name }) => [id, name]));

/** The head of a column; one of a muscle is its name. */
function headOf(column: SessionColumn): string {
  const muscle = ofMuscle.get(column);
  return muscle === undefined ? t(`sessionsCsv.${column as OwnColumn}`) : t('sessionsCsv.muscle', { muscle });
}
type OwnColumn = Exclude<SessionColumn, (typeof muscles)[number]['id']>;

/** The words of the table of sessions. */
export const sessionRowWords = (): SessionWords => ({
  column: headOf,
  state: {
    signed: t('records.signed'),
    finished: t('records.finished'),
    draft: t('records.draft'),
    damaged: t('sessionsCsv.damaged'),
  },
  // An extra has its number from its place among the extras of its muscle and side, as in the ledger.
  site: ({ row }) => siteName({ ...row, ftp: false }),
});
