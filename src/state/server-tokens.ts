import type { FetchPort } from '../exchange/fhir/client';
import { isFresh, readGrant, refreshBody } from '../exchange/fhir/smart';
import { askForToken } from '../exchange/fhir/token-client';
import type { KeptServer } from './kept-server';

export type ServerTokens = {
  /** The value of the header Authorization; null for none. Renews a granted token that is about to end. */
  readonly authorization: () => Promise<string | null>;
  /** A fresh token by the refresh token, once however many ask. False where that cannot be. */
  readonly renew: () => Promise<boolean>;
};

/** What every request to the clinic's server is signed in with, as it is kept at that moment. */
export function createServerTokens(kept: KeptServer, fetch: FetchPort, now: () => string): ServerTokens {
  const signInNow = async () => {
    const settings = await kept.read();
    // Locked, say: nothing may leave without the token that belongs to it.
    if (!settings.ok) throw new Error(`the sign-in cannot be read: ${settings.error.kind}`);
    return settings.value?.signIn;
  };

  let renewing: Promise<boolean> | null = null;
  const renew = (): Promise<boolean> => {
    renewing ??= renewNow().finally(() => {
      renewing = null;
    });
    return renewing;
  };
  const renewNow = async (): Promise<boolean> => {
    const settings = await kept.read();
    const signIn = settings.ok ? settings.value?.signIn : undefined;
    if (signIn?.kind !== 'smart' || signIn.grant?.refresh === undefined) return false;
    const { grant, client } = signIn;
    const { tokenEndpoint } = grant;
    const answer = await askForToken(fetch, tokenEndpoint, refreshBody(signIn.grant.refresh, client));
    if (!answer.ok) return false;
    const fresh = readGrant(answer.value, { now: Date.parse(now()), tokenEndpoint, before: grant });
    if (!fresh.ok) return false;
    return (await kept.changeSmart((smart) => ({ ...smart, grant: fresh.value }))) === null;
  };

  return {
    renew,
    async authorization() {
      const signIn = await signInNow();
      if (signIn === undefined || signIn.kind === 'none') return null;
      if (signIn.kind === 'bearer') return `Bearer ${signIn.token}`;
      if (signIn.grant === undefined) return null;
      if (isFresh(signIn.grant, Date.parse(now())) || !(await renew())) return `Bearer ${signIn.grant.access}`;
      const after = await signInNow();
      return after?.kind === 'smart' && after.grant !== undefined ? `Bearer ${after.grant.access}` : null;
    },
  };
}
