import { describe, expect, it } from 'vitest';
import { standardVariant } from '../../../src/anatomy/variant';
import { createHeads } from '../../../src/state/heads';
import { readSessionFile, toSessionFile } from '../../../src/exchange/session-file';
import { openClinic } from '../../support/clinic';
import { standardCurves } from '../../support/standard-curves';

const heads = createHeads(standardCurves);
const tall = heads.preset('men', 95);
const tallVariant = heads.fitted(tall).variant;

describe('sizing the head', () => {
  it('places the sites anew and writes the head into a session that has only its plan', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.chart.sizeHead(tall);
    expect(clinic.state().placing).toBe(true);
    await clinic.settle();
    expect(clinic.placing.asked).toEqual([tallVariant]);
    expect(clinic.state()).toMatchObject({ placing: false, variant: tallVariant });
    expect(clinic.state().session?.head.variant).toBe(tallVariant);
    expect(clinic.entries()).toHaveLength(31);
    const kept = await clinic.store.load(clinic.state().session?.id ?? '');
    expect(kept.ok && kept.value.session.head.variant).toBe(tallVariant);
  });

  it('is refused once anything was given: what is on record stands on its head', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.chart.give('corrugator-L');
    clinic.chart.sizeHead(tall);
    await clinic.settle();
    expect(clinic.refusal()).toBe('refused.headLocked');
    expect(clinic.state().variant).toBe(standardVariant);
    expect(clinic.placing.asked).toEqual([]);
  });

  it('without a session chooses the head for new ones', async () => {
    const clinic = openClinic();
    clinic.chart.sizeHead(tall);
    await clinic.settle();
    expect(clinic.settings.getState().head).toBe(tallVariant);
    await clinic.chart.newSession();
    expect(clinic.state().session?.head.variant).toBe(tallVariant);
  });

  it('that cannot be placed says so and leaves the head before', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.placing.works = false;
    clinic.chart.sizeHead(tall);
    await clinic.settle();
    expect(clinic.refusal()).toBe('refused.headNotPlaced');
    expect(clinic.state()).toMatchObject({ variant: standardVariant, placing: false });
    expect(clinic.state().session?.head.variant).toBe(standardVariant);
  });

  it('follows the last wish where several come at once', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.chart.sizeHead(tall);
    clinic.chart.sizeHead(heads.preset('women', 5));
    clinic.chart.standardHead();
    await clinic.settle();
    expect(clinic.state().session?.head.variant).toBe(standardVariant);
    expect(clinic.state().placing).toBe(false);
  });
});

describe('a session file', () => {
  it('keeps the head it names, and is refused where that head cannot be', async () => {
    const clinic = openClinic();
    await clinic.chart.newSession();
    clinic.chart.sizeHead(tall);
    await clinic.settle();
    const session = clinic.state().session;
    if (session === null) throw new Error('no session');
    const text = toSessionFile(session, '0.0.0');
    const read = readSessionFile(text);
    expect(read.ok && read.value.session.head.variant).toBe(tallVariant);
    const giant = readSessionFile(text.replace(/headLength=[\d.]+/, 'headLength=900'));
    expect(giant).toMatchObject({
      ok: false,
      error: { kind: 'HeadImpossible', path: 'head.variant', problem: { kind: 'out-of-range', measure: 'headLength' } },
    });
    const garbled = readSessionFile(text.replace(tallVariant, 'very tall'));
    expect(garbled).toMatchObject({ ok: false, error: { kind: 'HeadImpossible', problem: { kind: 'unreadable' } } });
  });
});
