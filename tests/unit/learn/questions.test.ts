import { beforeAll, describe, expect, it } from 'vitest';
import {
  cardsOf,
  drillOf,
  factCards,
  factsOf,
  muscleOfCard,
  questionOf,
  siteCardsOf,
  siteOfCard,
} from '../../../src/learn/cards';
import { isRight } from '../../../src/learn/questions/check-answer';
import { type PlanLine, type Question, topics, type Value } from '../../../src/learn/questions/question';
import { fixedSites } from '../../../src/protocol/fixed-sites';
import { mapOf, maps } from '../../../src/protocol/maps';
import { muscleOf, muscles, published } from '../../../src/protocol/paradigm';
import { type SafetyCheckId, safetyCheckOf } from '../../../src/protocol/safety-checks';
import { readSiteId } from '../../../src/protocol/site-id';
import { tailorings } from '../../../src/protocol/tailoring';
import type { MuscleId } from '../../../src/protocol/words';
import { draws } from '../../support/draws';

const seeds = Array.from({ length: draws(40) }, (_, at) => at * 7919 - 1000);
let all: readonly Question[];
beforeAll(() => {
  all = factCards.flatMap((card) => seeds.flatMap((seed) => questionOf(card, seed) ?? []));
});

/** The published table, typed out here again: units, sites and extras by muscle. */
const table: Readonly<Record<MuscleId, { sites: number; units: number; extras: number; maximum: number }>> = {
  corrugator: { sites: 2, units: 10, extras: 0, maximum: 10 },
  procerus: { sites: 1, units: 5, extras: 0, maximum: 5 },
  frontalis: { sites: 4, units: 20, extras: 0, maximum: 20 },
  temporalis: { sites: 8, units: 40, extras: 2, maximum: 50 },
  occipitalis: { sites: 6, units: 30, extras: 2, maximum: 40 },
  paraspinal: { sites: 4, units: 20, extras: 0, maximum: 20 },
  trapezius: { sites: 6, units: 30, extras: 4, maximum: 50 },
};
const numbers: Readonly<Record<string, number>> = {
  fixedSites: 31,
  fixedUnits: 155,
  capSites: 39,
  capUnits: 195,
  aliquotUnits: 5,
  aliquotMl: 0.1,
  gauge: 30,
  retreatment: 12,
  cumulative: 400,
  reconstituted: 24,
  otherToxin: 4,
};
const inOrder = ['corrugator', 'procerus', 'frontalis', 'temporalis', 'occipitalis', 'paraspinal', 'trapezius'];

/** How a source puts it; and what it says of a check. */
const called = { contraindicated: 'Contraindicated', 'extra-caution': 'Extra caution' } as const;
const read = (check: SafetyCheckId): string =>
  safetyCheckOf(check).because.find(({ text }) => Object.values(called).some((word) => text.startsWith(word)))?.text ??
  '';

/** Whether an option answers a question, read from the tables by another way than the question was made. */
function answers({ asked }: Question, value: Value): boolean {
  const first = (muscle: MuscleId) => mapOf('preempt-2017').sites[muscle][0]!;
  switch (asked.kind) {
    case 'sites':
    case 'units':
    case 'maximum':
    case 'extras':
      return value.kind === 'amount' && value.n === table[asked.muscle][asked.kind];
    case 'next':
      return value.kind === 'muscle' && inOrder.indexOf(value.muscle) === inOrder.indexOf(asked.muscle) + 1;
    case 'position':
      return value.kind === 'position' && (value.is === 'supine') === inOrder.indexOf(asked.muscle) < 4;
    case 'way': {
      const { direction } = first(asked.muscle).needle;
      if (value.kind !== 'way') return false;
      return direction.includes(value.degrees === 'level' ? 'horizontal' : `${String(value.degrees)}°`);
    }
    case 'depth': {
      if (value.kind !== 'quoted') return false;
      // Of every muscle a source says so as well, and very superficial is superficial.
      return value.text.includes('superficial') || first(asked.muscle).needle.depth.startsWith(value.text);
    }
    case 'length':
      return value.kind === 'amount' && value.n === 12.7;
    case 'longer':
      // "In the neck": whatever is injected from behind may be meant.
      return value.kind === 'muscle' && ['occipitalis', 'paraspinal', 'trapezius'].includes(value.muscle);
    case 'caution':
      return (
        value.kind === 'quoted' &&
        mapOf('preempt-2017').sites[asked.muscle].some(({ cautions }) =>
          cautions.some((one) => one.text === value.text),
        )
      );
    case 'shown':
      return value.kind === 'muscle' && value.muscle === readSiteId(asked.site)?.muscle;
    case 'check':
      return value.kind === 'standing' && read(asked.check).startsWith(called[value.is]);
    case 'appCheck':
      return value.kind === 'effect' && value.effect === safetyCheckOf(asked.check).effect;
    case 'contraindication':
      // What a source calls neither might be one.
      return value.kind === 'check' && !read(value.check).startsWith(called['extra-caution']);
    case 'case':
      return (
        value.kind === 'tailoring' &&
        tailorings.some(
          ({ id, because }) =>
            id === value.tailoring && because.some(({ text }) => text.startsWith(`${asked.situation}:`)),
        )
      );
    case 'ftpMuscles':
      return value.kind === 'muscle' && ['temporalis', 'occipitalis', 'trapezius'].includes(value.muscle);
    default:
      throw new Error(`no choice: ${asked.kind}`);
  }
}

