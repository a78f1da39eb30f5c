import type { Bundle } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import type { FhirClient } from '../../../src/exchange/fhir/client';
import type { ClientError } from '../../../src/exchange/fhir/client-error';
import { identifierSystem } from '../../../src/exchange/fhir/identifiers';
import { err, ok, type Result } from '../../../src/record/ports';
import { createSender } from '../../../src/state/outbox-sender';

const bundle = (type: Bundle['type']): Bundle => ({ resourceType: 'Bundle', type });
const item = { session: 'a1', version: 2, patient: 'p', hash: 'h2', startedAt: '2026-03-02T09:00:00+01:00' };
const version = (n: number) => ({ version: n, hash: `h${String(n)}`, session: { id: 'a1', patient: { id: 'p' } } });
const document = (...values: readonly string[]): Bundle => ({
  ...bundle('searchset'),
  entry: [
    {
      resource: {
        resourceType: 'DocumentReference',
        identifier: values.map((value) => ({ system: identifierSystem, value })),
        status: 'current',
        content: [],
      },
    },
  ],
});
const made: Bundle = { ...bundle('transaction-response'), entry: [{ response: { status: '201 Created' } }] };
type Batch = Result<readonly number[], ClientError>;

/** A server that takes the version, and then answers the corrections so, one time after the other. */
function sending(...answers: readonly Batch[]) {
  const asked: string[] = [];
  const open = { now: true };
  const client = {
    base: 'https://fhir.example',
    // The server has the version before.
    pages: async function* () {
      yield await Promise.resolve(ok(document('a1/version/1', 'a1/version/1/h1')));
    },
    transaction: () => {
      asked.push('transaction');
      return Promise.resolve(ok(made));
    },
    batch: () => {
      asked.push('batch');
      return Promise.resolve(answers[asked.filter((what) => what === 'batch').length - 1] ?? ok([200]));
    },
  } as unknown as FhirClient;
  const sender = createSender({
    versionsOf: () => Promise.resolve(ok([version(1), version(2)])),
    makeBundle: () => Promise.resolve(ok({ transaction: document('a1/version/2'), corrections: bundle('batch') })),
    mayWork: () => open.now,
  });
  return { asked, open, send: () => sender.send({ client, paused: false }, item) };
}

describe('what a later version corrects on the server', () => {
  it('is asked for after the version itself was taken, and with it', async () => {
    const { asked, send } = sending();
    expect(await send()).toEqual({ kind: 'accepted' });
    expect(asked).toEqual(['transaction', 'batch']);
  });

  it.each<[string, Batch]>([
    ['will not', err({ kind: 'Refused', status: 422, text: '' })],
    ['may not', err({ kind: 'Forbidden', text: '' })],
    ['knows no batches', err({ kind: 'NotFhir', found: 'text/html' })],
    ['has changed what stood there', ok([400, 200])],
    ['does not know the document', ok([404])],
    ['knows no patches', ok([501])],
  ])('holds no version back where the server %s', async (_, answer) => {
    expect(await sending(answer).send()).toEqual({ kind: 'accepted' });
  });

  it('is asked for once more, with the version, where the answer got lost or the server failed', async () => {
    for (const answer of [err({ kind: 'Offline' }), err({ kind: 'Server', status: 500, text: '' }), ok([200, 503])]) {
      const { asked, send } = sending(answer as Batch);
      expect(await send()).toMatchObject({ kind: 'later' });
      expect(await send()).toEqual({ kind: 'accepted' });
      expect(asked).toEqual(['transaction', 'batch', 'transaction', 'batch']);
    }
  });

  it('is given up where the server fails over it again and again', async () => {
    const failing: Batch = err({ kind: 'Server', status: 500, text: '' });
    const { send } = sending(failing, failing, failing, failing);
    for (let n = 1; n <= 3; n += 1) expect(await send()).toMatchObject({ kind: 'later', why: 'server' });
    expect(await send()).toEqual({ kind: 'accepted' });
  });

  it('is not asked for once the vault is locked', async () => {
    const { asked, open, send } = sending();
    open.now = false;
    expect(await send()).toBeNull();
    expect(asked).toEqual([]);
  });
});
