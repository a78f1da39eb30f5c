import { deleteDB } from 'idb';

/**
 * Deletes a whole database, with nothing left of it: for one that never held a record of a patient. False where another window
 * holds it; it is then deleted as soon as that lets go.
 */
export async function dropDatabase(name: string): Promise<boolean> {
  let blocked: () => void = () => undefined;
  const held = new Promise<false>((resolve) => {
    blocked = () => {
      resolve(false);
    };
  });
  const deleted = deleteDB(name, { blocked: () => blocked() }).then(() => true as const);
  // What happens to it after the answer is nobody's question any more.
  deleted.catch(() => undefined);
  return Promise.race([deleted, held]);
}
