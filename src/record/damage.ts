/**
 * What can be wrong with a value in a record, as a closed list; each reads on as "<path>: <what>".
 * A reading of a record stops at the first damage found.
 */
export type DamageKind =
  | 'missing'
  | 'not text'
  | 'not a number'
  | 'not a whole number'
  | 'not true or false'
  | 'not a list'
  | 'not an object'
  | 'empty'
  | 'out of range'
  | 'of the wrong length'
  | 'not a multiple of the aliquot'
  | 'not a date and time with offset'
  | 'a time that no clock shows'
  | 'not an id'
  | 'not a date'
  | 'not an allowed value'
  | 'used twice'
  | 'against the rules of the ledger'
  | 'a forbidden name'
  | 'nested too deep';

/** Where and what: `entries[3].units`, 'not a multiple of the aliquot'. The path of the whole is empty. */
export type Damage = { readonly path: string; readonly what: DamageKind };

/** Writes a path as a reader of JSON would: `entries[3].anchor.positionMm[0]`. */
export function pathText(keys: readonly PropertyKey[]): string {
  let text = '';
  for (const key of keys) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(String(key))) text += text === '' ? String(key) : `.${String(key)}`;
    else text += `[${JSON.stringify(String(key))}]`;
  }
  return text;
}

/** As one phrase, for places that carry a reason and no structure. */
export const damageText = (damage: Damage): string =>
  damage.path === '' ? damage.what : `${damage.path}: ${damage.what}`;
