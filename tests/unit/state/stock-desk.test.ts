import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { say } from '../../../src/messages/translate';
import type { Session } from '../../../src/record/session';
import { createAuditLog } from '../../../src/state/audit-log';
import { createStockDesk, recallIn } from '../../../src/state/stock-desk';
import { lotNote, offersFor, rowNotes } from '../../../src/state/stock-text';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import { webChecking } from '../../../src/storage/web-crypto';
import { give, planned, sampleSession, sampleVial } from '../../support/sample-sessions';
import { unwrap } from '../../support/signing';
import { freshName } from '../../support/vault-rows';

const now = '2026-05-25T09:00:00+02:00';
const opened: KeptRecords[] = [];
afterEach(() => {
  for (const records of opened.splice(0)) records.close();
});

function shelf() {
  const records = openRecords({ name: freshName(), now: () => now, cost: { memoryKiB: 8, iterations: 1 } });
  opened.push(records);
  const log = createAuditLog({ ...records, crypto: webChecking, now: () => now, worker: () => null });
  /** What the log says that holds. */
  const told = async () => {
    const { lines, problem } = unwrap(await log.read());
    expect(problem).toBeNull();
    return lines.map(({ event }) => event);
  };
  const files: { readonly name: string; readonly text: string }[] = [];
  const device = { readOnly: false };
  let ids = 0;
  const desk = createStockDesk({
    documents: records.documents,
    store: records.sessions,
    log: () => Promise.resolve(log),
    now: () => now,
    newId: () => {
      ids += 1;
      return `d-${String(ids)}`;
    },
    by: () => 'Dr A. Example',
    readOnly: () => device.readOnly,
    saveFile: (name, content) => files.push({ name, text: typeof content === 'string' ? content : '' }),
  });
  const read = async () => unwrap(await desk.read());
  return { records, desk, read, told, files, device };
}

const putAsIs = Reflect.get(IDBObjectStore.prototype, 'put') as (...args: unknown[]) => IDBRequest<IDBValidKey>;
const draft = { product: sampleVial.product, strength: '200', lot: 'C1234', expiry: '2027-08', count: '6' };

/** A session that opened one vial: one aliquot of it was given. */
const session = (id: string, patient: Session['patient'], lot?: string): Session => {
  const vial = { ...sampleVial, expiry: '2027-08', ...(lot === undefined ? {} : { lot }) };
  return sampleSession({ id, patient, vials: [vial], entries: [...planned, give(40, 'procerus-M')], undone: [] });
};

