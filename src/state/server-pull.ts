import '../messages/later';
import type { FhirClient } from '../exchange/fhir/client';
import { searchFor } from '../exchange/fhir/identifiers';
import { recordIdOf, recordNumberQuery, sessionBundleQuery } from '../exchange/fhir/queries';
import { maxSignedFileBytes } from '../exchange/signed-file';
import { type BundleProblem, type FoundRecord, signedRecordsIn } from '../exchange/fhir/read-bundle';
import { type Message, say } from '../messages/translate';
import { clientMessage } from './server-text';

/** What became of a record: taken in, here already, or why not. */
export type Taken =
  | { readonly kind: 'taken' }
  | { readonly kind: 'here' }
  | { readonly kind: 'refused'; readonly message: Message };

export type PullDeps = {
  readonly client: Pick<FhirClient, 'pages' | 'bytes'>;
  /** Verifies a record and takes it in by the rules of importing: nothing here is overwritten. */
  readonly take: (found: FoundRecord) => Promise<Taken>;
};

export type PullProgress = {
  readonly taken: number;
  readonly here: number;
  readonly refused: readonly { readonly session: string; readonly message: Message }[];
  /** Documents looked at, and how many the server has, where it says so. */
  readonly looked: number;
  readonly total: number | null;
};

export type Pulled = PullProgress & {
  /** Why it ended before everything was looked at; null where it did not. */
  readonly broken: Message | null;
};

export const nothingPulled: PullProgress = { taken: 0, here: 0, refused: [], looked: 0, total: null };

/** Few at a time: a document holds a whole record. Chosen. */
const pageSize = 10;

/** Every document that was sent from here, of whatever patient. */
const everythingQuery = `DocumentReference?${searchFor('identifier', '')}`;

/**
 * Fetches the signed records of one patient (by the record number of the practice), or of all, page by page, and takes each in.
 * One that is refused is listed and keeps nothing else out. `signal` ends it after the record that is being taken.
 */
export async function pullRecords(
  { client, take }: PullDeps,
  recordNumber: string | null,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (progress: PullProgress) => void },
): Promise<Pulled> {
  let progress = nothingPulled;
  const grow = (more: Partial<PullProgress>) => {
    progress = { ...progress, ...more };
    onProgress(progress);
  };
  const refuse = (session: string, message: Message) => {
    grow({ refused: [...progress.refused, { session, message }] });
  };
  /** The last version of a session that was dealt with: an earlier one is in it. */
  const done = new Map<string, number>();
  /** A session counts once, however many of its versions came one after the other. */
  const counted = new Map<string, 'taken' | 'here'>();
  const count = (session: string, as: 'taken' | 'here') => {
    const before = counted.get(session);
    if (before === as || before === 'taken') return;
    counted.set(session, as);
    grow({ [as]: progress[as] + 1, ...(before === 'here' ? { here: progress.here - 1 } : {}) });
  };

  const isDone = ({ session, version }: { readonly session: string; readonly version: number }): boolean =>
    (done.get(session) ?? 0) >= version;

  const takeOne = async (found: FoundRecord): Promise<void> => {
    if (isDone(found)) return;
    const taken = await take(found);
    if (taken.kind !== 'refused') done.set(found.session, found.version);
    if (taken.kind === 'refused') refuse(found.session, taken.message);
    else count(found.session, taken.kind);
  };

  const takeUnlessEnded = async (found: FoundRecord): Promise<void> => {
    if (!signal.aborted) await takeOne(found);
  };
  /** A server may keep the bytes of a document at a place of its own: they are fetched from there where it is the same server. */
  const lookFor = async (problem: BundleProblem): Promise<void> => {
    if (problem.kind !== 'BytesElsewhere' || problem.url === null) {
      refuse(sessionOf(problem), bundleMessage(problem));
      return;
    }
    const { session, version, url } = problem;
    if (signal.aborted || isDone(problem)) return;
    const bytes = await client.bytes(url, maxSignedFileBytes, signal);
    if (bytes.ok) await takeUnlessEnded({ session, version, bytes: bytes.value });
    // Cancelled, it is told at the end.
    else if (bytes.error.kind !== 'Cancelled')
      refuse(session, { key: 'server.pull.elsewhere', values: { why: say(clientMessage(bytes.error)) } });
  };

  /** All that a search finds; null, or why it ended before. */
  const pullBy = async (query: string): Promise<Message | null> => {
    let first = true;
    for await (const page of client.pages(`${query}&_count=${String(pageSize)}`, signal)) {
      if (!page.ok) return clientMessage(page.error);
      const { entry = [], total } = page.value;
      if (first && total !== undefined) grow({ total: (progress.total ?? 0) + total });
      first = false;
      const whole = signedRecordsIn(page.value);
      // One document that is wrong is told by itself.
      const each = whole.ok ? [whole] : entry.map((one) => signedRecordsIn({ ...page.value, entry: [one] }));
      for (const records of each)
        if (!records.ok) await lookFor(records.error);
        else for (const found of records.value) await takeUnlessEnded(found);
      if (signal.aborted) return { key: 'server.error.Cancelled' };
      grow({ looked: progress.looked + entry.length });
    }
    return null;
  };

  const pullPatient = async (number: string): Promise<Message | null> => {
    const patients: string[] = [];
    for await (const page of client.pages(recordNumberQuery(number), signal)) {
      if (!page.ok) return clientMessage(page.error);
      for (const { resource } of page.value.entry ?? []) {
        const id = resource?.resourceType === 'Patient' ? recordIdOf(resource) : null;
        if (id !== null) patients.push(id);
      }
    }
    if (patients.length === 0) return { key: 'server.pull.noPatient', values: { number } };
    for (const patient of patients) {
      const broken = await pullBy(sessionBundleQuery(patient));
      if (broken !== null) return broken;
    }
    return null;
  };

  const broken = await (recordNumber === null ? pullBy(everythingQuery) : pullPatient(recordNumber));
  return { ...progress, broken };
}

const sessionOf = (problem: BundleProblem): string => ('session' in problem ? problem.session : '');

function bundleMessage(problem: BundleProblem): Message {
  switch (problem.kind) {
    case 'BytesElsewhere':
    case 'NotBase64':
    case 'OtherRecord':
      return { key: `server.pull.${problem.kind}` };
    default:
      return { key: 'server.pull.unreadable' };
  }
}
