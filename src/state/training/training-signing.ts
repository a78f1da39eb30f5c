import '../../messages/later';
import { t } from '../../messages/translate';
import type { Cost } from '../../storage/argon2';
import type { MemoryRecords } from '../../storage/memory-records';
import { createSigning, type SigningDesk } from '../signing';
import { trainingPin } from './training-text';

/** The cheapest that Argon2id takes: nobody waits for a PIN that everybody knows. */
const cheapest: Cost = { memoryKiB: 8, iterations: 1 };

/** The real signing, over records in memory, with one profile whose name says what it is on whatever it signs. */
export async function openTrainingSigning(
  records: MemoryRecords,
  { now, newId }: { readonly now: () => string; readonly newId: () => string },
): Promise<SigningDesk> {
  const desk = createSigning({ ...records, now, newId, cost: cheapest });
  const credentials = t('training.credentials');
  const made = await desk.profiles.add({ name: t('training.signer'), credentials, pin: trainingPin });
  if (!made.ok) throw new Error(`no key for training: ${made.error.kind}`);
  return desk;
}