describe('the desk of vials and lots', () => {
  it('counts what came in, what left unused, and what the sessions opened', async () => {
    const { desk, records, read } = shelf();
    expect(await desk.deliver(draft)).toBeNull();
    unwrap(await records.sessions.save(session('s1', { id: 'p1', label: 'A' }, 'c-1234'), 0));
    const [row] = (await read()).rows;
    expect(row).toMatchObject({ received: 6, used: 1, onHand: 5 });
    if (row === undefined) return;
    expect(await desk.takeOut(row, { count: '2', reason: ' broken ' })).toBeNull();
    const after = await read();
    expect(after.rows).toMatchObject([{ received: 4, used: 1, onHand: 3 }]);
    expect(after.entries).toContainEqual(
      expect.objectContaining({ received: -2, reason: 'broken', by: 'Dr A. Example', at: now }),
    );
  });

  it('puts every entry down in the transaction of the entry: neither is there without the other', async () => {
    const { desk, told, read } = shelf();
    await desk.deliver(draft);
    const [row] = (await read()).rows;
    if (row !== undefined) await desk.takeOut(row, { count: '2', reason: 'broken' });
    await desk.deliver({ ...draft, count: '0' });
    const events = [
      { kind: 'stock-delivered', entry: 'd-1' },
      { kind: 'stock-removed', entry: 'd-2' },
    ];
    expect(await told()).toEqual(events);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    let calls = 0;
    put.mockImplementation(function (this: IDBObjectStore, row: unknown) {
      calls += 1;
      if (calls > 1) throw new DOMException('full', 'QuotaExceededError');
      return putAsIs.call(this, row);
    });
    expect(await desk.deliver({ ...draft, lot: 'D1' })).toMatchObject({ message: { key: 'stock.notEntered' } });
    put.mockRestore();
    expect(calls).toBe(2);
    expect(await told()).toEqual(events);
    expect((await read()).entries).toHaveLength(2);
  });

  it.each([
    [{ product: ' ' }, 'ProductMissing'],
    [{ strength: '0' }, 'NotAStrength'],
    [{ lot: ' - ' }, 'LotMissing'],
    [{ expiry: '2027-13' }, 'NotAnExpiry'],
    [{ count: '0' }, 'NotACount'],
    [{ count: '1.5' }, 'NotACount'],
    [{ count: '-2' }, 'NotACount'],
  ])('refuses a delivery with %j as %s, and enters nothing', async (part, of) => {
    const { desk, read } = shelf();
    const refused = await desk.deliver({ ...draft, ...part });
    expect(refused?.of).toBe(of);
    expect(refused === null ? '' : say(refused.message)).not.toBe('');
    expect((await read()).entries).toEqual([]);
  });

  it('takes nothing out that is not there by now, and nothing without a reason', async () => {
    const { desk, read } = shelf();
    await desk.deliver(draft);
    const [row] = (await read()).rows;
    if (row === undefined) throw new Error('no row');
    expect(await desk.takeOut(row, { count: '1', reason: ' ' })).toMatchObject({ of: 'ReasonMissing' });
    await desk.takeOut(row, { count: '6', reason: 'returned' });
    // The row is an old one: another window had taken the last.
    const refused = await desk.takeOut(row, { count: '1', reason: 'returned' });
    expect(refused?.of).toBe('MoreThanOnHand');
    expect(refused === null ? '' : say(refused.message)).toContain('None is on hand');
  });

  it('leaves damaged entries out of the count and names them', async () => {
    const { desk, read, records } = shelf();
    await desk.deliver(draft);
    const entry = (await read()).entries[0];
    const bad = [
      { ...entry, id: 'd-8', received: 0 },
      { ...entry, id: 'd-9', received: -1 },
      { ...entry, id: 'd-1' },
    ];
    for (const [n, doc] of bad.entries())
      unwrap(await records.documents.write([{ kind: 'vial-stock', id: `d-${String(8 + n)}`, doc, expected: 0 }]));
    const { damaged, rows } = await read();
    expect(rows).toMatchObject([{ received: 6 }]);
    expect(damaged).toEqual(
      expect.arrayContaining([
        { id: 'd-8', why: expect.stringContaining('received') as string },
        { id: 'd-9', why: expect.stringContaining('reason') as string },
        { id: 'd-10', why: expect.stringContaining('id') as string },
      ]),
    );
  });

  it('writes nothing in emergency view, and says so', async () => {
    const { desk, device, read } = shelf();
    device.readOnly = true;
    expect(await desk.deliver(draft)).toMatchObject({ of: null, message: { key: 'refused.readOnly' } });
    expect((await read()).entries).toEqual([]);
  });

  it('says of each row what there is to mind', async () => {
    const { desk, read, records } = shelf();
    await desk.deliver({ ...draft, lot: 'SOON', expiry: '2026-06' });
    await desk.deliver({ ...draft, lot: 'GONE', expiry: '2026-04' });
    unwrap(await records.sessions.save(session('s1', { id: 'p1', label: 'A' }, 'MISREAD'), 0));
    const notes = (await read()).rows.map((row) => [
      row.lot,
      rowNotes(row)
        .map(({ text }) => text)
        .join(),
    ]);
    expect(notes).toEqual([
      ['GONE', 'Expired'],
      ['SOON', ''],
      ['MISREAD', '1 vial more was used than came in: a delivery is missing here, or a lot was misread.'],
    ]);
  });
});

