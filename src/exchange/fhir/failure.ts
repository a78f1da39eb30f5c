import type { Bundle, BundleEntry, OperationOutcomeIssue } from 'fhir/r4';
import { isFields, issuesIn, statusOf } from './answered';
import type { ClientError } from './client-error';

/** What is kept of an answer that explains a refusal. */
const longestText = 400;

type Issues = readonly Partial<OperationOutcomeIssue>[];

/** What a status other than 2xx means, and what the server said of it (an OperationOutcome, or anything). */
export function failureOf(status: number, said: unknown, retryAfterMs: number | null): ClientError {
  const issues = issuesIn(said);
  return meaningOf(status, textOf(issues), { retryAfterMs, ...(saysTooMuch(status, issues) ? { tooMuch: true } : {}) });
}

type More = { readonly retryAfterMs: number | null; readonly tooMuch?: true };

function meaningOf(status: number, text: string, { retryAfterMs, ...much }: More): ClientError {
  if (status === 401) return { kind: 'Unauthorized', text };
  if (status === 403) return { kind: 'Forbidden', text, ...much };
  if ([408, 409, 425, 429, 503].includes(status)) return { kind: 'Busy', status, retryAfterMs, text };
  // 501 passes by itself as little as a 4xx: it cannot do what is asked, ever.
  if (status >= 500 && status !== 501) return { kind: 'Server', status, text };
  if (status >= 400) return { kind: 'Refused', status, text, ...much };
  return { kind: 'NotFhir', found: `status ${String(status)}` };
}

/**
 * Why a transaction that was answered is not done, by its first entry that failed; null where it is done, entry by entry (2xx, or
 * 304 where nothing had to be). By the rules of R4 a transaction is answered only where all of it was done, but a server that
 * takes entry by entry answers so as well.
 */
export function failureIn(answer: Bundle, sent: Bundle): ClientError | null {
  const entries: readonly BundleEntry[] = answer.entry ?? [];
  const statuses = entries.map(statusOf);
  const failed = statuses.findIndex((status) => !((status >= 200 && status < 300) || status === 304));
  if (entries.length === (sent.entry ?? []).length && failed < 0) return null;
  const status = statuses[failed] ?? 0;
  if (status < 400) return { kind: 'NotFhir', found: `transaction-response: ${shortened(statuses.join(', '))}` };
  const response: unknown = entries[failed]?.response;
  // Said of one entry, "too much" is nothing that smaller transactions would change.
  const outcome = isFields(response) ? response['outcome'] : undefined;
  return meaningOf(status, textOf(issuesIn(outcome)), { retryAfterMs: null });
}

/** Codes of FHIR, and words of servers, for a request that is too much in one. An issue about one place in it means that place. */
function saysTooMuch(status: number, issues: Issues): boolean {
  return (
    status === 413 ||
    issues.some(({ code, details, diagnostics, expression }) => {
      const where: unknown = Array.isArray(expression) ? expression[0] : undefined;
      if (typeof where === 'string' && !/^Bundle(\.entry)?$/.test(where)) return false;
      return (
        code === 'too-costly' || code === 'too-long' || tooMuchWords.test(`${details?.text ?? ''} ${diagnostics ?? ''}`)
      );
    })
  );
}

const tooMuchWords = /\btoo (many|large|big|long|costly)\b|\bexceed|\blimit|\bmore\b.*\bthan (is )?allowed\b/i;

/** What issues say went wrong, shortened; empty where they say nothing. */
function textOf(all: Issues): string {
  const wrong = all.filter(({ severity }) => severity === 'error' || severity === 'fatal');
  const texts = (wrong.length > 0 ? wrong : all).map(({ details, diagnostics, code, expression }) => {
    const where: unknown = Array.isArray(expression) ? expression[0] : undefined;
    return `${details?.text ?? diagnostics ?? code ?? ''}${typeof where === 'string' ? ` (${where})` : ''}`;
  });
  return shortened([...new Set(texts)].join('; '));
}

/** A text of a server on one line, cut where it is long. */
export const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestText ? line : `${line.slice(0, longestText - 1)}…`;
};
