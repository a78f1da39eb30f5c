import { openSession, type Session } from '../../src/record/session';
import { amend, type SignedVersion, signFirst } from '../../src/record/signed-version';
import type { CryptoPort } from '../../src/record/crypto-port';
import { makeSigningKey } from '../../src/storage/web-crypto';
import { give, planned, sampleHead, sampleSession, sampleVial } from './sample-sessions';

/** The ports of two injectors, made once: a new pair of keys in every run. */
export async function twoInjectors(): Promise<readonly [CryptoPort, CryptoPort]> {
  const wrapping = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
  const [one, two] = await Promise.all([makeSigningKey(wrapping), makeSigningKey(wrapping)]);
  return [one.port, two.port];
}

export const author = { profile: 'profile-1', name: 'Dr A. Example', credentials: 'MD' };
export const at = (minute: number): string => `2026-03-02T10:${String(minute).padStart(2, '0')}:00+01:00`;
export const unwrap = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Two planned sites, one of them given: the smallest session with something of each kind in it, and unknown fields. */
export function smallSession(change: Partial<Session> = {}): Session {
  const session = openSession({
    ...sampleSession(),
    head: sampleHead,
    entries: [
      ...planned.slice(0, 2).map((entry, n) => (n === 0 ? { ...entry, 'x-room': { n: [1, 2.5e-7] } } : entry)),
      give(40, planned[0]?.site ?? ''),
    ],
    vials: [{ ...sampleVial, 'x-fridge': 'B' } as typeof sampleVial],
  });
  return { ...session, unknown: { 'x-clinic': { beds: 4 } }, ...change };
}

/** A record of three versions: signed, amended in its note by a second injector, and given an addendum by the first. */
export async function signedRecord(
  session: Session,
  [one, two]: readonly [CryptoPort, CryptoPort],
): Promise<readonly SignedVersion[]> {
  const first = unwrap(await signFirst(session, { author, at: at(1), storeHead: null }, one));
  const changed = { ...session, note: `${session.note}\nNo complaints at the door.` };
  const other = { profile: 'profile-2', name: 'B. Example' };
  const second = unwrap(
    await amend(
      [first],
      { session: changed },
      { author: other, at: at(2), storeHead: first.hash, reason: 'note' },
      two,
    ),
  );
  const third = unwrap(
    await amend(
      [first, second],
      { addendum: 'Called the next day: well.' },
      { author, at: at(3), storeHead: second.hash, reason: 'call' },
      one,
    ),
  );
  return [first, second, third];
}
