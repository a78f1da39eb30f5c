import type { Bundle } from 'fhir/r4';
import { err, ok, type Result } from '../../protocol/words';
import { bundleIn, canDoIn, type Fields, isFields, saysItIs, statusOf } from './answered';
import { readBounded } from './bounded-body';
import { failureOf, shortened } from './failure';
import { inPartsWhereNeeded } from './in-parts';

// Own, where fhir-kit-client would do: three calls are needed, an answer has to be read as it comes, and every failure has to
// be a value that says whether to try again.

/** `fetch` as it is used here; passed in, so that nothing talks to a network by accident. */
export type FetchPort = (url: string, init: RequestInit) => Promise<Response>;

export type ClientDeps = {
  readonly fetch: FetchPort;
  /** The base address, without a slash at its end (`readServerAddress`). */
  readonly base: string;
  /** The value of the header Authorization, asked for before every request; null for none. */
  readonly authorization: () => Promise<string | null>;
  /** Signs in anew after a 401 without anybody's doing: true where the same may be asked once more. */
  readonly renew?: () => Promise<boolean>;
  /** Milliseconds without an answer until a request is given up. */
  readonly timeoutMs?: number;
};

export type ClientError =
  /** No answer at all: no network, no such host, a certificate or a policy of the browser against it. */
  | { readonly kind: 'Offline' }
  | { readonly kind: 'Timeout'; readonly afterMs: number }
  | { readonly kind: 'Cancelled' }
  /** 401. */
  | { readonly kind: 'Unauthorized'; readonly text: string }
  /** 403. */
  | ({ readonly kind: 'Forbidden'; readonly text: string } & HowMuch)
  /** Any other 4xx but those of `Busy`, and 501. */
  | ({ readonly kind: 'Refused'; readonly status: number; readonly text: string } & HowMuch)
  /** 429, 503 and what passes by itself: 408, 409 (two wrote at once), 425. */
  | { readonly kind: 'Busy'; readonly status: number; readonly retryAfterMs: number | null; readonly text: string }
  | { readonly kind: 'Server'; readonly status: number; readonly text: string }
  /** An answer that is none of FHIR R4: another page, a log-in form, another version. `found` is short. */
  | { readonly kind: 'NotFhir'; readonly found: string };

/** The server says that there was too much in one request. */
type HowMuch = { readonly tooMuch?: true };

/** What a server says of itself, as far as it matters here. `lacks` is empty where it can do all that is needed. */
export type Capability = {
  readonly fhirVersion: string;
  readonly software: string;
  readonly lacks: readonly Lack[];
};
export type Lack =
  /** It knows no transactions: a session could arrive in part. */
  | { readonly kind: 'transaction' }
  /** It does not know this kind of resource, by its own account. */
  | { readonly kind: 'resource'; readonly type: string };

export type FhirClient = {
  readonly base: string;
  readonly metadata: (signal?: AbortSignal) => Promise<Result<Capability, ClientError>>;
  /**
   * Ok alone where the server says of every entry that it was done, or that nothing had to be (304). A server that takes no large
   * ones gets it in parts.
   */
  readonly transaction: (bundle: Bundle, signal?: AbortSignal) => Promise<Result<Bundle, ClientError>>;
  /** The status of each entry, in their order: one that failed keeps no other from being done. 0 where none is told. */
  readonly batch: (bundle: Bundle, signal?: AbortSignal) => Promise<Result<readonly number[], ClientError>>;
  /** Any JSON under the base address; `path` begins with a slash. */
  readonly get: (path: string, signal?: AbortSignal) => Promise<Result<unknown, ClientError>>;
  /** The pages of a search ("DocumentReference?..."), one at a time; ends after the first that fails. */
  readonly pages: (query: string, signal?: AbortSignal) => AsyncGenerator<Result<Bundle, ClientError>, void>;
};

