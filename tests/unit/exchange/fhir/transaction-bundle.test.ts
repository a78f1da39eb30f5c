import type { Bundle, Patient } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalBytes } from '../../../../src/record/canonical';
import { fold } from '../../../../src/ledger/fold';
import { identifierSystem } from '../../../../src/exchange/fhir/identifiers';
import { behindLater, transactionBundle } from '../../../../src/exchange/fhir/transaction-bundle';
import { units } from '../../../../src/protocol/words';
import type { CryptoPort } from '../../../../src/record/crypto-port';
import type { Session } from '../../../../src/record/session';
import { amend, bodyOf, type SignedVersion, signFirst } from '../../../../src/record/signed-version';
import { webChecking } from '../../../../src/storage/web-crypto';
import { chartedVisit, correctedVisit, vialOf100, vialOf200 } from '../../../support/charted-visit';
import { problemsOf } from '../../../support/fhir-definitions';
import { fhirStore } from '../../../support/fhir-store';
import { allOf, base64, sentOf, somePdf } from '../../../support/sent-sessions';
import { at, author, twoInjectors, unwrap } from '../../../support/signing';

let ports: readonly [CryptoPort, CryptoPort];
let first: SignedVersion;
let second: SignedVersion;
let third: SignedVersion;
let bundle: Bundle;

beforeAll(async () => {
  ports = await twoInjectors();
  const signing = { author, at: at(1), storeHead: null };
  first = unwrap(await signFirst(chartedVisit(), signing, ports[0]));
  const other = { author: { profile: 'profile-2', name: 'B. Example' }, at: at(2), storeHead: null, reason: 'slip' };
  second = unwrap(await amend([first], { session: correctedVisit() }, other, ports[1]));
  const called = { ...signing, at: at(3), reason: 'call' };
  third = unwrap(await amend([first, second], { addendum: 'Well the next day.' }, called, ports[0]));
  bundle = (await sentOf([first])).bundle;
});

const dosesOf = (of: Bundle) =>
  allOf(of, 'MedicationAdministration').map(({ status, dosage }) => ({
    site: dosage?.site?.text,
    status,
    units: dosage?.dose?.value,
    kind: dosage?.text,
  }));

