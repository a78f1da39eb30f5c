/** Why a request came to nothing. */
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
