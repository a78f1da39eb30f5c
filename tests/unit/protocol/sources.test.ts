import { describe, expect, it } from 'vitest';
import { sourceLanguage } from '../../../src/protocol/source-language';
import { sources } from '../../../src/protocol/sources';

const all = Object.entries(sources);

describe('the register of sources', () => {
  it('knows each source by its own id, and has each title once', () => {
    for (const [id, source] of all) expect(source.id).toBe(id);
    expect(new Set(all.map(([, { title }]) => title)).size).toBe(all.length);
  });

  it('says of each what it is and where it stands', () => {
    for (const [id, { title, where }] of all) {
      expect(title.length, id).toBeGreaterThan(10);
      expect(where.length, id).toBeGreaterThan(5);
    }
  });

  it('has no address that could be followed: nothing is ever fetched from it', () => {
    for (const [id, { where }] of all) expect(where, id).not.toMatch(/:\/\/|^www\.|^javascript:|^data:/);
  });

  it('is told in English, whatever is read around it', () => {
    expect(Intl.getCanonicalLocales(sourceLanguage)).toEqual(['en']);
    expect(sources.S15.title).toMatch(/^Jeon et al\., morphology of the occipital belly/);
  });
});
