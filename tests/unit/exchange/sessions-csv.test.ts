import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { byteOrderMark, csvLine } from '../../../src/exchange/csv';
import { sessionColumns, sessionsCsvHead, sessionsCsvLine, type SessionRow } from '../../../src/exchange/sessions-csv';
import type { CryptoPort } from '../../../src/record/crypto-port';
import { contentOf, signFirst } from '../../../src/record/signed-version';
import { sessionRowWords } from '../../../src/state/session-row-words';
import { completeSession } from '../../support/complete-session';
import { midway, sessionWith } from '../../support/patient-history';
import { readCsv } from '../../support/read-csv';
import { author, twoInjectors, unwrap } from '../../support/signing';

let port: CryptoPort;
beforeAll(async () => {
  [port] = await twoInjectors();
});
const words = sessionRowWords();
const rowOf = (row: SessionRow) => {
  const [read] = readCsv(`${byteOrderMark}${sessionsCsvHead(words)}${sessionsCsvLine(row, words)}`);
  if (read === undefined) throw new Error('no row');
  return read;
};

describe('the table of sessions', () => {
  it('tells of a signed one whose it is, what was given and left, and who signed which version', async () => {
    const session = completeSession({
      patient: { id: 'p-1', label: 'Müller; "K."', born: '1980', recordNumber: 'R-1' },
    });
    const at = '2026-03-02T23:50:00+01:00';
    const version = unwrap(await signFirst(session, { author, at, storeHead: null }, port));
    expect(rowOf({ kind: 'signed', version })).toMatchObject({
      Session: session.id,
      State: 'Signed',
      'Patient id': 'p-1',
      Patient: 'Müller; "K."',
      Born: '1980',
      'Record number': 'R-1',
      Day: '2026-03-02',
      Map: 'preempt-2017',
      'Given (U)': '155',
      'Sites given': '31',
      'Trapezius (U)': '30',
      'Follow-the-pain sites': '0',
      'Discarded (U)': '45',
      'Total in the patient (U)': '155',
      Lots: 'C1234',
      Injector: 'Dr A. Example',
      'Signed by': 'Dr A. Example, MD',
      'Signed at': at,
      Version: '1',
      Hash: `sha256:${version.hash}`,
      'Next due': '2026-05-25',
    });
  });

  it('tells extras, what was left out and why, and what happened beside the paradigm', () => {
    const session = sessionWith('v', '2026-05-25T09:00:00+02:00', {
      extras: [midway('temporalis-L-2', 'temporalis-L-3')],
      skipped: { 'temporalis-R-3': 'Artery pulse\nat the site' },
      incident: { units: 2.5 },
      offProtocol: 20,
    });
    expect(rowOf({ kind: 'draft', session: contentOf(session) })).toMatchObject({
      State: 'Finished',
      'Given (U)': '155',
      'Temporalis (U)': '40',
      'Follow-the-pain sites': '1',
      'Follow-the-pain (U)': '5',
      'Follow-the-pain at': 'Temporalis left F1',
      'Sites skipped': '1',
      'Skipped, and why': 'Temporalis right 3: Artery pulse / at the site',
      'Off protocol (U)': '20',
      'Incidents (U)': '2.5',
      'Total in the patient (U)': '177.5',
      Version: '',
      Hash: '',
    });
  });

  it('says of a draft that it is one, and of a damaged record nothing but that', () => {
    const open = sessionWith('v', '2026-05-25T09:00:00+02:00', { open: 3 });
    expect(rowOf({ kind: 'draft', session: contentOf(open) })).toMatchObject({
      State: 'Being charted',
      'Sites still planned': '3',
    });
    const damaged = rowOf({ kind: 'damaged', id: 'lost' });
    expect(Object.entries(damaged).filter(([, cell]) => cell !== '')).toEqual([
      ['Session', 'lost'],
      ['State', 'Damaged'],
    ]);
  });

  it('has a name of its own for every column', () => {
    expect(new Set(sessionColumns.map(words.column)).size).toBe(sessionColumns.length);
  });
});

describe('a line of CSV', () => {
  it('reads back as the cells that were written, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const names = cells.map((_, n) => `c${String(n)}`);
        const [row] = readCsv(csvLine(names) + csvLine(cells));
        // An apostrophe that was written stands where one is taken off.
        const safe = cells.filter((cell) => !/^'[=+\-@\t\r\n＝＋－＠]/.test(cell));
        fc.pre(safe.length === cells.length);
        expect(Object.values(row ?? {})).toEqual(cells);
      }),
    );
  });

  it.each(['=1+1', '+49', '-5', '@x', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    'lets no %j begin a formula',
    (cell) => {
      const line = csvLine(['a', cell]);
      expect(line.replace(/^a,"?/, '')).toMatch(/^'/);
    },
  );
});