/** The lines of a plan that break the published table; extras over a muscle's allowance count against every line that has some. */
function brokenLines(lines: readonly PlanLine[]): readonly number[] {
  return lines.flatMap((line, at) => {
    const { sites, extras } = table[line.muscle];
    const midline = line.muscle === 'procerus';
    const perSide = midline ? sites : sites / 2;
    const planned = lines.filter(({ muscle }) => muscle === line.muscle).reduce((sum, one) => sum + one.extras, 0);
    const wrong =
      line.each !== 5 ||
      (line.side === 'midline') !== midline ||
      line.ordinals.join() !== Array.from({ length: perSide }, (_, n) => n + 1).join() ||
      (planned > extras && line.extras > 0);
    return wrong ? [at] : [];
  });
}

describe('questions made from the protocol', () => {
  it('are of every topic, and about every fact under an id of its own', () => {
    for (const topic of topics) expect(factsOf(topic).length, topic).toBeGreaterThan(0);
    for (const { id: map } of maps) {
      const [cards, sites] = [cardsOf(map), siteCardsOf(map)];
      expect(new Set(cards).size).toBe(cards.length);
      expect(new Set(cards)).toEqual(new Set([...factCards, ...sites]));
      expect(sites).toHaveLength(published.fixedSites);
      expect(sites.map(siteOfCard)).toEqual(fixedSites.map(({ id }) => id));
      expect(sites.map(muscleOfCard)).toEqual(fixedSites.map(({ muscle }) => muscle));
    }
    expect(all).toHaveLength(factCards.length * seeds.length);
  });

  it('are about sites of one map each, and about facts that every map has alike', () => {
    expect(new Set(maps.flatMap(({ id }) => siteCardsOf(id))).size).toBe(maps.length * published.fixedSites);
    for (const { id } of muscles) {
      const [first, ...others] = maps.map(({ sites }) => sites[id][0]);
      for (const other of others)
        expect([other?.needle, other?.cautions[0]], id).toEqual([first?.needle, first?.cautions[0]]);
    }
  });

  it('have exactly one right answer, read again from the tables', () => {
    let choices = 0;
    for (const question of all) {
      const { answer } = question;
      if (answer.kind !== 'choice') continue;
      choices += 1;
      const right = answer.options.flatMap((value, at) => (answers(question, value) ? [at] : []));
      expect(right, question.id).toEqual([answer.right]);
      expect(answer.options.length, question.id).toBeGreaterThan(1);
      expect(new Set(answer.options.map((one) => JSON.stringify(one))).size, question.id).toBe(answer.options.length);
    }
    expect(choices).toBeGreaterThan(25 * seeds.length);
  });

  it('ask for the numbers and the order as published', () => {
    for (const { asked, answer, id } of all) {
      if (answer.kind === 'number')
        expect(answer.right, id).toBe(asked.kind === 'diluent' ? asked.strength / 50 : numbers[asked.kind]);
      if (answer.kind === 'order') {
        expect(answer.right).toEqual(inOrder);
        expect(answer.items, id).not.toEqual(inOrder);
        expect(answer.items.toSorted()).toEqual(inOrder.toSorted());
      }
    }
  });

  it('name every muscle that takes extras, and no other', () => {
    for (const question of all) {
      const { answer } = question;
      if (answer.kind !== 'several') continue;
      expect(answer.options).toHaveLength(muscles.length);
      answer.options.forEach((value, at) => {
        expect(answer.right.includes(at), question.id).toBe(answers(question, value));
      });
    }
  });

  it('hide one mistake in a planned session, and no second one', () => {
    const seen = new Set<string>();
    for (const { answer, id } of all) {
      if (answer.kind !== 'find-row') continue;
      seen.add(answer.mistake);
      expect(brokenLines(answer.lines), id).toEqual([answer.right]);
    }
    expect(seen.size).toBe(7);
  });

  it('would be seen with two right answers, or a second mistake', () => {
    const question = all.find(({ asked }) => asked.kind === 'caution' && asked.muscle === 'temporalis')!;
    const other = mapOf('preempt-2017').sites.temporalis[1]!.cautions[0]!;
    expect(answers(question, { kind: 'quoted', text: other.text })).toBe(true);
    const found = all.find(({ answer }) => answer.kind === 'find-row')!;
    if (found.answer.kind !== 'find-row') throw new Error('no plan');
    const twice = found.answer.lines.map((line) => ({ ...line, each: line.each + 1 }));
    expect(brokenLines(twice).length).toBeGreaterThan(1);
  });

  it('say what the answer rests on, with a source or with what it lacks to be a rule', () => {
    for (const { because, id } of all) {
      expect(because.length, id).toBeGreaterThan(0);
      for (const { sources, evidence } of because)
        expect(sources.length > 0 || evidence === 'unconfirmed' || evidence === 'derived', id).toBe(true);
    }
  });

  it('never take it for wrong not to inject: what sources call it is asked, or what this app does', () => {
    const checks = all.filter(({ card }) => card.startsWith('fact:check:'));
    expect(new Set(checks.map(({ asked }) => asked.kind))).toEqual(new Set(['check', 'appCheck']));
    for (const { asked, answer, because, id } of checks) {
      const kinds = new Set(answer.kind === 'choice' ? answer.options.map(({ kind }) => kind) : []);
      expect(kinds, id).toEqual(new Set([asked.kind === 'check' ? 'standing' : 'effect']));
      // The first reason says the very answer, and says where it was read, or that it is a convention.
      const [reason] = because;
      if (asked.kind === 'appCheck') expect(reason, id).toMatchObject({ kind: 'effect', sources: [] });
      else expect(reason?.kind === 'quoted' && reason.text, id).toMatch(/^(Contraindicated|Extra caution) /);
      if (asked.kind === 'check') expect(reason?.sources.join(), id).toMatch(/^S41b?$/);
    }
  });

  it('tell of a case first what is confirmed: the technique, before a lower dose', () => {
    const cases = all.filter(({ topic }) => topic === 'cases');
    expect(cases.length).toBeGreaterThan(0);
    for (const { because, id } of cases) {
      expect(because[0], id).toMatchObject({ evidence: 'confirmed', sources: ['S3b'] });
      expect(because[0], id).toHaveProperty('text', expect.stringContaining('first correct the technique'));
    }
  });

  it('rest a rule on the method papers alone, not on what bears on it', () => {
    const shown = all.filter(({ asked }) => asked.kind === 'shown');
    expect(shown.length).toBeGreaterThan(0);
    for (const { because, id } of shown) expect(because[0]?.sources.join(), id).toMatch(/^S3(,S4)?$/);
  });

  it('are the same for the same seed, and others for another', () => {
    for (const card of factCards) expect(questionOf(card, 5)).toEqual(questionOf(card, 5));
    expect(drillOf('mixed', 1, 10)).toEqual(drillOf('mixed', 1, 10));
    expect(drillOf('mixed', 1, 10)).not.toEqual(drillOf('mixed', 2, 10));
    expect(new Set(drillOf('mixed', 1, 10).map(({ card }) => card)).size).toBe(10);
    expect(questionOf('fact:of-another-version', 1)).toBeNull();
    expect(questionOf('site:preempt-2017:procerus-M', 1)).toBeNull();
  });

  it('take the right answer for right, and nothing else', () => {
    for (const { answer, id } of all) {
      if (answer.kind === 'choice' || answer.kind === 'find-row') {
        const n = answer.kind === 'choice' ? answer.options.length : answer.lines.length;
        for (let at = 0; at < n; at += 1)
          expect(isRight(answer, { kind: answer.kind, at }), id).toBe(at === answer.right);
      } else if (answer.kind === 'several') {
        expect(isRight(answer, { kind: 'several', at: answer.right.toReversed() })).toBe(true);
        expect(isRight(answer, { kind: 'several', at: answer.right.slice(1) })).toBe(false);
        expect(isRight(answer, { kind: 'several', at: answer.options.map((_, at) => at) })).toBe(false);
      } else if (answer.kind === 'number') {
        expect(isRight(answer, { kind: 'number', n: answer.right })).toBe(true);
        expect(isRight(answer, { kind: 'number', n: answer.right + 1 })).toBe(false);
      } else {
        expect(isRight(answer, { kind: 'order', order: answer.right })).toBe(true);
        expect(isRight(answer, { kind: 'order', order: answer.items })).toBe(false);
      }
    }
  });

  it('know the doses that the ledger knows', () => {
    for (const { id } of muscles) expect(muscleOf(id).extras).toBe(table[id].extras);
  });
});
