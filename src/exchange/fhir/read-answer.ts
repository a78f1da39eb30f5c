import { err, ok, type Result } from '../../protocol/words';
import type { Bytes } from '../../record/crypto-port';
import { isFields, issuesIn } from './answered';
import { readBounded } from './bounded-body';
import type { ClientError } from './client-error';

/** What is read of an answer that explains a refusal, and what is kept of it. */
const longestText = 400;
/** Larger answers are not read: a page of a search is far below. Chosen. */
export const maxAnswerBytes = 100_000_000;

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
  const text = outcomeText(new TextDecoder().decode(body));
  if (status === 401) return err({ kind: 'Unauthorized', text });
  if (status === 403) return err({ kind: 'Forbidden', text });
  if (status >= 500 && status !== 503) return err({ kind: 'Server', status, text });
  if ([408, 409, 425, 429, 503].includes(status))
    return err({ kind: 'Busy', status, retryAfterMs: retryAfter(response.headers), text });
  if (status >= 400) return err({ kind: 'Refused', status, text });
  return err({ kind: 'NotFhir', found: `status ${String(status)}` });
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

/** What an OperationOutcome says went wrong, shortened; empty where the answer is none. */
function outcomeText(body: string): string {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return '';
  }
  const all = issuesIn(json);
  const wrong = all.filter(({ severity }) => severity === 'error' || severity === 'fatal');
  const texts = (wrong.length > 0 ? wrong : all).map(({ details, diagnostics, code, expression }) => {
    const where: unknown = Array.isArray(expression) ? expression[0] : undefined;
    return `${details?.text ?? diagnostics ?? code ?? ''}${typeof where === 'string' ? ` (${where})` : ''}`;
  });
  return shortened([...new Set(texts)].join('; '));
}

export const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestText ? line : `${line.slice(0, longestText - 1)}…`;
};

function foundIn(response: Response, body: string): string {
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  return type === '' ? shortened(body.slice(0, 60)) : type;
}

/** What was answered is none of what was asked for. */
export function notFhir(value: unknown): Result<never, ClientError> {
  const type = isFields(value) ? value['resourceType'] : undefined;
  return err({ kind: 'NotFhir', found: typeof type === 'string' ? shortened(type) : 'JSON' });
}
