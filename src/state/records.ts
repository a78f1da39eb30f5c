import '../messages/later';
import { readSessionFile, sessionFileName, toSessionFile } from '../exchange/session-file';
import type { HeadRef } from '../anatomy/anchor';
import { type Message, say } from '../messages/translate';
import type { RegionId } from '../protocol/regions';
import type { Bytes } from '../record/crypto-port';
import { ok, type Result, type SessionStore, type StoreError } from '../record/ports';
import type { Session } from '../record/session';
import type { SignedVersion } from '../record/signed-version';
import { maxFileBytes } from '../record/session-file-schema';
import { problemMessage } from './file-text';
import { storeErrorText } from './refusal-text';
import type { SigningDesk } from './signing';
import { whyVialsTaken } from './vial-claims';

export type RecordsDeps = {
  readonly store: SessionStore;
  /** Signed versions and the audit log; without it everything is a draft and nothing is put down. */
  readonly signing?: () => Promise<Pick<SigningDesk, 'versionsOf' | 'heldOf' | 'takeIn' | 'log'>>;
  readonly head: HeadRef;
  readonly version: string;
  /** The procedure note of the last of these versions as a PDF; without it a Bundle has the signed record alone. */
  readonly notePdf?: (versions: readonly SignedVersion[]) => Promise<Result<Bytes, Message>>;
  /** Hands a text to the user as a file. */
  readonly saveFile: (name: string, text: string) => void;
};

/** What verifies signed files and makes and reads Bundles, fetched when there is one. */
const signedFiles = () => import('./signed-files');
const bundleFiles = () => import('./bundle-file');

/** What became of an import or export, for the user. */
export type Outcome = { readonly ok: boolean; readonly message: Message };

export type Records = {
  readonly exportSession: (id: string) => Promise<Outcome>;
  /** Exports a session as it is in memory. */
  readonly exportNow: (session: Session) => void;
  /** Exports a signed version, and all before it, as a FHIR Bundle (docs/fhir.md). */
  readonly exportBundle: (id: string, version: number, region: RegionId | undefined) => Promise<Outcome>;
  readonly importFile: (file: Pick<Blob, 'text' | 'arrayBuffer' | 'size'>) => Promise<Outcome>;
};

