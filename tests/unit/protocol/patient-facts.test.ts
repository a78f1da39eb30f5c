import { describe, expect, it } from 'vitest';
import { de } from '../../../src/messages/patient/de';
import { en } from '../../../src/messages/patient/en';
import { es } from '../../../src/messages/patient/es';
import { fr } from '../../../src/messages/patient/fr';
import { muscles, sessionTotals } from '../../../src/protocol/paradigm';
import { areaFact, areaFacts, awaitsSignOff, factKeys, factOf, tellsExtras } from '../../../src/protocol/patient-facts';
import type { PatientFact } from '../../../src/protocol/patient-fact';
import { patientScreenIds, patientScreens, screenSources, statementsOf } from '../../../src/protocol/patient-screens';
import { retreatment } from '../../../src/protocol/safety-limits';
import { sources } from '../../../src/protocol/sources';
import { argumentsOf } from '../../support/icu-messages';

/** What says nothing about the treatment: names of screens and buttons, and what the app or the record itself says. */
const plain: readonly RegExp[] = [
  /^(?:preview|home)\.(?:title|intro)$/,
  /^preview\.(?:card|set|read|head|source|map)\b/,
  /^preview\.(?:private|step|begin|next|back|finish|close|missing|discuss|injections)$/,
  /^preview\.area\.\w+\.(?:name|short)$/,
  /^preview\.\w+\.(?:title|short)$/,
  /^preview\.expect\.\w+\.head$/,
  // Headings that a list completes.
  /^preview\.(?:before\.tell|effects\.common|effects\.less|effects\.urgent|warn\.ambulance|warn\.call)$/,
  // Questions, which say nothing.
  /^preview\.ask\./,
  // The drawing of pain, but for why it is asked for.
  /^preview\.pain\.(?!(?:why|talk)$)/,
  // The practice's own number.
  /^preview\.warn\.clinic$/,
  // What the record says.
  /^preview\.mine\./,
  /^home\./,
];
const areaSentences = /^preview\.(?:area\.\w+\.(?:where|ask|why)|extra|position\.\w+)$/;

const restsOnNothing = (key: string): boolean =>
  !plain.some((one) => one.test(key)) && !areaSentences.test(key) && !factKeys.some((fact) => fact === key);

const all: readonly (readonly [string, PatientFact])[] = [
  ...factKeys.map((key) => [key, factOf(key)] as const),
  ...muscles.flatMap(({ id }) => areaFacts(id).map((fact) => [id, fact] as const)),
];