/** What a session is made of on the server: it must know each of them. */
const needed = [
  'Patient',
  'Practitioner',
  'Procedure',
  'MedicationAdministration',
  'Medication',
  'BodyStructure',
  'Observation',
  'DocumentReference',
  'Provenance',
] as const;

/** Chosen: longer than a slow server takes for a session with its PDF. */
export const standardTimeoutMs = 60_000;
/** Larger answers are not read: a page of a search is far below. Chosen. */
export const maxAnswerBytes = 100_000_000;
/** A search that goes on longer never ends: at ten documents a page these are 200,000. Chosen. */
const mostPages = 20_000;
/** So many pages in a row that hold nothing lead nowhere. Chosen. */
export const mostEmptyPages = 50;

export function createFhirClient({
  fetch,
  base,
  authorization,
  renew = () => Promise.resolve(false),
  timeoutMs = standardTimeoutMs,
}: ClientDeps): FhirClient {
  const ask = async (url: string, init: Asking): Promise<Result<unknown, ClientError>> => {
    const answer = await askOnce(url, init);
    return !answer.ok && answer.error.kind === 'Unauthorized' && (await renew()) ? askOnce(url, init) : answer;
  };

  const askOnce = async (url: string, init: Asking): Promise<Result<unknown, ClientError>> => {
    const { signal: cancel, ...rest } = init;
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort();
    }, timeoutMs);
    const stop = () => {
      late.abort();
    };
    cancel?.addEventListener('abort', stop);
    try {
      if (cancel?.aborted === true) return err({ kind: 'Cancelled' });
      const auth = await authorization();
      late.signal.throwIfAborted();
      const response = await fetch(url, {
        ...rest,
        headers: {
          Accept: 'application/fhir+json',
          ...(init.body === undefined ? {} : { 'Content-Type': 'application/fhir+json' }),
          ...(auth === null ? {} : { Authorization: auth }),
        },
        signal: late.signal,
        // What is sent is meant for this address alone: no cache keeps it, no redirect carries it on.
        cache: 'no-store',
        redirect: 'error',
        credentials: 'same-origin',
        referrerPolicy: 'no-referrer',
      });
      return await read(response);
    } catch {
      if (cancel?.aborted === true) return err({ kind: 'Cancelled' });
      return err(late.signal.aborted ? { kind: 'Timeout', afterMs: timeoutMs } : { kind: 'Offline' });
    } finally {
      clearTimeout(timer);
      cancel?.removeEventListener('abort', stop);
    }
  };

  const post = async (
    bundle: Bundle,
    type: Bundle['type'],
    signal: AbortSignal | undefined,
  ): Promise<Result<Bundle, ClientError>> => {
    // The base itself, as FHIR asks; not with a slash, which some servers take for another address.
    const answer = await ask(base, {
      method: 'POST',
      body: JSON.stringify(bundle),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok) return answer;
    const said = bundleIn(answer.value);
    return said?.type === type ? ok(said) : notFhir(answer.value);
  };

  return {
    base,
    get: (path, signal) => ask(`${base}${path}`, { method: 'GET', ...(signal === undefined ? {} : { signal }) }),

    async metadata(signal) {
      const answer = await ask(`${base}/metadata`, { method: 'GET', ...(signal === undefined ? {} : { signal }) });
      if (!answer.ok) return answer;
      return saysItIs(answer.value, 'CapabilityStatement') ? capabilityOf(answer.value) : notFhir(answer.value);
    },

    transaction: inPartsWhereNeeded((bundle, signal) => post(bundle, 'transaction-response', signal)),

    async batch(bundle, signal) {
      const answer = await post(bundle, 'batch-response', signal);
      if (!answer.ok) return answer;
      return ok((answer.value.entry ?? []).map(statusOf));
    },

    async *pages(query, signal) {
      const seen = new Set<string>();
      let empty = 0;
      for (let url = `${base}/${query}`; ; ) {
        seen.add(url);
        const page = pageOf(await ask(url, { method: 'GET', ...(signal === undefined ? {} : { signal }) }));
        yield page;
        const next = page.ok ? nextLink(page.value) : null;
        if (!page.ok || next === null) return;
        empty = (page.value.entry ?? []).length === 0 ? empty + 1 : 0;
        const inside = within(base, next);
        // Another host would be told who we are and what we look for; the same page again would never end.
        if (inside === null || seen.has(inside) || seen.size >= mostPages || empty >= mostEmptyPages) {
          yield err({ kind: 'NotFhir', found: `next: ${shortened(next)}` });
          return;
        }
        url = inside;
      }
    },
  };
}

