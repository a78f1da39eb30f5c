import '../messages/later';
import { recallCsv } from '../exchange/recall-csv';
import { type Message, type MessageKey, t } from '../messages/translate';
import { vialUsesOf, type SessionListing } from '../record/listing';
import type { Patient } from '../record/patient';
import { ok, type DocumentStore, type Result, type SessionStore, type StoreError } from '../record/ports';
import { type Recall, recallOf } from '../record/recall';
import { type Delivery, isSameLot, type StockRow, stockOnHand, type VialUse } from '../record/stock';
import { type DeliveryDraft, delivered, type Removal, type StockRefusal, takenOut } from '../record/stock-entry';
import { parseDelivery } from '../record/stock-schema';
import type { AuditLog } from './audit-log';
import { damageText } from './damage-text';
import { storeErrorText } from './refusal-text';

export type StockDeskDeps = {
  readonly documents: Pick<DocumentStore, 'readAll'>;
  readonly store: Pick<SessionStore, 'list'>;
  /** Where what is entered and handed out is put down. */
  readonly log: () => Promise<Pick<AuditLog, 'append' | 'write'>>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  readonly newId: () => string;
  /** Who enters it, as the injector of new sessions. */
  readonly by: () => string;
  /** True in emergency view: nothing is written. */
  readonly readOnly: () => boolean;
  readonly saveFile: (name: string, content: BlobPart, type: string) => void;
};

/** An entry of the stock that is not what it should be: left out of every count, and named. */
type DamagedEntry = { readonly id: string; readonly why: string };

export type StockReading = {
  readonly rows: readonly StockRow[];
  /** Vials that were used without a lot, each with whose it was. */
  readonly unnamed: readonly { readonly patient: Patient | null; readonly use: VialUse }[];
  /** What came in and what left unused, the latest first. */
  readonly entries: readonly Delivery[];
  readonly damaged: readonly DamagedEntry[];
  /** Sessions that do not open: what they used is in no count. */
  readonly unread: number;
  readonly listings: readonly SessionListing[];
};

/** Why something was not entered; `of` is what was refused, where it was not the store that refused. */
export type StockTrouble = { readonly of: StockRefusal['kind'] | null; readonly message: Message };

export type StockDesk = {
  /** Everything that is known of vials and lots. */
  readonly read: () => Promise<Result<StockReading, StoreError>>;
  /** Null where it was entered. */
  readonly deliver: (draft: DeliveryDraft) => Promise<StockTrouble | null>;
  /** Takes vials of a row out unused. Judged by what is on hand at that time, not by what the row says. */
  readonly takeOut: (row: StockRow, asked: Removal) => Promise<StockTrouble | null>;
  /** Hands out a recall as a file for a spreadsheet, and puts down which sessions it tells of. */
  readonly exportRecall: (recall: Recall) => Promise<void>;
  /** Puts down that a recall is printed, and of which sessions it tells. */
  readonly recallPrinted: (recall: Recall) => Promise<void>;
};

