import { describe, expect, it } from 'vitest';
import { mapOf } from '../../../src/protocol/maps';
import { adverseRates, muscleFacts } from '../../../src/protocol/muscle-facts';
import { boxedWarning, effectFacts, sideEffects, urgentEffects } from '../../../src/protocol/side-effects';
import { sources } from '../../../src/protocol/sources';
import { firstTechnique, tailorings } from '../../../src/protocol/tailoring';

const texts = new Set([
  ...Object.values(mapOf('preempt-2017').sites).flatMap((rows) =>
    rows.flatMap(({ cautions }) => cautions.map(({ text }) => text)),
  ),
  ...Object.values(muscleFacts).flatMap((facts) => facts.map(({ text }) => text)),
  ...tailorings.flatMap(({ because }) => because.map(({ text }) => text)),
]);

describe('what is published of side effects', () => {
  it('says nothing of technique that does not stand in the tables of sites, muscles and tailoring', () => {
    const said = sideEffects.flatMap(({ technique, tailoring }) => [...technique, ...tailoring]);
    expect(said.length).toBeGreaterThan(25);
    expect(said.filter(({ text }) => !texts.has(text))).toEqual([]);
  });

  it('names a source for every statement and rate, or says that none was read', () => {
    const all = sideEffects.flatMap(({ technique, tailoring, rates }) => [...technique, ...tailoring, ...rates]);
    for (const { evidence, sources: from } of [...all, boxedWarning, urgentEffects]) {
      if (evidence !== 'unconfirmed') expect(from.length).toBeGreaterThan(0);
      for (const id of from) expect(sources[id]).toBeDefined();
    }
  });

  it('has the muscles of an effect agree with what is said of it', () => {
    for (const { id, muscles, technique, tailoring } of sideEffects) {
      for (const { muscle } of [...technique, ...tailoring]) expect(muscles, id).toContain(muscle);
    }
  });

  it('puts a drooping lid down to a corrugator that was given too low, by the caution of its site', () => {
    const [first] = effectFacts('lid-droop').technique;
    expect(first).toMatchObject({ muscle: 'corrugator', evidence: 'unconfirmed', sources: ['S4'] });
    expect(first?.text).toMatch(/^Too low, too lateral or too deep/);
  });

  it('calls heaviness what it is told of, the shoulder, and takes no complaint for a technique', () => {
    expect(effectFacts('heaviness')).toMatchObject({ name: 'Heavy shoulder', muscles: ['trapezius'] });
    expect(effectFacts('heaviness').technique.map(({ text }) => text)).toEqual(['Superficial and horizontal.']);
  });

  it('says of every published rate how it was read', () => {
    const neck = effectFacts('neck-pain').rates;
    expect(neck.find(({ sources: [from] }) => from === 'S9b')).toMatchObject({ percent: 6.7, evidence: 'weak' });
    expect(neck.find(({ sources: [from], event }) => from === 'S12' && event === 'neck pain')).toMatchObject({
      percent: 4.1,
      evidence: 'confirmed',
    });
    expect(effectFacts('swallowing').rates).toMatchObject([{ percent: 2, sources: ['S37'] }]);
    expect(effectFacts('lid-droop').rates.find(({ percent }) => percent === 3.3)?.evidence).toBe('unconfirmed');
    expect(effectFacts('bruising').rates).toEqual([]);
    // Pain at a site, a weak part of the face and fainting are none of the effects that are asked for; every other rate is.
    const told = new Set(sideEffects.flatMap(({ rates }) => rates));
    expect(adverseRates.filter((rate) => !told.has(rate)).map(({ event }) => event)).toEqual([
      'injection-site pain',
      'pain at a site for over 24 hours',
      'facial paresis',
      'fainting',
    ]);
  });

  it('holds as urgent what the boxed warning and the list of urgent complaints name, and nothing else', () => {
    const urgent = sideEffects.filter(({ boxed }) => boxed === 'urgent').map(({ id }) => id);
    expect(urgent).toEqual(['swallowing', 'breathing', 'speaking', 'general-weakness', 'allergic-reaction']);
    expect(boxedWarning.sources).toEqual(['S1']);
    const named = sideEffects.filter(({ boxed }) => boxed === 'named').map(({ id }) => id);
    expect(named).toEqual(['lid-droop', 'weakness']);
    expect((['speaking', 'weakness', 'bruising'] as const).map((id) => effectFacts(id).boxed)).toEqual([
      'urgent',
      'named',
      null,
    ]);
  });

  it('keeps the one confirmed statement on reducing apart: it stands before all of them', () => {
    expect(firstTechnique.sources).toEqual(['S3b']);
    expect(sideEffects.flatMap(({ technique }) => technique).map(({ text }) => text)).not.toContain(
      firstTechnique.text,
    );
  });
});
