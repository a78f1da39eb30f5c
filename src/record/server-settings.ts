import './zod-setup';
import * as z from 'zod/mini';
import { instant, text } from './value-schemas';

/** What a SMART server granted. `expiresAt` in milliseconds since 1970; null where the server does not say. */
export type Grant = {
  readonly access: string;
  readonly refresh?: string;
  readonly expiresAt: number | null;
  readonly tokenEndpoint: string;
};

/** A sign-in that went to the server's own page and has not come back yet. */
export type BegunSignIn = {
  readonly state: string;
  readonly verifier: string;
  readonly tokenEndpoint: string;
  readonly redirect: string;
  readonly issuer?: string;
  readonly at: string;
};

export type SignIn =
  /** The server asks for none, or something in front of it adds its own. */
  | { readonly kind: 'none' }
  | { readonly kind: 'bearer'; readonly token: string }
  | {
      readonly kind: 'smart';
      /** The name under which the server knows this app. */
      readonly client: string;
      readonly scope: string;
      readonly grant?: Grant;
      readonly begun?: BegunSignIn;
    };

/** The clinic's own FHIR server, as it is kept in the vault and nowhere else: `signIn` holds secrets. */
export type ServerSettings = {
  /** As it was typed: a path on the app's own origin, or an address. */
  readonly address: string;
  readonly signIn: SignIn;
  readonly paused: boolean;
};

/** What is asked for where nobody says otherwise (SMART App Launch 2.0, scopes version 1 for older servers). */
export const standardScope = 'openid fhirUser offline_access user/*.read user/*.write';

const grantSchema = z.object({
  access: text,
  refresh: z.exactOptional(text),
  expiresAt: z.nullable(z.number()),
  tokenEndpoint: text,
});
const begunSchema = z.object({
  state: text,
  verifier: text,
  tokenEndpoint: text,
  redirect: text,
  issuer: z.exactOptional(text),
  at: instant,
});
const settingsSchema = z.object({
  address: text,
  signIn: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('bearer'), token: text }),
    z.object({
      kind: z.literal('smart'),
      client: text,
      scope: text,
      grant: z.exactOptional(grantSchema),
      begun: z.exactOptional(begunSchema),
    }),
  ]),
  paused: z.boolean(),
});

type Agree<Read extends ServerSettings> = Read;
/** Fails to compile when schema and type drift apart. */
export type ReadServerSettings = Agree<z.output<typeof settingsSchema>>;

/** Null where it cannot be read: it is then to be set anew. */
export function readServerSettings(doc: unknown): ServerSettings | null {
  const read = settingsSchema.safeParse(doc);
  return read.success ? read.data : null;
}
