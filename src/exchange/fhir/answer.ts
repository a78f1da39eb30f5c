import type { Answer, Mend } from '../../record/outbox';
import type { ClientError } from './client-error';

/** What a failed request means for the version that was sent: whether it waits, or what has to be mended first. */
export function answerOf(error: ClientError): Answer {
  switch (error.kind) {
    case 'Offline':
    case 'Cancelled':
      return { kind: 'later', why: 'offline', retryAfterMs: null };
    case 'Timeout':
      return { kind: 'later', why: 'timeout', retryAfterMs: null };
    case 'Busy':
      return { kind: 'later', why: 'busy', retryAfterMs: error.retryAfterMs };
    case 'Server':
      return { kind: 'later', why: 'server', retryAfterMs: null };
    case 'NotFhir':
      return { kind: 'later', why: 'not-fhir', retryAfterMs: null };
    case 'Unauthorized':
      return { kind: 'later', why: 'sign-in', retryAfterMs: null };
    case 'Forbidden':
      return { kind: 'refused', status: 403, text: error.text, mend: 'rights' };
    case 'Refused':
      return {
        kind: 'refused',
        status: error.status,
        text: error.text,
        mend: error.tooMuch === true ? 'size' : mendOf(error.status),
      };
  }
}

/** By what a FHIR server means by a status (HL7 FHIR R4, http.html, 3.1.0.4 and 3.1.0.8). */
function mendOf(status: number): Mend {
  if (status === 404 || status === 405 || status === 410 || status === 501) return 'address';
  if (status === 412) return 'duplicates';
  if (status === 413) return 'size';
  if (status === 406 || status === 415) return 'format';
  return 'record';
}