describe('the facts for patients', () => {
  it('stand behind every sentence that says something of the treatment', () => {
    const spoken = Object.keys(en).filter((key) => /^(?:preview|home)\./.test(key));
    expect(spoken.length).toBeGreaterThan(150);
    expect(spoken.filter(restsOnNothing)).toEqual([]);
    for (const { id } of muscles) expect(areaFacts(id).length, id).toBeGreaterThan(6);
  });

  it('would be missed behind a new sentence', () => {
    expect(restsOnNothing('preview.after.alcohol')).toBe(true);
    expect(restsOnNothing('preview.effects.fever')).toBe(true);
  });

  it('have a sentence each, and stand on the screen of their sentence', () => {
    expect(factKeys.filter((key) => !(key in en))).toEqual([]);
    const shared = ['preview.feel', 'preview.pause', 'preview.time.area', 'preview.pain.why', 'preview.pain.talk'];
    const onScreens = new Set<string>([...patientScreenIds.flatMap((screen) => statementsOf(screen)), ...shared]);
    expect(factKeys.filter((key) => !onScreens.has(key))).toEqual([]);
    for (const screen of patientScreenIds) {
      const statements = statementsOf(screen);
      expect(new Set(statements).size, screen).toBe(statements.length);
    }
  });

  it('give a sentence the values that it asks for', () => {
    for (const key of factKeys) {
      const asked = new Set(argumentsOf(en[key]).keys());
      expect(new Set(Object.keys(factOf(key).values ?? {})), key).toEqual(asked);
    }
  });

  it('say where they were read, or that they are convention', () => {
    for (const [key, { evidence, sources: named, taught }] of all) {
      if (evidence === 'confirmed' || evidence === 'weak' || evidence === 'derived') expect(named, key).not.toEqual([]);
      if (named.length === 0) expect(taught, key).toBe(true);
      for (const source of named) expect(sources[source].id).toBe(source);
    }
  });

  it('are shown as awaiting clinical sign-off where they were not read in a good source', () => {
    expect(awaitsSignOff(factOf('preview.expect.onset'))).toBe(true);
    expect(awaitsSignOff(factOf('preview.after.upright'))).toBe(true);
    expect(awaitsSignOff(factOf('preview.feel'))).toBe(true);
    expect(awaitsSignOff(factOf('preview.warn.breathe'))).toBe(false);
    expect(awaitsSignOff(factOf('preview.time.count'))).toBe(false);
  });

  it('do not pass off as read what was chosen here: that a call on the same day is enough, and that areas are those of the studies', () => {
    const call = ['double', 'lid', 'voice', 'bladder'] as const;
    for (const sign of call)
      expect(factOf(`preview.warn.${sign}`), sign).toEqual({ evidence: 'unconfirmed', sources: ['S1'] });
    expect(factOf('preview.why.studies').evidence).toBe('unconfirmed');
    for (const { id } of muscles)
      expect(areaFacts(id).includes(factOf('preview.why.studies')), 'not said on the screen of an area').toBe(false);
  });

  it('tell of no extra injections where the label of the region has none', () => {
    expect([tellsExtras(), tellsExtras('eu-uk'), tellsExtras('us')]).toEqual([true, true, false]);
    expect(statementsOf('time', 'eu-uk')).toContain('preview.time.more');
    expect(statementsOf('time', 'us')).not.toContain('preview.time.more');
    for (const { id } of muscles) {
      expect(areaFact(id, 'extra', 'us'), id).toBeNull();
      expect(areaFacts(id, 'us').length, id).toBe(areaFacts(id).length - (areaFact(id, 'extra') === null ? 0 : 1));
    }
  });

  it('leave trouble with swallowing and a spread to no “tell us”: right there it is said where to look', () => {
    const urgent = patientScreens.effects.at(-1)?.statements;
    expect(urgent).toEqual(['preview.effects.swallow', 'preview.effects.spread', 'preview.effects.help']);
    const said = statementsOf('effects');
    expect(said.indexOf('preview.effects.tell')).toBeLessThan(said.indexOf('preview.effects.swallow'));
    for (const words of [en, es, de, fr]) expect(words['preview.effects.help']).toContain(words['preview.warn.title']);
  });

  it('count as the paradigm does', () => {
    const perArea = muscles.map((muscle) => {
      const n = areaFact(muscle.id, 'where')?.values?.['n'] ?? 0;
      return muscle.fixed.midline > 0 ? n : 2 * n;
    });
    expect(perArea).toEqual([2, 1, 4, 8, 6, 4, 6]);
    expect(factOf('preview.time.count').values).toEqual({ n: sessionTotals.fixedSites, areas: 7 });
    expect(muscles.map(({ id }) => areaFact(id, 'extra')?.values?.['n'] ?? 0)).toEqual([0, 0, 0, 2, 2, 0, 4]);
    expect(factOf('preview.time.more').values).toEqual({ n: 8 });
    expect(factOf('preview.expect.next').values).toEqual({ weeks: retreatment.days / 7 });
  });

  it('tell rates in whole people of a hundred, from the lowest to the highest that was read', () => {
    expect(factOf('preview.effects.neck').values).toEqual({ low: 4, high: 13, of: 100 });
    expect(factOf('preview.effects.lid').values).toEqual({ low: 2, high: 11, of: 100 });
    expect(factOf('preview.effects.swallow').values).toEqual({ n: 2, of: 100 });
    expect(factOf('preview.expect.fadeShare').values).toEqual({ n: 6, of: 10 });
  });

  it('name the sources of a screen, each once', () => {
    expect(screenSources('warn')).toEqual(['S1']);
    expect(screenSources('after')).toEqual(['S62', 'S62b']);
    expect(screenSources('effects')).toContain('S10');
    for (const screen of patientScreenIds) expect(screenSources(screen).length, screen).toBeGreaterThan(0);
  });
});

describe('the numbers that patients read', () => {
  it.each([
    ['en', en],
    ['es', es],
    ['de', de],
    ['fr', fr],
  ])('come from the tables and stand in no text: %s', (_, catalogue) => {
    // The diary's numbers are its own: hours of a day, grades of a scale.
    const written = Object.entries(catalogue).filter(
      ([key, text]) => !key.startsWith('diary.') && /\d/.test(text.replaceAll(/=\d \{/g, '')),
    );
    expect(written).toEqual([]);
  });
});
