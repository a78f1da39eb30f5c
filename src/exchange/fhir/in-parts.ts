import type { Bundle } from 'fhir/r4';
import { err, ok, type Result } from '../../protocol/words';
import type { ClientError } from './client-error';
import { failureIn } from './failure';
import { partBundle, partsOf, type Places, placesAfter } from './parts';

export type SendBundle = (bundle: Bundle, signal?: AbortSignal) => Promise<Result<Bundle, ClientError>>;

/**
 * Sends transactions whole, and in parts to a server that says that a whole one is too much, or that does not hold to all or
 * nothing; it remembers which. `send` hands one over and gives back whatever Bundle is answered. Ok alone where every entry was
 * done; the answer has the entries of the whole in their order. Where a part fails, all of it has failed: what went before stays,
 * and is met and left as it is when the whole is sent again.
 */
export function inPartsWhereNeeded(send: SendBundle): SendBundle {
  let wantsParts = false;

  const take: SendBundle = async (bundle, signal) => {
    const answer = await send(bundle, signal);
    if (!answer.ok) return answer;
    const failure = failureIn(answer.value, bundle);
    if (failure === null) return answer;
    // Some of it was done and some was not: from now on its documents come last.
    wantsParts ||= failure.kind !== 'NotFhir';
    return err(failure);
  };

  const takeInParts = async (
    bundle: Bundle,
    parts: ReturnType<typeof partsOf>,
    signal?: AbortSignal,
  ): Promise<Result<Bundle, ClientError>> => {
    const entry: NonNullable<Bundle['entry']> = (bundle.entry ?? []).map(() => ({}));
    let places: Places = new Map();
    for (const part of parts) {
      const sent = partBundle(bundle, part, places);
      const answer = await take(sent, signal);
      if (!answer.ok) return answer;
      const after = placesAfter(sent, answer.value, places);
      if (!after.ok) return err({ kind: 'NotFhir', found: `transaction-response: no location (${after.error})` });
      places = after.value;
      for (const [n, at] of part.entries()) entry[at] = answer.value.entry?.[n] ?? {};
    }
    return ok({ resourceType: 'Bundle', type: 'transaction-response', entry });
  };

  return async (bundle, signal) => {
    const parts = partsOf(bundle);
    if (!wantsParts || parts.length < 2) {
      const whole = await take(bundle, signal);
      if (whole.ok || parts.length < 2 || !isTooMuch(whole.error)) return whole;
    }
    const done = await takeInParts(bundle, parts, signal);
    wantsParts ||= done.ok;
    return done;
  };
}

const isTooMuch = (error: ClientError): boolean =>
  (error.kind === 'Refused' || error.kind === 'Forbidden') && error.tooMuch === true;