describe('the Bundle of a signed version', () => {
  it('has one administration for each dose and each site left out, and none for what was taken back', () => {
    const fixed = { status: 'completed', units: 5, kind: 'PREEMPT, fixed site' };
    expect(dosesOf(bundle)).toEqual([
      { site: 'Corrugator left 1', ...fixed },
      { site: 'Procerus midline 1', status: 'not-done', units: 0, kind: 'PREEMPT, site left out' },
      { site: 'Frontalis right 1', ...fixed },
      { site: 'Temporalis left 2', ...fixed },
      { site: 'Trapezius right F1', status: 'completed', units: 5, kind: 'PREEMPT, follow-the-pain site' },
      { site: 'Masseter left', status: 'completed', units: 10, kind: 'Off-protocol, outside the paradigm' },
      { site: 'Temporalis left 2', status: 'completed', units: 2.5, kind: 'Incident, outside the paradigm: leak' },
    ]);
    const left = allOf(bundle, 'MedicationAdministration').find(({ status }) => status === 'not-done');
    expect(left?.statusReason).toEqual([{ text: 'skin infection' }]);
  });

  it('does not say of what leaked that it went into a muscle', () => {
    const all = allOf(bundle, 'MedicationAdministration').filter(({ dosage }) => dosage?.route === undefined);
    expect(all.map(({ dosage }) => dosage?.text)).toEqual(['Incident, outside the paradigm: leak']);
  });

  it('says of a dose where, how much in UCUM, how, when, by whom, of which vial and for which procedure', () => {
    const [, , , dose] = allOf(bundle, 'MedicationAdministration');
    expect(dose?.dosage).toEqual({
      text: 'PREEMPT, fixed site',
      site: {
        text: 'Temporalis left 2',
        coding: [
          { system: 'urn:oid:2.16.840.1.113883.6.119', code: '49008' },
          { system: 'http://snomed.info/sct', code: '52927003' },
        ],
      },
      route: { text: 'intramuscular' },
      dose: { value: 5, unit: 'U', system: 'http://unitsofmeasure.org', code: "[USP'U]" },
    });
    expect(dose?.effectiveDateTime).toBe('2026-03-02T09:06:00+01:00');
    const at = (reference?: string) => bundle.entry?.find(({ fullUrl }) => fullUrl === reference)?.resource;
    expect(at(dose?.partOf?.[0]?.reference)).toMatchObject({ resourceType: 'Procedure' });
    expect(at(dose?.medicationReference?.reference)).toMatchObject({ batch: { lotNumber: 'D9' } });
    expect(at(dose?.performer?.[0]?.actor.reference)).toMatchObject({ name: [{ text: 'Dr A. Example' }] });
    expect(at(dose?.subject.reference)).toMatchObject({ resourceType: 'Patient', birthDate: '1980' });
  });

  it('keeps the exact point of an extra and of a moved site, and points to it', () => {
    const points = allOf(bundle, 'BodyStructure');
    expect(points.map(({ description }) => description?.split('.')[0])).toEqual([
      'right frontalis, 129 mm above and 4 mm in front of the tragus',
      'right trapezius, 37 mm above and 4 mm in front of the tragus',
    ]);
    const pointing = allOf(bundle, 'MedicationAdministration').filter(({ dosage }) => dosage?.site?.extension);
    expect(pointing.map(({ dosage }) => dosage?.site?.text)).toEqual(['Frontalis right 1', 'Trapezius right F1']);
    expect(allOf(bundle, 'Procedure')[0]?.extension).toHaveLength(2);
  });

  it('tells what was discarded of each vial and what was given in all, as the ledger has it', () => {
    const { totals } = fold(first.session.entries, first.session.vials);
    const [one, two, all] = allOf(bundle, 'Observation');
    expect([one, two].map((waste) => waste?.valueQuantity?.value)).toEqual([182.5, 85]);
    expect(all?.valueQuantity?.value).toBe(totals.total);
    expect(all?.component?.map(({ valueQuantity }) => valueQuantity?.value)).toEqual([20, 10, 2.5]);
    expect(20 + 10 + 2.5).toBe(totals.total);
  });

  it('says nothing of waste where nobody did and a vial is not used up, and 0 of one that is', async () => {
    const wasteOf = async (change: Partial<Session>) => {
      const signed = unwrap(await signFirst(chartedVisit(change), { author, at: at(1), storeHead: null }, ports[0]));
      const { bundle: sent } = await sentOf([signed], { signedFile: somePdf });
      expect(problemsOf(sent)).toEqual([]);
      return allOf(sent, 'Observation')
        .filter(({ code }) => code.text === 'Drug discarded of a vial')
        .map(({ valueQuantity, dataAbsentReason }) => valueQuantity?.value ?? dataAbsentReason?.coding?.[0]?.code);
    };
    const entries = chartedVisit().entries.filter(({ kind }) => kind !== 'waste');
    expect(await wasteOf({ entries })).toEqual(['unknown', 'unknown']);
    const some = chartedVisit().entries.filter((entry) => entry.kind !== 'waste' || entry.vial === vialOf100.id);
    expect(await wasteOf({ entries: some })).toEqual(['unknown', 85]);
    // 15 U were drawn of it: it holds no more.
    const usedUp = [vialOf200, { ...vialOf100, strength: units(15) }];
    expect(await wasteOf({ entries, vials: usedUp })).toEqual(['unknown', 0]);
  });

  it('has the code of its units beside onabotulinumtoxinA alone, and adds no units of two products', async () => {
    const dosesWith = async (...products: readonly string[]) => {
      const vials = [vialOf200, vialOf100].map((vial, n) => ({ ...vial, product: products[n] ?? '' }));
      const signed = unwrap(await signFirst(chartedVisit({ vials }), { author, at: at(1), storeHead: null }, ports[0]));
      const { bundle: sent } = await sentOf([signed], { signedFile: somePdf });
      expect(problemsOf(sent)).toEqual([]);
      const total = allOf(sent, 'Observation').at(-1);
      const inAll = total?.valueQuantity;
      return {
        doses: new Set(allOf(sent, 'MedicationAdministration').map(({ dosage }) => dosage?.dose?.code)),
        total: inAll === undefined ? null : [inAll.value, inAll.code],
        parts: total?.component?.map(({ code, valueQuantity }) => [
          code.text,
          valueQuantity?.value,
          valueQuantity?.code,
        ]),
      };
    };
    const code = "[USP'U]";
    expect(await dosesWith('Botox', 'onabotulinumtoxinA')).toMatchObject({
      doses: new Set([code]),
      total: [32.5, code],
    });
    expect(await dosesWith('Dysport', 'dysport ')).toMatchObject({
      doses: new Set([undefined]),
      total: [32.5, undefined],
    });
    expect(await dosesWith('Botox', 'Dysport')).toEqual({
      doses: new Set([code, undefined]),
      total: null,
      parts: [
        ['Botox', 17.5, code],
        ['Dysport', 15, undefined],
      ],
    });
  });

  it('names no signer where two have the name that an entry has', async () => {
    const others = await Promise.all(
      ['profile-1', 'profile-9'].map(async (profile) => {
        const namesake = { profile, name: 'Dr A. Example' };
        const one = unwrap(await signFirst(chartedVisit(), { author: namesake, at: at(1), storeHead: null }, ports[0]));
        const again = { author: { ...namesake, profile: 'profile-1' }, at: at(2), storeHead: null, reason: 'slip' };
        return [one, unwrap(await amend([one], { addendum: 'Well.' }, again, ports[0]))];
      }),
    );
    const actors = await Promise.all(
      others.map(async (versions) => {
        const { bundle: sent } = await sentOf(versions, { signedFile: somePdf });
        return allOf(sent, 'MedicationAdministration')[0]?.performer?.[0]?.actor;
      }),
    );
    expect(actors[0]).toEqual({ reference: expect.stringMatching(/^urn:uuid:/) as string, display: 'Dr A. Example' });
    expect(actors[1]).toEqual({ display: 'Dr A. Example' });
  });

  it('holds no more of the patient than the record does', async () => {
    const session = { ...chartedVisit(), patient: { id: 'p-9', label: '' } };
    const bare = unwrap(await signFirst(session, { author, at: at(1), storeHead: null }, ports[0]));
    const [patient] = allOf((await sentOf([bare])).bundle, 'Patient');
    expect(patient).toEqual({ resourceType: 'Patient', identifier: [{ system: identifierSystem, value: 'p-9' }] });
  });

  it('has the note and the signed record as one document, and the signature over the canonical bytes of the version', async () => {
    const { bundle: sent, signedFile } = await sentOf([first]);
    const contents = allOf(sent, 'DocumentReference')[0]?.content.map(({ attachment }) => attachment);
    expect(contents?.map((one) => one.contentType)).toEqual(['application/pdf', 'application/json']);
    expect(Buffer.from(contents?.[1]?.data ?? '', 'base64')).toEqual(Buffer.from(signedFile));
    const [provenance] = allOf(sent, 'Provenance');
    expect(provenance?.signature?.[0]?.data).toMatch(/^[A-Za-z0-9+/]{86}==$/);
    const signature = new Uint8Array(Buffer.from(provenance?.signature?.[0]?.data ?? '', 'base64'));
    const signed = unwrap(canonicalBytes(bodyOf(first)));
    expect(await webChecking.verify(first.key, signature, signed)).toBe(true);
    const made = sent.entry?.filter(
      ({ resource }) => !['Patient', 'Practitioner', 'Provenance'].includes(resource?.resourceType ?? ''),
    );
    expect(provenance?.target.map(({ reference }) => reference)).toEqual(made?.map(({ fullUrl }) => fullUrl));
    const { bundle: without } = await sentOf([first], { pdf: null });
    expect(allOf(without, 'DocumentReference')[0]?.content).toHaveLength(1);
  });

  it('is the same for the same input, and no two of its entries have one address or one search', () => {
    const again = transactionBundle({ versions: [first], signedFile: somePdf, pdf: null, base64 });
    expect(transactionBundle({ versions: [first], signedFile: somePdf, pdf: null, base64 })).toEqual(again);
    const urls = bundle.entry?.map(({ fullUrl }) => fullUrl) ?? [];
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(() => transactionBundle({ versions: [], signedFile: somePdf, pdf: null, base64 })).toThrow(RangeError);
  });

  it('says that a procedure was stopped, or that nothing was done', async () => {
    const of = async (kinds: readonly string[]) => {
      const visit = chartedVisit();
      const stop = { ...visit.entries[0], id: 'stop', kind: 'stop', reason: 'felt faint', at: at(40) };
      const entries = [...visit.entries.filter(({ kind }) => kinds.includes(kind)), stop] as typeof visit.entries;
      const signed = unwrap(await signFirst({ ...visit, entries }, { author, at: at(1), storeHead: null }, ports[0]));
      const [procedure] = allOf((await sentOf([signed], { signedFile: somePdf })).bundle, 'Procedure');
      return [procedure?.status, procedure?.statusReason?.text];
    };
    expect(await of(['plan', 'move', 'give'])).toEqual(['stopped', 'felt faint']);
    expect(await of(['plan'])).toEqual(['not-done', 'felt faint']);
  });
});