describe('a recall', () => {
  it('names the patients as they were written last, with what cannot be known beside them', async () => {
    const { records, read, desk, files, told } = shelf();
    const patient = { id: 'p1', label: '=Karla, "M"', born: '1980', recordNumber: '7' };
    const early = { ...session('s1', { ...patient, label: 'K.' }, 'C1234'), startedAt: '2026-01-02T09:00:00+01:00' };
    unwrap(await records.sessions.save(early, 0));
    unwrap(await records.sessions.save(session('s2', patient, 'c 1234'), 0));
    unwrap(await records.sessions.save(session('s3', { id: 'p2', label: 'N. Lot' }), 0));
    unwrap(await records.sessions.save(session('s4', { id: 'p3', label: 'Other' }, 'C1235'), 0));
    unwrap(await records.documents.write([{ kind: 'session', id: 's5', doc: { broken: true }, expected: 0 }]));
    const recall = recallIn(await read(), 'C1234');
    if (recall === null) throw new Error('no recall');
    expect(recall).toMatchObject({ patients: 1, unread: ['s5'], alike: [] });
    expect(recall.lines.map(({ patient: who, use }) => [who.label, use.session, use.units])).toEqual([
      [patient.label, 's2', 5],
      [patient.label, 's1', 5],
    ]);
    expect(recall.unnamed.map(({ patient: who }) => who.label)).toEqual(['N. Lot']);

    await desk.exportRecall(recall);
    await desk.recallPrinted(recall);
    const of = (kind: 'exported' | 'printed') => [
      { kind: `recall-${kind}`, lot: 'c 1234' },
      ...['s2', 's1', 's3', 's5'].map((record) => ({ kind, record })),
    ];
    expect(await told()).toEqual([...of('exported'), ...of('printed')]);
    // What nobody had is only what somebody typed: it may be anything.
    const typed = recallIn(await read(), 'Karla M');
    if (typed !== null) await desk.exportRecall(typed);
    expect((await told())[10]).toEqual({ kind: 'recall-exported' });
    const [file] = files;
    expect(file?.name).toBe('aliquot-recall-2026-05-25.csv');
    const rows = (file?.text ?? '').split('\r\n');
    expect(rows).toHaveLength(6);
    // No spreadsheet may take a name for a formula.
    expect(rows[1]).toContain(`Had lot C1234,"'=Karla, ""M""",1980,7,`);
    expect(rows[3]).toContain('Lot not recorded: may be C1234,N. Lot,');
    expect(rows[4]).toBe('Session cannot be read: may hold C1234,,,,,,,,,,s5');
  });

  it('asks nothing for a lot that says none', async () => {
    expect(recallIn(await shelf().read(), ' - ')).toBeNull();
  });
});

describe('the lots offered for a vial', () => {
  const vial = { product: sampleVial.product, strength: 200 };

  it('are those of its kind on the shelf, with the expiry they came in with, none that has expired', async () => {
    const { desk, read, records } = shelf();
    await desk.deliver(draft);
    await desk.deliver({ ...draft, lot: 'SMALL', strength: '100' });
    await desk.deliver({ ...draft, lot: 'GONE', expiry: '2026-04' });
    const misread = session('s1', { id: 'p1', label: 'A' }, 'C1234');
    const vials = misread.vials.map((one) => ({ ...one, expiry: '2026-07' }));
    unwrap(await records.sessions.save({ ...misread, vials }, 0));
    expect(offersFor(await read(), vial)).toEqual([
      { lot: 'C1234', expiry: '2027-08', text: 'C1234, expires 2027-08, 5 on hand' },
    ]);
  });

  it('are spoken against where lot or expiry is another than came in', async () => {
    const { desk, read } = shelf();
    expect(lotNote(await read(), { ...vial, lot: 'C1234', expiry: '' })).toBeNull();
    await desk.deliver(draft);
    await desk.deliver({ ...draft, lot: 'SMALL', strength: '100' });
    const known = await read();
    const levelOf = (lot: string, expiry: string) => lotNote(known, { ...vial, lot, expiry });
    expect(levelOf('c1234', '2027-08-31')).toMatchObject({
      level: 'told',
      text: expect.stringContaining('6 on hand') as string,
    });
    expect(levelOf('C1234', '2028-08')).toMatchObject({ level: 'warn' });
    expect(levelOf('SMALL', '')?.text).toContain('another kind of vial');
    expect(levelOf('C1243', '')?.text).toContain('not among the deliveries');
    expect(levelOf(' ', '2028-08')).toBeNull();
  });
});
