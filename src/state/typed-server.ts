import { type ServerSettings, type SignIn, standardScope } from '../record/server-settings';

/** What is set, without what is secret in it. */
export type ShownServer = {
  readonly address: string;
  readonly signIn: SignIn['kind'];
  /** A token is kept: typed, or granted. */
  readonly hasToken: boolean;
  readonly client: string;
  readonly scope: string;
  readonly paused: boolean;
};

/** What is typed. An empty token leaves the one that is kept. */
export type TypedServer = {
  readonly address: string;
  readonly signIn: SignIn['kind'];
  readonly token: string;
  readonly client: string;
  readonly scope: string;
};

/** What is typed over what was kept, blanks taken off; null where a token is needed and there is none. */
export function signInOf(typed: Omit<TypedServer, 'address'>, old: SignIn | null): SignIn | null {
  if (typed.signIn === 'none') return { kind: 'none' };
  if (typed.signIn === 'bearer') {
    const said = typed.token.trim();
    const token = said === '' && old?.kind === 'bearer' ? old.token : said.replace(/^bearer\s+/i, '');
    // What cannot stand in a header is no token.
    return /^[\x21-\x7e]+$/.test(token) ? { kind: 'bearer', token } : null;
  }
  const [client, scope] = [typed.client.trim(), typed.scope.trim()];
  const asked = { kind: 'smart', client, scope: scope === '' ? standardScope : scope } as const;
  const keeps = old?.kind === 'smart' && old.client === client && old.scope === asked.scope;
  return keeps ? { ...old, ...asked } : asked;
}

/** Null where no server is set. */
export function shownOf({ address, signIn, paused }: ServerSettings): ShownServer | null {
  if (address === '') return null;
  const smart = signIn.kind === 'smart' ? signIn : null;
  return {
    address,
    signIn: signIn.kind,
    hasToken: signIn.kind === 'bearer' || smart?.grant !== undefined,
    client: smart?.client ?? '',
    scope: smart?.scope ?? '',
    paused,
  };
}
