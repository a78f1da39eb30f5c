import '../messages/later';
import type { Message } from '../messages/translate';
import { t } from '../messages/translate';
import type { DocumentKind, SessionStore } from '../record/ports';
import type { Cost } from '../storage/argon2';
import { type BackupError, type Counts, makeBackup, proveBackup, restoreBackup } from '../storage/backup';
import type { Opener } from '../storage/backup-file';
import type { KeptRecords } from '../storage/open-records';
import type { RestoreConflict } from '../storage/restore-plan';
import { storeErrorText } from './refusal-text';

export type BackupDeskDeps = {
  readonly records: KeptRecords;
  readonly store: Pick<SessionStore, 'list'>;
  readonly now: () => string;
  readonly saveFile: (name: string, content: BlobPart, type: string) => void;
  readonly cost?: Cost;
};

/** What became of it, and what there is to say beyond that. */
export type BackupOutcome = {
  readonly ok: boolean;
  readonly message: Message;
  readonly more: readonly Message[];
};

/** What a restore left as it is, in words; `take` where the backup's version may be chosen instead. */
export type ConflictLine = { readonly id: string; readonly message: Message; readonly take: boolean };

export type BackupDesk = {
  /** One file, opened by its own passphrase. */
  readonly make: (passphrase: string) => Promise<BackupOutcome>;
  /** The restore drill: opens the file and reads all of it, and touches nothing. */
  readonly check: (file: Pick<Blob, 'arrayBuffer'>, opener: Opener) => Promise<BackupOutcome>;
  readonly restore: (
    file: Pick<Blob, 'arrayBuffer'>,
    opener: Opener,
    take?: readonly string[],
  ) => Promise<BackupOutcome & { readonly conflicts: readonly ConflictLine[] }>;
};

export function createBackupDesk({ records, store, now, saveFile, cost }: BackupDeskDeps): BackupDesk {
  const { connection, vault } = records;
  const deps = { connection, vault, now, ...(cost === undefined ? {} : { cost }) };
  const failed = (error: BackupError): BackupOutcome => ({ ok: false, message: backupTrouble(error), more: [] });

  const labels = async (): Promise<ReadonlyMap<string, string>> => {
    const listed = await store.list();
    if (!listed.ok) return new Map();
    return new Map(listed.value.flatMap((one) => (one.kind === 'session' ? [[one.id, one.patient.label]] : [])));
  };

  return {
    async make(passphrase) {
      const made = await makeBackup(deps, { passphrase, recoveryKey: false });
      if (!made.ok) return failed(made.error);
      saveFile(backupFileName(now()), made.value.file, 'application/octet-stream');
      const { damaged } = made.value;
      return {
        ok: true,
        message: { key: 'backup.made', values: { what: countText(made.value.counts) } },
        more: damaged > 0 ? [{ key: 'backup.leftOut', values: { damaged } }] : [],
      };
    },

    async check(file, opener) {
      const proof = await proveBackup(new Uint8Array(await file.arrayBuffer()), opener);
      if (!proof.ok) return failed(proof.error);
      const { madeAt, counts, damaged } = proof.value;
      const values = { what: countText(counts), day: madeAt.slice(0, 10) };
      if (damaged.length > 0)
        return {
          ok: false,
          message: { key: 'backup.provedPart', values: { ...values, damaged: damaged.length } },
          more: [],
        };
      return { ok: true, message: { key: 'backup.proved', values }, more: [{ key: 'backup.provedLimits' }] };
    },

    async restore(file, opener, take = []) {
      const restored = await restoreBackup(deps, new Uint8Array(await file.arrayBuffer()), opener, take);
      if (!restored.ok) return { ...failed(restored.error), conflicts: [] };
      const { written, same, newerHere, conflicts } = restored.value;
      const names = conflicts.length === 0 ? new Map<string, string>() : await labels();
      return {
        ok: true,
        message: { key: 'backup.restored', values: { written, same } },
        more: [
          ...(newerHere > 0 ? [{ key: 'backup.newerHere', values: { newerHere } } as const] : []),
          ...(conflicts.length > 0
            ? [{ key: 'backup.conflicts', values: { conflicts: conflicts.length } } as const]
            : []),
        ],
        conflicts: conflicts.map((conflict) => conflictLine(conflict, names.get(conflict.id) ?? '')),
      };
    },
  };
}

/** Says the day and what it is, nothing about anybody. */
export const backupFileName = (now: string): string => `aliquot-backup-${now.slice(0, 10)}.aliquot-backup`;

const kinds: readonly DocumentKind[] = [
  'session',
  'signed-version',
  'patient',
  'profile',
  'vial-stock',
  'diary',
  'audit',
];

const countText = (counts: Counts): string => {
  const parts = kinds.flatMap((kind) => {
    const n = counts[kind] ?? 0;
    return n === 0 ? [] : [t(`backup.count.${kind}`, { n })];
  });
  return parts.length === 0 ? t('backup.count.nothing') : parts.join(', ');
};

function conflictLine({ kind, id, here, backup }: RestoreConflict, label: string): ConflictLine {
  const values = {
    what: kind === 'session' ? t('backup.sessionOf', { patient: label }) : t(`backup.kind.${kind}`),
    backup: moment(backup.savedAt),
  };
  const chained = kind === 'signed-version' || kind === 'audit';
  if (here === null || chained) return { id, message: { key: 'backup.conflictChain', values }, take: false };
  return { id, message: { key: 'backup.conflict', values: { ...values, here: moment(here.savedAt) } }, take: true };
}

const moment = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

/** Why a backup was not made, read or restored. */
export function backupTrouble(error: BackupError): Message {
  switch (error.kind) {
    case 'NotABackup':
    case 'BackupDamaged':
    case 'WrongBackupPassphrase':
    case 'NewerBackup':
      return { key: `backup.${error.kind}` };
    case 'WrongRecoveryKey':
    case 'NoRecoveryKey':
      return { key: `lock.${error.kind}` };
    case 'NoSuchLock':
      return { key: error.by === 'passphrase' ? 'backup.noPassphraseLock' : 'backup.noRecoveryLock' };
    case 'Mistyped':
      return error.group === 0 ? { key: 'lock.keyLength' } : { key: 'lock.keyGroup', values: { group: error.group } };
    case 'NotFound':
    case 'Conflict':
    case 'Damaged':
    case 'NewerVersion':
    case 'DiskFull':
    case 'Locked':
    case 'ReadOnly':
    case 'Unavailable':
      return { key: 'vault.failed', values: { why: storeErrorText(error) } };
  }
}
