import '../messages/later';
import type { Message } from '../messages/translate';
import { t } from '../messages/translate';
import type { AuditEvent } from '../record/audit';
import { err, type DocumentKind, type Result, type SessionStore, type StoreError } from '../record/ports';
import { joinLearning } from '../learn/learning-join';
import { readLinkId } from '../record/store-ids';
import type { Cost } from '../storage/argon2';
import { type BackupError, type Counts, makeBackup, proveBackup } from '../storage/backup';
import { restoreBackup, type RestoreDeps } from '../storage/restore';
import type { Opener } from '../storage/backup-file';
import type { KeptRecords } from '../storage/open-records';
import { isOfPatient, patientsPlace } from '../storage/restore-patients';
import type { RestoreConflict } from '../storage/restore-step';
import type { AuditLog } from './audit-log';
import { momentText } from './moment-text';
import { storeErrorText } from './refusal-text';

export type BackupDeskDeps = {
  readonly records: KeptRecords;
  readonly store: Pick<SessionStore, 'list'>;
  readonly log: () => Promise<Pick<AuditLog, 'append' | 'next'>>;
  readonly now: () => string;
  readonly saveFile: (name: string, content: BlobPart, type: string) => void;
  /** Called once a restore was written. */
  readonly restored?: () => Promise<void>;
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

/** What opens a backup: a passphrase of its own, the recovery key of this device, or either. */
export type BackupLocks = { readonly passphrase?: string; readonly recoveryKey: boolean };

export type BackupDesk = {
  /** One file. Where it has a passphrase, it is opened and read again before it is handed out. */
  readonly make: (locks: BackupLocks) => Promise<BackupOutcome>;
  /** The restore drill: opens the file and reads all of it, and touches nothing. */
  readonly check: (file: Pick<Blob, 'arrayBuffer'>, opener: Opener) => Promise<BackupOutcome>;
  readonly restore: (
    file: Pick<Blob, 'arrayBuffer'>,
    opener: Opener,
    take?: readonly string[],
  ) => Promise<BackupOutcome & { readonly conflicts: readonly ConflictLine[] }>;
};

/**
 * Keeps nothing between two calls. A backup that was made, a drill, and a key that did not open are put down in the
 * log, and it is said where that fails; the line of a restore is written in one transaction with what it restores.
 */
export function createBackupDesk({ records, store, log, now, saveFile, cost, ...told }: BackupDeskDeps): BackupDesk {
  const { connection, vault } = records;
  const deps = { connection, vault, now, ...(cost === undefined ? {} : { cost }) };
  const failed = (error: BackupError): BackupOutcome => ({ ok: false, message: backupTrouble(error), more: [] });

  /** What was done was done; a line that cannot be written about it is said. */
  const putDown = async (event: AuditEvent): Promise<readonly Message[]> => {
    const written: Result<null, StoreError> = await log()
      .then((one) => one.append(event))
      .catch((error: unknown) => ({ ok: false, error: { kind: 'Unavailable', why: String(error) } }));
    return written.ok ? [] : [{ key: 'backup.notLogged', values: { why: storeErrorText(written.error) } }];
  };

  const tell: RestoreDeps['tell'] = (written, coming) =>
    log().then(
      (one) => one.next({ kind: 'restored', records: written }, undefined, coming),
      (error: unknown) => err({ kind: 'Unavailable', why: String(error) }),
    );

  /** A wrong passphrase or recovery key is put down; a slip that the key itself tells is none. */
  const notOpened = async (error: BackupError, purpose: 'restore' | 'drill'): Promise<BackupOutcome> => {
    const by =
      error.kind === 'WrongBackupPassphrase' ? 'passphrase' : error.kind === 'WrongRecoveryKey' ? 'recovery-key' : null;
    const more = by === null ? [] : await putDown({ kind: 'backup-not-opened', by, purpose });
    return { ...failed(error), more };
  };

  const labels = async (): Promise<ReadonlyMap<string, string>> => {
    const listed = await store.list();
    if (!listed.ok) return new Map();
    return new Map(
      listed.value.flatMap((one) =>
        one.kind !== 'session'
          ? []
          : [
              [one.id, one.patient.label],
              [one.patient.id, one.patient.label],
            ],
      ),
    );
  };

  return {
    async make(locks) {
      const made = await makeBackup(deps, locks);
      if (!made.ok) return failed(made.error);
      const { file, counts, damaged } = made.value;
      if (locks.passphrase !== undefined) {
        const proof = await proveBackup(file, { by: 'passphrase', passphrase: locks.passphrase });
        if (!proof.ok) return failed(proof.error);
      }
      saveFile(backupFileName(now()), file, 'application/octet-stream');
      return {
        ok: true,
        message: { key: 'backup.made', values: { what: countText(counts) } },
        more: [
          ...(damaged > 0 ? [{ key: 'backup.leftOut', values: { damaged } } as const] : []),
          ...(await putDown({ kind: 'backup-made', records: counts.session ?? 0 })),
        ],
      };
    },

    async check(file, opener) {
      const proof = await proveBackup(new Uint8Array(await file.arrayBuffer()), opener);
      if (!proof.ok) return notOpened(proof.error, 'drill');
      const { madeAt, counts, damaged, broken, chain } = proof.value;
      const notLogged = await putDown({ kind: 'restore-drilled', records: counts.session ?? 0 });
      const values = { what: countText(counts), day: madeAt.slice(0, 10) };
      const unsound: Message[] = [
        ...(broken.length > 0 ? [{ key: 'backup.provedBroken', values: { broken: broken.length } } as const] : []),
        ...(chain.ok ? [] : [{ key: 'backup.provedChain' } as const]),
      ];
      const more = [...unsound, ...notLogged];
      if (damaged.length > 0)
        return {
          ok: false,
          message: { key: 'backup.provedPart', values: { ...values, damaged: damaged.length } },
          more,
        };
      if (unsound.length > 0) return { ok: false, message: { key: 'backup.provedUnsound', values }, more };
      return { ok: true, message: { key: 'backup.proved', values }, more: [{ key: 'backup.provedLimits' }, ...more] };
    },

    async restore(file, opener, take = []) {
      const restored = await restoreBackup(
        { ...deps, tell, joinLearning },
        new Uint8Array(await file.arrayBuffer()),
        opener,
        take,
      );
      if (!restored.ok) return { ...(await notOpened(restored.error, 'restore')), conflicts: [] };
      const { written, same, newerHere, conflicts } = restored.value;
      if (written > 0) await told.restored?.().catch(() => undefined);
      const names = conflicts.length === 0 ? new Map<string, string>() : await labels();
      const lines = conflictLines(conflicts, names);
      return {
        ok: true,
        message: { key: 'backup.restored', values: { written, same } },
        more: [
          ...(newerHere > 0 ? [{ key: 'backup.newerHere', values: { newerHere } } as const] : []),
          ...(lines.length > 0 ? [{ key: 'backup.conflicts', values: { conflicts: lines.length } } as const] : []),
        ],
        conflicts: lines,
      };
    },
  };
}

/** Says the day and what it is, nothing about anybody. */
const backupFileName = (now: string): string => `aliquot-backup-${now.slice(0, 10)}.aliquot-backup`;

const kinds: readonly DocumentKind[] = [
  'session',
  'signed-version',
  'patient',
  'profile',
  'vial-stock',
  'practice',
  'diary',
  'outbox',
  'learning',
  'audit',
];

const countText = (counts: Counts): string => {
  const parts = kinds.flatMap((kind) => {
    const n = counts[kind] ?? 0;
    return n === 0 ? [] : [t(`backup.count.${kind}`, { n })];
  });
  return parts.length === 0 ? t('backup.count.nothing') : parts.join(', ');
};

/** A history that differs is told once, not step by step. */
function conflictLines(conflicts: readonly RestoreConflict[], labels: ReadonlyMap<string, string>): ConflictLine[] {
  const lines = new Map<string, ConflictLine>();
  for (const conflict of conflicts) {
    const { kind, id } = conflict;
    const isHistory = kind === 'audit' || (kind === 'signed-version' && readLinkId(id) !== null);
    if (isHistory) {
      const key = kind === 'audit' ? 'backup.forkedLog' : 'backup.forkedChain';
      lines.set(key, { id: key, message: { key }, take: false });
    } else lines.set(`${kind}/${id}`, conflictLine(conflict, labels.get(id) ?? ''));
  }
  return [...lines.values()];
}

function conflictLine({ kind, id, here, backup, days = [], unread }: RestoreConflict, label: string): ConflictLine {
  const ofPatient = isOfPatient({ kind });
  const name = label === '' ? t('records.noPatient') : label;
  const values = {
    what:
      kind === 'session'
        ? t('backup.sessionOf', { patient: label })
        : ofPatient
          ? t('backup.ofPatient', { what: t(`backup.kind.${kind}`), patient: name })
          : t(`backup.kind.${kind}`),
    backup: momentText(backup.savedAt),
  };
  if (here === null || kind === 'signed-version')
    return { id, message: { key: 'backup.conflictChain', values }, take: false };
  if (ofPatient) {
    const first = days.slice(0, 3).join(', ');
    const message: Message =
      days.length === 0
        ? { key: unread === true ? 'backup.conflictUnread' : 'backup.conflictFile', values }
        : {
            key: 'backup.conflictDays',
            values: { ...values, n: days.length, first, more: Math.max(0, days.length - 3) },
          };
    return { id: patientsPlace({ kind, id }), message, take: true };
  }
  return { id, message: { key: 'backup.conflict', values: { ...values, here: momentText(here.savedAt) } }, take: true };
}

/** Why a backup was not made, read or restored. */
function backupTrouble(error: BackupError): Message {
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
