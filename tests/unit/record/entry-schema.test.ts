import { describe, expect, it } from 'vitest';
import { entrySchema } from '../../../src/record/entry-schema';

const taken = {
  id: 'e-9',
  at: '2026-03-02T09:10:00+01:00',
  kind: 'void',
  by: 'A. Example',
  step: 's-9',
  reason: 'slip',
};
/** Where the damage is; null where there is none. */
const damage = (change: object): string | null => {
  const read = entrySchema.safeParse({ ...taken, ...change });
  return read.success ? null : read.error.issues.map(({ path }) => path.join('.')).join(', ');
};

describe('an entry that takes something back', () => {
  it('names a site with its units, or an entry', () => {
    expect(damage({ site: 'procerus-M', units: 5 })).toBeNull();
    expect(damage({ entry: 'e-3' })).toBeNull();
  });

  it('is damaged where it names neither, a site without units, or both', () => {
    expect(damage({})).toBe('site');
    expect(damage({ site: 'procerus-M' })).toBe('units');
    expect(damage({ entry: 'e-3', site: 'procerus-M', units: 5 })).toBe('entry');
    expect(damage({ entry: 'e-3', units: 5 })).toBe('entry');
  });
});