/** Stock on hand and recalls, from the sessions that are kept and what was entered as come in. */
export function createStockDesk(deps: StockDeskDeps): StockDesk {
  const { documents, store, now } = deps;

  const read: StockDesk['read'] = async () => {
    const [kept, listed] = await Promise.all([documents.readAll('vial-stock'), store.list()]);
    if (!kept.ok) return kept;
    if (!listed.ok) return listed;
    const entries: Delivery[] = [];
    const damaged: DamagedEntry[] = kept.value.damaged.map((id) => ({ id, why: t('stock.sealed') }));
    for (const { id, doc } of kept.value.found) {
      const parsed = parseDelivery(doc);
      if (!parsed.ok) damaged.push({ id, why: `${parsed.error.path}: ${damageText(parsed.error.what)}` });
      else if (parsed.value.id !== id) damaged.push({ id, why: `id: ${damageText('not an allowed value')}` });
      else entries.push(parsed.value);
    }
    const sessions = listed.value.filter((one) => one.kind === 'session');
    const { rows, unassigned } = stockOnHand(entries, sessions.flatMap(vialUsesOf), now());
    const patients = new Map(sessions.map(({ id, patient }) => [id, patient]));
    return ok({
      rows,
      unnamed: unassigned.map((use) => ({ patient: patients.get(use.session) ?? null, use })),
      entries: entries.sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
      damaged,
      unread: listed.value.length - sessions.length,
      listings: listed.value,
    });
  };

  const enter = async (
    kind: 'stock-delivered' | 'stock-removed',
    made: Result<Delivery, StockRefusal>,
  ): Promise<StockTrouble | null> => {
    if (!made.ok) return { of: made.error.kind, message: refusalMessage(made.error) };
    const { id } = made.value;
    const entry = { kind: 'vial-stock', id, doc: made.value, expected: 0 } as const;
    const written = await (await deps.log()).write({ kind, entry: id }, [entry]);
    return written.ok ? null : notEntered(written.error);
  };
  /** Put down before it is handed out. Where nothing can be written (emergency view), it still goes out. */
  const tellRecall = async ({ lines, unnamed, unread }: Recall, how: 'exported' | 'printed'): Promise<void> => {
    const log = await deps.log();
    const lot = lines[0]?.use.lot;
    await log.append({ kind: `recall-${how}`, ...(lot === undefined ? {} : { lot }) });
    const sessions = [...lines, ...unnamed].map(({ use }) => use.session);
    for (const record of new Set([...sessions, ...unread])) await log.append({ kind: how, record });
  };
  const stamp = () => ({ id: deps.newId(), at: now(), by: deps.by() });
  const refuseWriting = (): StockTrouble | null =>
    deps.readOnly() ? { of: null, message: { key: 'refused.readOnly' } } : null;

  return {
    read,

    deliver: async (draft) => refuseWriting() ?? enter('stock-delivered', delivered(draft, stamp())),

    async takeOut(row, asked) {
      const refused = refuseWriting();
      if (refused !== null) return refused;
      const found = await read();
      if (!found.ok) return notEntered(found.error);
      const current = found.value.rows.find((one) => isSameRow(one, row));
      return enter('stock-removed', takenOut(current ?? { ...row, onHand: 0 }, asked, stamp()));
    },

    async exportRecall(recall) {
      await tellRecall(recall, 'exported');
      const { lot } = recall;
      const text = recallCsv(recall, {
        columns: columns.map((key) => t(key)),
        had: t('recall.csv.had', { lot }),
        unnamed: t('recall.csv.unnamed', { lot }),
        unread: t('recall.csv.unread', { lot }),
      });
      // Says the day and what it is, nothing about anybody.
      deps.saveFile(`aliquot-recall-${now().slice(0, 10)}.csv`, text, 'text/csv;charset=utf-8');
    },

    recallPrinted: (recall) => tellRecall(recall, 'printed'),
  };
}

/** Who had a lot, of what was read; null where no lot was said. */
export const recallIn = ({ listings }: StockReading, lot: string): Recall | null => recallOf(listings, lot);

/** Whether two rows are of one product, strength and lot. */
export const isSameRow = (a: StockRow, b: StockRow): boolean =>
  a.product === b.product && a.strength === b.strength && isSameLot(a.lot, b.lot);

const columns = [
  'recall.csv.what',
  'recall.patient',
  'recall.born',
  'recall.recordNumber',
  'recall.date',
  'recall.product',
  'recall.strength',
  'recall.lot',
  'recall.expiry',
  'recall.units',
  'recall.session',
] as const satisfies readonly MessageKey[];

const notEntered = (error: StoreError): StockTrouble => ({
  of: null,
  message: { key: 'stock.notEntered', values: { why: storeErrorText(error) } },
});

function refusalMessage(refusal: StockRefusal): Message {
  return refusal.kind === 'MoreThanOnHand'
    ? { key: 'stock.refused.MoreThanOnHand', values: { n: refusal.onHand } }
    : { key: `stock.refused.${refusal.kind}` };
}