type Asking = { readonly method: string; readonly body?: string; readonly signal?: AbortSignal };

function nextLink(page: Bundle): string | null {
  const url: unknown = page.link?.find(({ relation }) => relation === 'next')?.url;
  return typeof url === 'string' ? url : null;
}

function pageOf(answer: Result<unknown, ClientError>): Result<Bundle, ClientError> {
  if (!answer.ok) return answer;
  const page = bundleIn(answer.value);
  return page === null ? notFhir(answer.value) : ok(page);
}

/** A link of an answer where it stays under the base address, else null. */
function within(base: string, link: string): string | null {
  try {
    const inside = new URL(link, `${base}/`);
    // A server behind one that adds TLS calls itself http; it is asked as the base address says.
    if (inside.host === new URL(base).host) inside.protocol = new URL(base).protocol;
    const url = inside.href;
    return url.startsWith(`${base}/`) || url.startsWith(`${base}?`) ? url : null;
  } catch {
    return null;
  }
}

async function read(response: Response): Promise<Result<unknown, ClientError>> {
  const { status } = response;
  const bytes = await readBounded(response, maxAnswerBytes);
  if (bytes === null) return err({ kind: 'NotFhir', found: 'too large' });
  const body = new TextDecoder().decode(bytes);
  if (status >= 200 && status < 300) {
    try {
      return ok(JSON.parse(body) as unknown);
    } catch {
      return err({ kind: 'NotFhir', found: foundIn(response, body) });
    }
  }
  return err(failureOf(status, jsonIn(body), retryAfter(response.headers)));
}

/** Seconds or a date (RFC 9110, 10.2.3), as milliseconds from when the server answered. */
function retryAfter(headers: Headers): number | null {
  const said = headers.get('retry-after');
  if (said === null) return null;
  if (/^\d+$/.test(said.trim())) return Number(said) * 1000;
  const [at, from] = [Date.parse(said), Date.parse(headers.get('date') ?? '')];
  return Number.isNaN(at) || Number.isNaN(from) ? null : Math.max(0, at - from);
}

/** Null where it is none. */
function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function foundIn(response: Response, body: string): string {
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  return type === '' ? shortened(body.slice(0, 60)) : type;
}

function notFhir(value: unknown): Result<never, ClientError> {
  const type = isFields(value) ? value['resourceType'] : undefined;
  return err({ kind: 'NotFhir', found: typeof type === 'string' ? shortened(type) : 'JSON' });
}

function capabilityOf(statement: Fields): Result<Capability, ClientError> {
  const { fhirVersion, software } = statement;
  if (typeof fhirVersion !== 'string' || !/^4\.0(\.|$)/.test(fhirVersion))
    return err({ kind: 'NotFhir', found: `FHIR ${shortened(String(fhirVersion))}` });
  const { interactions, types } = canDoIn(statement);
  const lacks: Lack[] = [];
  if (!interactions.includes('transaction')) lacks.push({ kind: 'transaction' });
  // A server that lists none is taken at its word about transactions alone.
  if (types.length > 0) for (const type of needed) if (!types.includes(type)) lacks.push({ kind: 'resource', type });
  const { name, version } = isFields(software) ? software : {};
  const named = [name, version].filter((part) => typeof part === 'string').join(' ');
  return ok({ fhirVersion, software: shortened(named), lacks });
}
