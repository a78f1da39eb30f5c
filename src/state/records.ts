import '../messages/later';
import { type FileProblem, readSessionFile, sessionFileName, toSessionFile } from '../exchange/session-file';
import type { HeadRef } from '../anatomy/anchor';
import { type Message, say, t } from '../messages/translate';
import type { SessionStore } from '../record/ports';
import type { Session } from '../record/session';
import { maxFileBytes } from '../record/session-file-schema';
import { damageText } from './damage-text';
import { variantProblemMessage } from './variant-text';
import { refusalMessage, storeErrorText } from './refusal-text';

export type RecordsDeps = {
  readonly store: SessionStore;
  readonly head: HeadRef;
  readonly version: string;
  /** Hands a text to the user as a file. */
  readonly saveFile: (name: string, text: string) => void;
};

/** What became of an import or export, for the user. */
export type Outcome = { readonly ok: boolean; readonly message: Message };

export type Records = {
  readonly exportSession: (id: string) => Promise<Outcome>;
  /** Exports a session as it is in memory. */
  readonly exportNow: (session: Session) => void;
  readonly importFile: (file: Pick<Blob, 'text' | 'size'>) => Promise<Outcome>;
};

/** Sessions in and out as files. A file that is not taken changes nothing, and a kept session is never overwritten. */
export function createRecords({ store, head, version, saveFile }: RecordsDeps): Records {
  const failed = (key: 'records.notExported' | 'records.notImported', why: string): Outcome => ({
    ok: false,
    message: { key, values: { why } },
  });
  const exportNow = (session: Session) => {
    saveFile(sessionFileName(session), toSessionFile(session, version));
  };

  return {
    exportNow,

    async exportSession(id) {
      const loaded = await store.load(id);
      if (loaded.ok) {
        exportNow(loaded.value.session);
        return { ok: true, message: { key: 'said.exported' } };
      }
      if (loaded.error.kind !== 'Damaged') return failed('records.notExported', storeErrorText(loaded.error));
      // A damaged record can still be handed out as it lies, for whoever can mend it.
      const raw = await store.loadRaw(id);
      if (!raw.ok) return failed('records.notExported', storeErrorText(raw.error));
      saveFile(`aliquot-damaged-${id.slice(0, 8)}.json`, raw.value);
      return { ok: true, message: { key: 'said.exportedRaw' } };
    },

    async importFile(file) {
      // A file that cannot be a session is not even read.
      if (file.size > maxFileBytes) return { ok: false, message: { key: 'file.TooLarge' } };
      let text: string;
      try {
        text = await file.text();
      } catch {
        return { ok: false, message: { key: 'file.unreadable' } };
      }
      const read = readSessionFile(text, head);
      if (!read.ok) return { ok: false, message: problemMessage(read.error) };
      const { session, notes } = read.value;
      const kept = await store.load(session.id);
      if (kept.ok) {
        const same = toSessionFile(kept.value.session, version) === toSessionFile(session, version);
        return { ok: same, message: { key: same ? 'file.exists' : 'file.existsDiffers' } };
      }
      if (kept.error.kind !== 'NotFound') return failed('records.notImported', storeErrorText(kept.error));
      const written = await store.save(session, 0);
      if (!written.ok) return failed('records.notImported', storeErrorText(written.error));
      return { ok: true, message: { key: notes.length > 0 ? 'said.importedNotes' : 'said.imported' } };
    },
  };
}

/** Why a file was not taken, in plain words with the place in the file. */
export function problemMessage(problem: FileProblem): Message {
  switch (problem.kind) {
    case 'TooLarge':
      return { key: 'file.TooLarge' };
    case 'NotJson':
      return { key: 'file.NotJsonAt', values: { line: problem.line, column: problem.column } };
    case 'NotASession':
      return {
        key: 'file.NotASession',
        values: { path: problem.path === '' ? t('file.whole') : problem.path, what: damageText(problem.what) },
      };
    case 'NewerVersion':
      return { key: 'file.NewerVersion', values: { found: problem.found, known: problem.known } };
    case 'Damaged':
      return { key: 'file.Damaged', values: { path: problem.path, what: damageText(problem.what) } };
    case 'HeadImpossible':
      return {
        key: 'file.HeadImpossible',
        values: { path: problem.path, why: variantProblemMessage(problem.problem) },
      };
    case 'RuleBroken':
      return { key: 'file.RuleBroken', values: { n: problem.index + 1, why: say(refusalMessage(problem.refusal)) } };
    case 'TotalsDisagree':
      return {
        key: 'file.TotalsDisagree',
        values: { field: problem.field, stated: problem.stated, derived: problem.derived },
      };
  }
}
