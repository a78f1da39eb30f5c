import type { DocumentReference, Patient } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import { correctionBundle } from '../../../../src/exchange/fhir/corrections';
import { problemsOf } from '../../../support/fhir-definitions';
import type { CryptoPort } from '../../../../src/record/crypto-port';
import type { Patient as PatientRecord } from '../../../../src/record/patient';
import { amend, type SignedVersion, signFirst } from '../../../../src/record/signed-version';
import { fhirStore } from '../../../support/fhir-store';
import { base64, sentOf } from '../../../support/sent-sessions';
import { at, author, smallSession, twoInjectors, unwrap } from '../../../support/signing';

let ports: readonly [CryptoPort, CryptoPort];
beforeAll(async () => {
  ports = await twoInjectors();
});

const id = smallSession().patient.id;
const withPatient = (patient: PatientRecord) => ({ ...smallSession(), patient });

/** A record whose versions name the patient so, one after the other. */
async function naming(...patients: readonly PatientRecord[]): Promise<readonly SignedVersion[]> {
  const [first, ...later] = patients;
  const signing = { author, at: at(1), storeHead: null };
  const versions = [unwrap(await signFirst(withPatient(first ?? { id, label: '' }), signing, ports[0]))];
  for (const [n, patient] of later.entries()) {
    const again = { ...signing, at: at(n + 2), reason: 'slip' };
    versions.push(unwrap(await amend(versions, { session: withPatient(patient), addendum: 'Well.' }, again, ports[0])));
  }
  return versions;
}
type Store = ReturnType<typeof fhirStore>;
/** Sends one version after the other, each with what it corrects; `between` before the last. */
async function sendAll(store: Store, versions: readonly SignedVersion[], between?: () => void): Promise<void> {
  for (let n = 1; n <= versions.length; n += 1) {
    if (n === versions.length) between?.();
    store.send((await sentOf(versions.slice(0, n))).bundle);
    const corrections = correctionBundle(versions.slice(0, n), base64);
    if (corrections !== null) store.take(corrections);
  }
}
const patientOf = (store: Store): Patient => store.of('Patient')[0] ?? { resourceType: 'Patient' };
const shown = ({ name, birthDate, identifier }: Patient) => [name?.[0]?.text, birthDate, identifier?.[1]?.value];
const asClinic = (store: Store, change: object): void => {
  const [key, patient] = store.find('Patient')[0] ?? [''];
  store.put(key, { ...patient, ...change } as Patient);
};