/** Sessions in and out as files. A file that is not taken changes nothing, and a kept session is never overwritten. */
export function createRecords({ store, signing, head, version, notePdf, saveFile }: RecordsDeps): Records {
  const failed = (key: 'records.notExported' | 'records.notImported', why: string): Outcome => ({
    ok: false,
    message: { key, values: { why } },
  });
  const notLogged = (error: StoreError): Outcome => ({
    ok: false,
    message: { key: 'records.notLogged', values: { why: storeErrorText(error) } },
  });
  const exportNow = (session: Session) => {
    saveFile(sessionFileName(session), toSessionFile(session, version));
  };

  return {
    exportNow,

    async exportSession(id) {
      const loaded = await store.load(id);
      const desk = await signing?.();
      // Put down before it is handed out. Where that fails, a record still goes out, and it is said.
      const told = (await desk?.log.append({ kind: 'exported', record: id })) ?? ok(null);
      const exported = (key: 'said.exported' | 'said.exportedSigned' | 'said.exportedRaw'): Outcome =>
        told.ok ? { ok: true, message: { key } } : notLogged(told.error);
      if (loaded.ok) {
        const { session } = loaded.value;
        const versions = (await desk?.versionsOf(id)) ?? { ok: true, value: [] };
        if (!versions.ok) return failed('records.notExported', storeErrorText(versions.error));
        if (versions.value.length > 0) {
          const signed = await (await signedFiles()).signedText(versions.value, version);
          if (signed.ok) {
            saveFile(sessionFileName(session), signed.value);
            return exported('said.exportedSigned');
          }
          // What does not hold goes out as what it is, for whoever can tell what happened to it.
          const raw = `${JSON.stringify({ session, versions: versions.value }, null, 2)}\n`;
          saveFile(`aliquot-damaged-${id.slice(0, 8)}.json`, raw);
          return { ok: false, message: { key: 'records.signedBroken', values: { why: say(signed.error) } } };
        }
        exportNow(loaded.value.session);
        return exported('said.exported');
      }
      if (loaded.error.kind !== 'Damaged') return failed('records.notExported', storeErrorText(loaded.error));
      // A damaged record can still be handed out as it lies, for whoever can mend it.
      const raw = await store.loadRaw(id);
      if (!raw.ok) return failed('records.notExported', storeErrorText(raw.error));
      saveFile(`aliquot-damaged-${id.slice(0, 8)}.json`, raw.value);
      return exported('said.exportedRaw');
    },

    async exportBundle(id, number, region) {
      const desk = await signing?.();
      const read = (await desk?.versionsOf(id)) ?? ok([]);
      if (!read.ok) return failed('records.notExported', storeErrorText(read.error));
      const versions = (read.value as readonly (SignedVersion | null)[]).slice(0, number);
      const whole = versions.filter((one) => one !== null);
      const last = whole.at(-1);
      if (last === undefined || whole.length < number) return { ok: false, message: { key: 'bundle.incomplete' } };
      const pdf = (await notePdf?.(whole)) ?? null;
      const { bundleOf, bundleFileName } = await bundleFiles();
      const made = await bundleOf(whole, { app: version, region, pdf: pdf?.ok === true ? pdf.value : null });
      if (!made.ok) return failed('records.notExported', say(made.error));
      // Put down before it is handed out, as any export.
      const told = (await desk?.log.append({ kind: 'exported', record: id })) ?? ok(null);
      saveFile(bundleFileName(last), `${JSON.stringify(made.value, null, 2)}\n`);
      if (!told.ok) return notLogged(told.error);
      if (pdf?.ok === false) return { ok: false, message: { key: 'bundle.noNote', values: { why: say(pdf.error) } } };
      return { ok: true, message: { key: pdf === null ? 'bundle.savedWithoutNote' : 'bundle.saved' } };
    },

    async importFile(file) {
      // A file that cannot be a session is not even read.
      const { maxSignedFileBytes, saysSigned, importSigned } = await signedFiles();
      const { maxBundleBytes, recordInBundle, saysBundle } = await bundleFiles();
      if (file.size > maxBundleBytes) return { ok: false, message: { key: 'file.TooLarge' } };
      let text: string;
      try {
        text = await file.text();
        if (signing !== undefined && saysBundle(text)) {
          const record = await recordInBundle(text);
          if (!record.ok) return { ok: false, message: record.error };
          return await importSigned(record.value, store, await signing(), head);
        }
        if (file.size > maxSignedFileBytes) return { ok: false, message: { key: 'file.TooLarge' } };
        if (signing !== undefined && saysSigned(text)) {
          return await importSigned(new Uint8Array(await file.arrayBuffer()), store, await signing(), head);
        }
      } catch {
        return { ok: false, message: { key: 'file.unreadable' } };
      }
      if (file.size > maxFileBytes) return { ok: false, message: { key: 'file.TooLarge' } };
      const read = readSessionFile(text, head);
      if (!read.ok) return { ok: false, message: problemMessage(read.error) };
      const { session, notes } = read.value;
      const kept = await store.load(session.id);
      if (kept.ok) {
        const same = toSessionFile(kept.value.session, version) === toSessionFile(session, version);
        return { ok: same, message: { key: same ? 'file.exists' : 'file.existsDiffers' } };
      }
      if (kept.error.kind !== 'NotFound') return failed('records.notImported', storeErrorText(kept.error));
      const taken = await whyVialsTaken(session, store);
      if (taken !== null) return { ok: false, message: taken };
      const written = await store.save(session, 0);
      if (!written.ok) return failed('records.notImported', storeErrorText(written.error));
      const told = (await (await signing?.())?.log.append({ kind: 'imported', record: session.id })) ?? ok(null);
      if (!told.ok) return notLogged(told.error);
      return { ok: true, message: { key: notes.length > 0 ? 'said.importedNotes' : 'said.imported' } };
    },
  };
}
