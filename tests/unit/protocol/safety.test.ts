import { describe, expect, it } from 'vitest';
import { awaitsSignOff, safetyCheckOf, safetyChecks } from '../../../src/protocol/safety-checks';
import { cumulativeDose, isCounted, otherToxin, reconstituted, retreatment } from '../../../src/protocol/safety-limits';
import { sources } from '../../../src/protocol/sources';
import { tailorings } from '../../../src/protocol/tailoring';

const statements = [...safetyChecks, ...tailorings].flatMap(({ id, because }) =>
  because.map((caution) => ({ id, ...caution })),
);

describe('the safety checks', () => {
  it('are those that the record asks for, each once', () => {
    expect(safetyChecks.map(({ id }) => id)).toEqual([
      'hypersensitivity',
      'infection-at-site',
      'neuromuscular-disease',
      'swallowing-or-breathing',
      'pregnancy-or-breastfeeding',
      'aminoglycosides',
      'anticholinergics',
      'muscle-relaxants',
      'bleeding',
      'other-toxin',
      'facial-surgery',
      'droop-or-weak-neck',
      'new-neurological-symptoms',
    ]);
  });

  it('block with hypersensitivity and with an infection at a site, and with nothing else', () => {
    const blocking = safetyChecks.filter(({ effect }) => effect === 'blocks').map(({ id }) => id);
    expect(blocking).toEqual(['hypersensitivity', 'infection-at-site']);
  });

  it('are questions, each with a reason', () => {
    for (const { id, question, because } of safetyChecks) {
      expect(question, id).toMatch(/\?$/);
      expect(because.length, id).toBeGreaterThan(0);
    }
  });

  it('say of every confirmed or weak statement where it was read', () => {
    for (const { id, evidence, sources: named } of statements) {
      if (evidence === 'confirmed' || evidence === 'weak') expect(named, id).not.toEqual([]);
      for (const source of named) expect(sources[source].id).toBe(source);
    }
  });

  it('are shown as awaiting clinical sign-off where a statement was only recalled or chosen', () => {
    const awaiting = safetyChecks.filter(awaitsSignOff).map(({ id }) => id);
    expect(awaiting).toEqual([
      'aminoglycosides',
      'anticholinergics',
      'muscle-relaxants',
      'bleeding',
      'new-neurological-symptoms',
    ]);
  });

  it('are found by id', () => {
    expect(safetyCheckOf('bleeding').effect).toBe('caution');
  });
});

describe('the limits across sessions', () => {
  it('are those of the published paradigm and label', () => {
    expect(retreatment.days).toBe(12 * 7);
    expect(cumulativeDose.maximum.units).toBe(400);
    expect(reconstituted.withinHours).toBe(24);
    expect(otherToxin.months).toBe(4);
  });

  it('count a session only if it lies less than one interval back, and say that this was chosen', () => {
    expect(cumulativeDose.window.underDays).toBe(retreatment.days);
    expect(cumulativeDose.window.evidence).toBe('derived');
    expect(cumulativeDose.window.chosenBecause).toMatch(/on schedule/);
  });

  it('name registered sources', () => {
    for (const { sources: named } of [
      retreatment,
      reconstituted,
      otherToxin,
      cumulativeDose.maximum,
      cumulativeDose.window,
    ])
      for (const source of named) expect(sources[source].id).toBe(source);
  });

  it.each(['onabotulinumtoxinA', 'OnabotulinumtoxinA 100 U', 'BOTOX®', 'Botox Cosmetic'])('add up %s', (name) => {
    expect(isCounted(name)).toBe(true);
  });

  it.each(['abobotulinumtoxinA', 'incobotulinumtoxinA', 'rimabotulinumtoxinB', ''])('never add %j', (name) => {
    expect(isCounted(name)).toBe(false);
  });
});
