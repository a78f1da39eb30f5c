import { err, ok, type Result } from '../../protocol/words';

export type AddressProblem =
  /** Nothing, or nothing that could be an address. */
  | { readonly kind: 'Unreadable' }
  /** Plain http to another machine: whoever is on the way could read it. */
  | { readonly kind: 'NotEncrypted'; readonly host: string }
  /** Neither http nor https. */
  | { readonly kind: 'OtherScheme'; readonly scheme: string }
  /** A name and password in the address would be kept and shown as part of it. */
  | { readonly kind: 'HoldsPassword' }
  /** A base address ends before `?` and `#`. */
  | { readonly kind: 'HasQuery' };

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The base address of a FHIR server from what was typed, without a slash at its end: a path on the page's own origin
 * ("/fhir"), an https address, or plain http on this machine or the page's own origin.
 */
export function readServerAddress(typed: string, pageOrigin: string): Result<string, AddressProblem> {
  const text = typed.trim();
  const isPath = text.startsWith('/') && !text.startsWith('//');
  if (!isPath && !/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return err({ kind: 'Unreadable' });
  let url: URL;
  try {
    url = new URL(text, pageOrigin);
  } catch {
    return err({ kind: 'Unreadable' });
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return err({ kind: 'OtherScheme', scheme: url.protocol.slice(0, -1) });
  if (url.username !== '' || url.password !== '') return err({ kind: 'HoldsPassword' });
  if (/[?#]/.test(text)) return err({ kind: 'HasQuery' });
  if (url.protocol === 'http:' && url.origin !== pageOrigin && !loopback.test(url.hostname))
    return err({ kind: 'NotEncrypted', host: url.host });
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
}
