import { err, ok, type Result } from '../../protocol/words';
import type { Bytes } from '../../record/crypto-port';
import { isFields } from './answered';
import { readBounded } from './bounded-body';
import type { ClientError } from './client-error';
import { failureOf, shortened } from './failure';

/** Larger answers are not read: a page of a search is far below. Chosen. */
const maxAnswerBytes = 100_000_000;

/** How an answer is read. */
export type Taking<T> = {
  readonly limit: number;
  readonly take: (body: Bytes, response: Response) => Result<T, ClientError>;
};

/** An answer of a server as a value: what it holds, or what it means that there is none. */
export async function readAnswer<T>(response: Response, { limit, take }: Taking<T>): Promise<Result<T, ClientError>> {
  const { status } = response;
  const body = await readBounded(response, limit);
  if (body === null) return err({ kind: 'NotFhir', found: 'too large' });
  if (status >= 200 && status < 300) return take(body, response);
  return err(failureOf(status, jsonIn(new TextDecoder().decode(body)), retryAfter(response.headers)));
}

export const asJson: Taking<unknown> = {
  limit: maxAnswerBytes,
  take(body, response) {
    const text = new TextDecoder().decode(body);
    try {
      return ok(JSON.parse(text) as unknown);
    } catch {
      return err({ kind: 'NotFhir', found: foundIn(response, text) });
    }
  },
};

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

/** What was answered is none of what was asked for. */
export function notFhir(value: unknown): Result<never, ClientError> {
  const type = isFields(value) ? value['resourceType'] : undefined;
  return err({ kind: 'NotFhir', found: typeof type === 'string' ? shortened(type) : 'JSON' });
}
