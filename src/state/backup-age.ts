import '../messages/later';
import type { Message } from '../messages/translate';

/** Days after which a backup is called old. Chosen: what a practice can bear to write again. No source says it. */
export const oldBackupDays = 7;

/** How old the last backup is; `old` where a new one is due. Null `at`: none was made. Both in milliseconds since 1970. */
export function backupAge(at: number | null, now: number): { readonly old: boolean; readonly message: Message } {
  if (at === null) return { old: true, message: { key: 'backup.never' } };
  // A clock that was set back makes no backup younger than today's.
  const days = Math.max(0, Math.floor((now - at) / 86_400_000));
  return { old: days > oldBackupDays, message: { key: 'backup.age', values: { days } } };
}