describe('on a server', () => {
  it('a version that is sent again changes nothing', async () => {
    const server = fhirStore();
    const entries = bundle.entry?.length ?? 0;
    expect(server.send(bundle)).toEqual({ made: entries, changed: 0 });
    expect(server.send(bundle)).toEqual({ made: 0, changed: 0 });
    const later = (await sentOf([first, second])).bundle;
    server.send(later);
    expect(server.send(later)).toEqual({ made: 0, changed: 0 });
  });

  it('the first version takes nothing back when it comes late', async () => {
    const server = fhirStore();
    server.send(bundle);
    server.send((await sentOf([first, second])).bundle);
    const before = structuredClone(server.kept);
    expect(server.send(bundle)).toEqual({ made: 0, changed: 0 });
    expect(server.kept).toEqual(before);
  });

  it('a version that is sent behind a later one takes nothing back, and is there as superseded', async () => {
    const server = fhirStore();
    const late = behindLater((await sentOf([first, second])).bundle);
    server.send(bundle);
    server.send((await sentOf([first, second, third])).bundle);
    const before = new Map(server.kept);
    expect(server.send(late), 'its document and its Provenance').toEqual({ made: 2, changed: 0 });
    for (const [key, resource] of before) expect(server.kept.get(key)).toEqual(resource);
    expect(server.of('DocumentReference').map(({ status }) => status)).toEqual(['current', 'current', 'superseded']);
    const [document] = allOf(late, 'DocumentReference');
    expect(document?.content, 'and as it was signed').toEqual(
      allOf((await sentOf([first, second])).bundle, 'DocumentReference')[0]?.content,
    );
  });

  it('a correction updates the procedure, and turns what no longer stands into entered in error', async () => {
    const server = fhirStore();
    server.send(bundle);
    server.send((await sentOf([first, second])).bundle);
    const doses = server.of('MedicationAdministration');
    expect(doses).toHaveLength(7);
    const gone = doses.filter(({ status }) => status === 'entered-in-error');
    expect(gone.map(({ dosage }) => dosage?.site?.text)).toEqual(['Trapezius right F1']);
    expect(server.of('BodyStructure').map(({ active }) => active)).toEqual([true, false]);
    expect(server.of('Procedure')).toHaveLength(1);
    const [one, two, all] = server.of('Observation');
    expect([one?.status, two?.status, all?.status]).toEqual(['amended', 'final', 'amended']);
    expect(all?.valueQuantity?.value).toBe(fold(second.session.entries, second.session.vials).totals.total);
    expect(server.of('DocumentReference').map(({ docStatus, relatesTo }) => [docStatus, relatesTo?.[0]?.code])).toEqual(
      [
        ['final', undefined],
        ['amended', 'replaces'],
      ],
    );
    expect(server.of('Provenance')).toHaveLength(2);
  });

  it('an addendum adds its words to the procedure and a document, and changes no dose', async () => {
    const server = fhirStore();
    server.send(bundle);
    server.send((await sentOf([first, second])).bundle);
    const before = JSON.stringify(server.of('MedicationAdministration'));
    expect(server.send((await sentOf([first, second, third])).bundle)).toEqual({ made: 2, changed: 1 });
    expect(JSON.stringify(server.of('MedicationAdministration'))).toBe(before);
    expect(server.of('Procedure')[0]?.note?.map(({ text }) => text)).toEqual(['Tolerated well.', 'Well the next day.']);
  });

  it('two sessions of a patient share patient and signer, and nothing else', async () => {
    const server = fhirStore();
    server.send(bundle);
    const next = { ...chartedVisit(), id: 'another-session' };
    const signed = unwrap(await signFirst(next, { author, at: at(5), storeHead: null }, ports[0]));
    const { bundle: other } = await sentOf([signed]);
    expect(server.send(other)).toEqual({ made: (other.entry?.length ?? 0) - 2, changed: 0 });
    const [one, two] = server.of('Procedure').map(({ subject }) => subject.reference);
    expect(one).toBe(two);
  });

  it('what the clinic added to its patient stays', async () => {
    const server = fhirStore();
    server.send(bundle);
    const [[key, patient]] = server.find('Patient') as [[string, Patient]];
    server.put(key, { ...patient, gender: 'female' });
    server.send((await sentOf([first, second])).bundle);
    expect(server.of('Patient')).toMatchObject([{ gender: 'female' }]);
  });
});
