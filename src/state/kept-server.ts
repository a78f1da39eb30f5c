import { type DocumentStore, ok, type Result, type StoreError } from '../record/ports';
import { readServerSettings, type ServerSettings, type SignIn } from '../record/server-settings';
import { serverSettingsId } from '../record/store-ids';

export type KeptServer = {
  readonly read: () => Promise<Result<ServerSettings | null, StoreError>>;
  /** Changes what is kept; `how` gives null where there is nothing to change. */
  readonly change: (how: (settings: ServerSettings | null) => ServerSettings | null) => Promise<StoreError | null>;
  /** The same of a SMART sign-in; nothing where another kind is set. */
  readonly changeSmart: (how: (smart: Smart) => Smart) => Promise<StoreError | null>;
};
export type Smart = SignIn & { readonly kind: 'smart' };

type Kept = { readonly settings: ServerSettings | null; readonly revision: number };

/** Other windows may write it meanwhile; none does so this often. */
const mostAttempts = 10;

/** What is set of the clinic's server, in the vault. `changed` is told what is kept now. */
export function createKeptServer(
  documents: Pick<DocumentStore, 'read' | 'write'>,
  changed: (settings: ServerSettings) => void,
): KeptServer {
  /** The revision of a document that does not open, as far as a write has told it. */
  let overDamaged = 0;
  const readKept = async (): Promise<Result<Kept, StoreError>> => {
    const found = await documents.read('server', serverSettingsId);
    // One that does not open any more is set anew, over what lies there.
    if (!found.ok && found.error.kind === 'Damaged') return ok({ settings: null, revision: overDamaged });
    if (found.ok) return ok({ settings: readServerSettings(found.value.doc), revision: found.value.revision });
    return found.error.kind === 'NotFound' ? ok({ settings: null, revision: 0 }) : found;
  };

  const change: KeptServer['change'] = async (how) => {
    for (let attempt = 1; ; attempt += 1) {
      const kept = await readKept();
      if (!kept.ok) return kept.error;
      const next = how(kept.value.settings);
      if (next === null) return null;
      const doc = { kind: 'server', id: serverSettingsId, doc: next, expected: kept.value.revision } as const;
      const written = await documents.write([doc], 'strict');
      if (written.ok) {
        changed(next);
        return null;
      }
      if (written.error.kind !== 'Conflict' || attempt === mostAttempts) return written.error;
      overDamaged = written.error.stored;
    }
  };

  return {
    async read() {
      const kept = await readKept();
      return kept.ok ? ok(kept.value.settings) : kept;
    },
    change,
    changeSmart: (how) =>
      change((settings) => (settings?.signIn.kind === 'smart' ? { ...settings, signIn: how(settings.signIn) } : null)),
  };
}