describe('a later version', () => {
  it('leaves one document current, however often and in whatever order it is sent', async () => {
    const store = fhirStore();
    const versions = await naming({ id, label: 'A. M.' }, { id, label: 'A. M.' }, { id, label: 'A. M.' });
    await sendAll(store, versions);
    const statuses = () => store.of('DocumentReference').map(({ status }) => status);
    expect(statuses()).toEqual(['superseded', 'superseded', 'current']);
    const before = new Map(store.versions);
    await sendAll(store, versions.slice(0, 2));
    await sendAll(store, versions);
    expect(statuses()).toEqual(['superseded', 'superseded', 'current']);
    for (const [key, n] of store.versions)
      if (!key.startsWith('Procedure/')) expect([key, n]).toEqual([key, before.get(key)]);
  });

  it('leaves a document alone that somebody marked as entered in error', async () => {
    const store = fhirStore();
    await sendAll(store, await naming({ id, label: 'A. M.' }, { id, label: 'A. M.' }), () => {
      const [key, document] = store.find('DocumentReference')[0] ?? [''];
      store.put(key, { ...(document as DocumentReference), status: 'entered-in-error' });
    });
    expect(store.of('DocumentReference').map(({ status }) => status)).toEqual(['entered-in-error', 'current']);
  });

  it('corrects name, birth date and record number, and nothing that the clinic has added', async () => {
    const store = fhirStore();
    const wrong = { id, label: 'A. N.', born: '1979', recordNumber: '4711' };
    const right = { id, label: 'A. M.', born: '1980', recordNumber: '4712' };
    const versions = await naming(wrong, right);
    const number = { system: 'urn:clinic', value: 'MRN-1' };
    await sendAll(store, versions, () => {
      asClinic(store, { gender: 'female', identifier: [...(patientOf(store).identifier ?? []), number] });
    });
    expect(shown(patientOf(store))).toEqual(['A. M.', '1980', '4712']);
    expect(patientOf(store)).toMatchObject({ gender: 'female' });
    expect(patientOf(store).identifier?.[2]).toEqual(number);
    const before = new Map(store.versions);
    store.take(correctionBundle(versions, base64) ?? expect.fail());
    expect(store.versions, 'once more changes nothing').toEqual(before);
  });

  it('changes nothing of a patient whom the clinic names in its own way', async () => {
    const store = fhirStore();
    const own = [{ text: 'A. N.', family: 'Example', given: ['Anna'] }];
    await sendAll(
      store,
      await naming({ id, label: 'A. N.', born: '1979' }, { id, label: 'A. M.', born: '1980' }),
      () => {
        asClinic(store, { name: own });
      },
    );
    expect(patientOf(store)).toMatchObject({ name: own, birthDate: '1979' });
  });

  it('takes out what it no longer says, and puts in a record number beside ours alone, and no birth date', async () => {
    const gone = fhirStore();
    await sendAll(gone, await naming({ id, label: 'A', born: '1979', recordNumber: '4711' }, { id, label: 'A' }));
    expect(shown(patientOf(gone))).toEqual(['A', undefined, undefined]);
    const more = await naming({ id, label: 'A' }, { id, label: 'A', born: '1979', recordNumber: '4711' });
    const added = fhirStore();
    await sendAll(added, more);
    expect(shown(patientOf(added))).toEqual(['A', undefined, '4711']);
    added.take(correctionBundle(more, base64) ?? expect.fail());
    expect(patientOf(added).identifier, 'and once').toHaveLength(2);
    const told = fhirStore();
    await sendAll(told, more, () => {
      asClinic(told, { identifier: [...(patientOf(told).identifier ?? []), { value: 'MRN-1' }] });
    });
    expect(patientOf(told).identifier?.map(({ value }) => value)).toEqual([id, 'MRN-1']);
  });

  it('that moves the session to another patient corrects neither', async () => {
    const versions = await naming({ id, label: 'A. N.' }, { id: 'another', label: 'B. M.' });
    const store = fhirStore();
    await sendAll(store, versions);
    expect(store.of('Patient').map(({ name }) => name?.[0]?.text)).toEqual(['A. N.', 'B. M.']);
    expect(correctionBundle(versions, base64)?.entry).toHaveLength(1);
  });

  it('or a first one tells its record number to a patient that has our own identifier alone', async () => {
    const [first] = [await naming({ id, label: 'A. M.', recordNumber: '4711' })];
    const without = await naming({ id, label: 'A. M.' });
    const store = fhirStore();
    await sendAll(store, without);
    store.take(correctionBundle(first, base64) ?? expect.fail());
    expect(patientOf(store).identifier).toMatchObject([{ value: id }, { value: '4711' }]);
    store.take(correctionBundle(await naming({ id, label: 'A. M.', recordNumber: '4712' }), base64) ?? expect.fail());
    expect(patientOf(store).identifier, 'one that is there stays').toMatchObject([{ value: id }, { value: '4711' }]);
  });

  it('makes a valid Bundle of it, and none for a first version without a number', async () => {
    const versions = await naming({ id, label: 'A. N.' }, { id, label: 'A. M.' });
    expect(problemsOf(correctionBundle(versions, base64) ?? expect.fail())).toEqual([]);
    expect(correctionBundle(versions.slice(0, 1), base64)).toBeNull();
  });
});
