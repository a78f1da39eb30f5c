import { muscles } from '../protocol/paradigm';
import { sumOfUnits } from '../protocol/words';
import { dayOf } from '../record/calendar';
import { nextDays } from '../record/next-days';
import { procedureNote } from '../record/procedure-note';
import type { SessionContent, SignedVersion } from '../record/signed-version';
import { csvLine } from './csv';

/** A session as a row: the version that was signed last, or what is charted so far. */
export type SessionRow =
  | { readonly kind: 'signed'; readonly version: SignedVersion }
  | { readonly kind: 'draft'; readonly session: SessionContent }
  /** It does not open, or what was signed does not hold: nothing of it is told but that it is there. */
  | { readonly kind: 'damaged'; readonly id: string };

/** The columns in their order, with a stable name each; the head of the table has words for them. */
export const sessionColumns = [
  'session',
  'state',
  'patientId',
  'patient',
  'born',
  'recordNumber',
  'day',
  'startedAt',
  'map',
  'mapVersion',
  'given',
  'sites',
  ...muscles.map(({ id }) => id),
  'extraSites',
  'extraUnits',
  'extras',
  'skippedSites',
  'skipped',
  'stillPlanned',
  'offProtocol',
  'incidents',
  'total',
  'discarded',
  'vials',
  'lots',
  'injector',
  'signedBy',
  'signedAt',
  'version',
  'hash',
  'nextDue',
] as const;
export type SessionColumn = (typeof sessionColumns)[number];

/** Words of the table; those in lists within a cell included. */
export type SessionWords = {
  readonly column: (name: SessionColumn) => string;
  readonly state: Readonly<Record<'signed' | 'finished' | 'draft' | 'damaged', string>>;
  /** A site by its name: "Temporalis left 2". */
  readonly site: (site: ReturnType<typeof procedureNote>['sites'][number]) => string;
};

/** The first line, with its line end: the words of `sessionColumns` in their order. Without a byte order mark. */
export const sessionsCsvHead = (words: Pick<SessionWords, 'column'>): string =>
  csvLine(sessionColumns.map(words.column));

/** One line of the table. Units are numbers with a point; moments ISO 8601 with offset; lists within a cell stand between "; ". */
export function sessionsCsvLine(row: SessionRow, words: SessionWords): string {
  const cells = cellsOf(row, words);
  return csvLine(sessionColumns.map((name) => cells[name] ?? ''));
}

type Cells = Readonly<Partial<Record<SessionColumn, string>>>;

function cellsOf(row: SessionRow, words: SessionWords): Cells {
  switch (row.kind) {
    case 'damaged':
      return { session: row.id, state: words.state.damaged };
    case 'draft': {
      const state = row.session.finishedAt === undefined ? words.state.draft : words.state.finished;
      return { ...ofSession(row.session, words), state };
    }
    case 'signed': {
      const { session, author, at, version, hash } = row.version;
      return {
        ...ofSession(session, words),
        state: words.state.signed,
        signedBy: [author.name, author.credentials ?? ''].filter((part) => part !== '').join(', '),
        signedAt: at,
        version: String(version),
        // A hash may begin like a formula.
        hash: `sha256:${hash}`,
      };
    }
  }
}

/** What the ledger says; every sum is its own. */
function ofSession(session: SessionContent, words: Pick<SessionWords, 'site'>): Cells {
  const { patient, map, injector, startedAt, vials } = session;
  const { sites, muscles: byMuscle, totals } = procedureNote(session);
  const named = (some: typeof sites): string => some.map(words.site).join('; ');
  const extras = sites.filter(({ row }) => row.ftp && row.state === 'given');
  const skipped = sites.filter(({ row }) => row.state === 'skipped');
  const planned = sites.filter(({ row }) => row.state === 'planned');
  const extraSites = new Set(extras.map(({ row }) => row.id));
  const extraUnits = session.entries.flatMap((entry) =>
    entry.kind === 'plan' && extraSites.has(entry.site) ? [entry.units] : [],
  );
  return {
    session: session.id,
    patientId: patient.id,
    patient: patient.label,
    born: patient.born ?? '',
    recordNumber: patient.recordNumber ?? '',
    day: dayOf(startedAt),
    startedAt,
    map: map.id,
    mapVersion: map.version,
    given: String(totals.given),
    sites: String(totals.sitesGiven),
    ...Object.fromEntries(byMuscle.map(({ muscle, units }) => [muscle, String(units)])),
    extraSites: String(extras.length),
    extraUnits: String(sumOfUnits(extraUnits)),
    extras: named(extras),
    skippedSites: String(skipped.length),
    skipped: skipped.map((site) => `${words.site(site)}: ${oneLine(site.row.reason ?? '')}`).join('; '),
    stillPlanned: String(planned.length),
    offProtocol: String(totals.offProtocol),
    incidents: String(totals.incidents),
    total: String(totals.total),
    discarded: String(sumOfUnits([...totals.byVial.values()].map(({ wasted }) => wasted))),
    vials: vials
      .map(({ product, strength, expiry }) => [product, `${String(strength)} U`, expiry ?? ''])
      .map((parts) => parts.filter((part) => part !== '').join(' '))
      .join('; '),
    lots: vials.map(({ lot }) => lot ?? '').join('; '),
    injector,
    nextDue: nextDays(session)?.due ?? '',
  };
}

/** A reason that was written over several lines, on one: within a list it is one item. */
const oneLine = (text: string): string => text.trim().replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' / ');
