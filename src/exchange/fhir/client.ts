import type { Bundle } from 'fhir/r4';
import { err, ok, type Result } from '../../protocol/words';
import type { Bytes } from '../../record/crypto-port';
import { bundleIn, bytesOfBinary, saysItIs, statusOf } from './answered';
import { type Capability, capabilityOf } from './capability';
import type { ClientError } from './client-error';
import { shortened } from './failure';
import { inPartsWhereNeeded } from './in-parts';
import { asJson, notFhir, readAnswer, type Taking } from './read-answer';

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
  /**
   * What is at a link of an answer: the bytes of a Binary, or those of a file as it is. Only where it leads under the base address,
   * and no more than `limit` bytes.
   */
  readonly bytes: (link: string, limit: number, signal?: AbortSignal) => Promise<Result<Bytes, ClientError>>;
  /** The pages of a search ("DocumentReference?..."), one at a time; ends after the first that fails. */
  readonly pages: (query: string, signal?: AbortSignal) => AsyncGenerator<Result<Bundle, ClientError>, void>;
};

/** Chosen: longer than a slow server takes for a session with its PDF. */
const standardTimeoutMs = 60_000;
/** A search that goes on longer never ends: at ten documents a page these are 200,000. Chosen. */
const mostPages = 20_000;
/** So many pages in a row that hold nothing lead nowhere. Chosen. */
export const mostEmptyPages = 50;

/**
 * A client of the FHIR R4 server at `base` (no slash at its end). Every failure is a value (`ClientError`); nothing is
 * followed outside the base, and nothing read beyond its bounds. `authorization` signs each request in; `renew` is tried
 * once where that was refused.
 */
export function createFhirClient({
  fetch,
  base,
  authorization,
  renew = () => Promise.resolve(false),
  timeoutMs = standardTimeoutMs,
}: ClientDeps): FhirClient {
  const askFor = async <T>(url: string, init: Asking, as: Taking<T>): Promise<Result<T, ClientError>> => {
    const answer = await askOnce(url, init, as);
    return !answer.ok && answer.error.kind === 'Unauthorized' && (await renew()) ? askOnce(url, init, as) : answer;
  };
  const ask = (url: string, init: Asking): Promise<Result<unknown, ClientError>> => askFor(url, init, asJson);

  const askOnce = async <T>(url: string, init: Asking, as: Taking<T>): Promise<Result<T, ClientError>> => {
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
      return await readAnswer(response, as);
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

    async bytes(link, limit, signal) {
      const url = within(base, link);
      if (url === null) return err({ kind: 'NotFhir', found: shortened(link) });
      const take = (body: Bytes) => ok(bytesOfBinary(body));
      // As a resource the bytes are in base64, and longer by a third.
      const as = { limit: Math.ceil((limit * 4) / 3) + 10_000, take };
      return askFor(url, { method: 'GET', ...(signal === undefined ? {} : { signal }) }, as);
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
