import { err, ok, type Result } from '../../protocol/words';
import type { FetchPort } from './client';

/** Asks a token endpoint (RFC 6749): its JSON, whatever it says; null where nothing that is JSON came back. */
export async function askForToken(
  fetch: FetchPort,
  endpoint: string,
  body: string,
  timeoutMs = 30_000,
): Promise<Result<unknown, null>> {
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort();
  }, timeoutMs);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
      signal: late.signal,
      cache: 'no-store',
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    // What is temporary is no answer: the refresh token is still good.
    if (response.status >= 500 || response.status === 429) return err(null);
    return ok((await response.json()) as unknown);
  } catch {
    return err(null);
  } finally {
    clearTimeout(timer);
  }
}
