import { describe, expect, it } from 'vitest';
import type { DocumentStore, SessionStore } from '../../../src/record/ports';
import { sampleSession } from '../../support/sample-sessions';

export type OpenStores = { readonly documents: DocumentStore; readonly sessions: SessionStore };

/** What every DocumentStore must do, whatever it keeps the documents in. */
export function describeDocuments(name: string, open: () => Promise<OpenStores>): void {
  const write = (id: string, expected: number, doc: unknown = { id }) =>
    ({ kind: 'profile', id, doc, expected }) as const;

  describe(`${name} keeps documents`, () => {
    it('all or none, each at the revision it expects', async () => {
      const { documents } = await open();
      expect(await documents.write([write('a', 0), write('b', 0)])).toEqual({ ok: true, value: [1, 1] });
      const conflict = { kind: 'Conflict', id: 'b', stored: 1, expected: 7 };
      expect(await documents.write([write('a', 1, 'other'), write('b', 7)])).toEqual({ ok: false, error: conflict });
      expect(await documents.read('profile', 'a')).toMatchObject({ value: { revision: 1, doc: { id: 'a' } } });
    });

    it('by kind: one id may stand for several', async () => {
      const { documents } = await open();
      await documents.write([write('a', 0), { kind: 'audit', id: 'a', doc: 1, expected: 0 }]);
      expect(await documents.readAll('profile')).toMatchObject({ value: { found: [{ id: 'a', doc: { id: 'a' } }] } });
      expect(await documents.read('audit', 'a')).toMatchObject({ value: { doc: 1 } });
      expect(await documents.read('patient', 'a')).toEqual({ ok: false, error: { kind: 'NotFound', id: 'a' } });
    });

    it('as they were when they were written', async () => {
      const { documents } = await open();
      const doc = { tries: [1] };
      await documents.write([write('a', 0, doc)]);
      doc.tries.push(2);
      expect(await documents.read('profile', 'a')).toMatchObject({ value: { doc: { tries: [1] } } });
    });

    it('with a session in one transaction: neither where one of them does not meet what it expects', async () => {
      const { documents, sessions } = await open();
      const session = sampleSession();
      expect(await sessions.save(session, 0, 'strict', [write('a', 3)])).toMatchObject({
        error: { kind: 'Conflict', id: 'a' },
      });
      expect(await sessions.load(session.id)).toMatchObject({ error: { kind: 'NotFound' } });
      expect(await sessions.save(session, 0, 'strict', [write('a', 0)])).toEqual({ ok: true, value: 1 });
      expect(await documents.read('profile', 'a')).toMatchObject({ value: { revision: 1 } });
    });
  });
}
