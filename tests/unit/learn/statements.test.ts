import { describe, expect, it } from 'vitest';
import built from '../../../assets/head/zones.json';
import { awaitsSignOff, isSupported, type Statement, statementsOf, topics } from '../../../src/learn/statements';
import { zonesBeside } from '../../../src/learn/statements-hazards';
import { dangerZones } from '../../../src/protocol/danger-zones';
import { maps } from '../../../src/protocol/maps';
import { muscleFacts } from '../../../src/protocol/muscle-facts';
import { muscles } from '../../../src/protocol/paradigm';
import { safetyChecks } from '../../../src/protocol/safety-checks';
import { sources } from '../../../src/protocol/sources';
import { tailorings } from '../../../src/protocol/tailoring';

const all: readonly Statement[] = maps.flatMap(({ id }) =>
  muscles.flatMap(({ id: muscle }) => statementsOf(id, muscle)),
);

describe('what is told of a muscle', () => {
  it('has a source or is marked as a teaching convention, every statement of both maps', () => {
    expect(all.length).toBeGreaterThan(400);
    expect(all.filter((statement) => !isSupported(statement)).map(({ id }) => id)).toEqual([]);
    for (const { id, convention, sources: cited } of all) {
      expect(convention, id).toBe(cited.length === 0);
      for (const source of cited) expect(sources[source].id, id).toBe(source);
    }
  });

  it('is marked in its table, row by row: what has no source and no mark is found out', () => {
    const cautions = [
      ...Object.values(muscleFacts).flat(),
      ...tailorings.flatMap(({ because }) => because),
      ...dangerZones.map(({ why }) => why),
      ...safetyChecks.flatMap(({ because }) => because),
      ...maps.flatMap(({ sites }) => Object.values(sites).flat()).flatMap(({ cautions: all }) => all),
    ];
    for (const { text, sources: cited, taught } of cautions) expect(taught === true, text).toBe(cited.length === 0);
  });

  it('is found out where it has neither', () => {
    const [told] = all.filter(({ evidence }) => evidence === 'confirmed');
    expect(told && isSupported({ ...told, sources: [] })).toBe(false);
  });

  it('is never said to have been read where no source is named', () => {
    for (const { id, convention, evidence } of all)
      if (convention) expect(['unconfirmed', 'derived'], id).toContain(evidence);
    for (const facts of Object.values(muscleFacts))
      for (const { text, evidence, sources: cited } of facts)
        if (cited.length === 0) expect(evidence, text).toBe('unconfirmed');
  });

  it('names the label that leaves no room for extras where they are told of first, and nowhere else', () => {
    const label = all.filter(({ text }) => text.startsWith('The label of the United States'));
    expect(label.map(({ id, text }) => [id, text])).toEqual(
      maps.map(() => [
        'temporalis where 2',
        'The label of the United States gives at most 155 U in a session; the fixed sites take 155 U.',
      ]),
    );
    expect(label.map(({ evidence, sources: cited }) => [evidence, cited])).toEqual(
      maps.map(() => ['unconfirmed', ['S1', 'S34']]),
    );
  });

  it('says of leaving out the lateral frontalis sites what it risks, before it is told as a way of tailoring', () => {
    const told = statementsOf('preempt-2017', 'frontalis').filter(({ topic }) => topic === 'prevent');
    const at = (part: string): number => told.findIndex(({ text }) => text.includes(part));
    expect(at('it risks a peaked brow')).toBeGreaterThan(at('do not leave the lateral fibres alone'));
    expect(at('it risks a peaked brow')).toBeLessThan(at('leave out the lateral sites. A deviation'));
    expect(told[at('it risks a peaked brow')]?.evidence).toBe('derived');
  });

  it('says nothing of how it is drawn', () => {
    expect(all.filter(({ text }) => /drawn/i.test(text)).map(({ id }) => id)).toEqual([]);
  });

  it('covers every topic of every muscle on either map, and says nothing twice', () => {
    for (const { id: map } of maps)
      for (const { id: muscle } of muscles) {
        const told = statementsOf(map, muscle);
        for (const topic of topics)
          expect(told.filter((one) => one.topic === topic).length, `${muscle} ${topic}`).toBeGreaterThan(0);
        expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
        expect(new Set(told.map(({ text }) => text)).size).toBe(told.length);
      }
  });

  it('awaits sign-off unless it was read in a source that can be relied on: all landmark rules do', () => {
    const sentences = new Set(
      maps.flatMap(({ sites }) => Object.values(sites).flat()).map(({ rule }) => rule.sentence),
    );
    const rules = all.filter(({ text }) => sentences.has(text.replace(/^[^:]*: /, '')));
    expect(rules.length).toBe(2 * 16);
    expect(rules.every(awaitsSignOff)).toBe(true);
    expect(all.filter(({ evidence }) => evidence === 'confirmed').some(awaitsSignOff)).toBe(false);
  });

  it('tells both sides of a disagreement', () => {
    const corrugator = statementsOf('preempt-2017', 'corrugator').map(({ text }) => text);
    expect(corrugator.some((text) => text.startsWith('Pulls the brow down'))).toBe(true);
    expect(corrugator.some((text) => text.startsWith('Disputed: Isse and Elahi 2001'))).toBe(true);
    expect(statementsOf('preempt-2017', 'procerus').find(({ topic }) => topic === 'nerve')?.text).toContain(
      'sources vary',
    );
  });

  it('cites for a rule what it is believed to stand in, and for what disagrees with it where that was read', () => {
    const marks = (map: 'preempt-2010' | 'preempt-2017', muscle: 'temporalis' | 'frontalis', start: string) =>
      statementsOf(map, muscle)
        .filter(({ text }) => text.startsWith(start))
        .map(({ evidence, sources: cited }) => [evidence, ...cited].join(' '));
    expect(marks('preempt-2017', 'temporalis', 'Temporalis 1: 3 cm')).toEqual(['unconfirmed S3 S4']);
    expect(marks('preempt-2017', 'temporalis', 'Sources disagree. A dissection study')).toEqual(['confirmed S13']);
    expect(marks('preempt-2017', 'temporalis', 'This site is lower, but')).toEqual(['unconfirmed']);
    expect(marks('preempt-2010', 'frontalis', 'Frontalis 1: 1.5 cm')).toEqual(['unconfirmed S4']);
    expect(marks('preempt-2010', 'frontalis', 'Sources disagree.')).toEqual(['derived S19']);
  });

  it('names what went wrong as the source names it: stiffness of the neck beside the neck, ptosis not as one of the lid', () => {
    const rates = (muscle: 'corrugator' | 'paraspinal' | 'trapezius') =>
      statementsOf('preempt-2017', muscle).flatMap(({ text }) => /^All sites together: (.* %)/.exec(text)?.[1] ?? []);
    expect(rates('corrugator')).toEqual(['eyelid ptosis in 4.6 %', 'ptosis in 2.5 %', 'ptosis in 11 %']);
    expect(rates('paraspinal')).toContain('neck stiffness in 14.6 %');
    expect(rates('trapezius')).toEqual([
      'musculoskeletal stiffness in 6.1 %',
      'stiffness in 2.4 %',
      'muscle weakness in 8 %',
      'weakness in 1.4 %',
    ]);
  });

  it('takes the numbers of the paradigm from its tables', () => {
    const dose = (muscle: 'trapezius' | 'procerus') => statementsOf('preempt-2017', muscle)[0]?.text;
    expect(dose('trapezius')).toBe(
      'G, muscle 7 of 7. 6 sites, 3 on each side, 5 U each: 30 U of the 155 U. Follow-the-pain may add 4 sites on either side or both, to 50 U at most.',
    );
    expect(dose('procerus')).toBe(
      'B, muscle 2 of 7. One site in the midline, 5 U of the 155 U. No follow-the-pain sites.',
    );
  });

  it('tells what is confirmed, that the technique comes first, before every way of tailoring', () => {
    for (const { id: map } of maps)
      for (const { id: muscle } of muscles) {
        const prevent = statementsOf(map, muscle).filter(({ topic }) => topic === 'prevent');
        const tailored = prevent.findIndex(({ text }) => text.endsWith('A deviation: it is recorded with its reason.'));
        const first = prevent.findIndex(({ text }) => text.includes('first correct the technique'));
        expect(first, muscle).toBe(tailored === -1 ? -1 : tailored - 1);
        if (first !== -1) expect(prevent[first]).toMatchObject({ evidence: 'confirmed', sources: ['S3b'] });
      }
    expect(all.some(({ text }) => text.includes('first correct the technique'))).toBe(true);
  });

  it('shows the danger zones that the sites of a muscle are in or near, and no others', () => {
    for (const { id: muscle } of muscles) {
      const near = Object.values(built.near).flatMap((sites) =>
        Object.entries(sites).flatMap(([site, zones]) =>
          site.startsWith(muscle) ? zones.map(({ zone }) => zone) : [],
        ),
      );
      expect([...new Set(near)].toSorted(), muscle).toEqual([...zonesBeside[muscle]].toSorted());
    }
  });
});
