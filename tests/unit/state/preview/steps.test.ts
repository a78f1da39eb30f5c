import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/messages/patient/languages';
import { loadPatientWords } from '../../../../src/messages/patient/load';
import { painReason } from '../../../../src/protocol/patient-facts';
import { muscles } from '../../../../src/protocol/paradigm';
import { readAs as patientsRead } from '../../../support/patient-texts';
import { areaWords, factsOf, isArea, linesOf, shortName, stepAt, stepIds } from '../../../../src/state/preview/steps';

describe('the steps of Preview', () => {
  it('are the seven areas in the paradigm’s order, and then what holds for all of them', () => {
    expect(stepIds.slice(0, muscles.length)).toEqual(muscles.map(({ id }) => id));
    expect(stepIds.slice(muscles.length)).toEqual(['time', 'before', 'after', 'expect', 'effects', 'warn', 'ask']);
  });

  it('say how many injections from the table, in words, and how one lies or sits where that changes', async () => {
    const words = await loadPatientWords('en');
    expect(areaWords(words, 'temporalis').where).toBe('Four small injections on each side, just above your ears.');
    expect(areaWords(words, 'procerus').where).toMatch(/^One small injection /);
    const changes = muscles.flatMap(({ id }) => (areaWords(words, id).position === null ? [] : [id]));
    expect(changes).toEqual(['corrugator', 'occipitalis']);
    const extras = muscles.flatMap(({ id }) => (areaWords(words, id).extra === null ? [] : [id]));
    expect(extras).toEqual(muscles.flatMap(({ id, extras: most }) => (most > 0 ? [id] : [])));
  });

  it('can all be read and read aloud in every language, without a unit or a name in Latin', async () => {
    const latin = new RegExp(muscles.map(({ name }) => name.split(' ').at(-1)).join('|'), 'i');
    for (const language of languages) {
      const words = await loadPatientWords(language);
      for (const step of stepIds) {
        const lines = [shortName(words, step), ...linesOf(words, step)];
        expect(lines.length, step).toBeGreaterThan(4);
        for (const line of lines) {
          expect(line, step).not.toMatch(latin);
          expect(line, step).not.toMatch(/\d\s?(?:U|E|units|unidades|Einheiten|unités)\b/i);
          expect(line.trim(), step).not.toBe('');
        }
      }
    }
  });

  it('say nothing of extra injections where the label of the region has none', async () => {
    const words = await loadPatientWords('en');
    for (const step of stepIds) {
      const extra = linesOf(words, step, { region: 'us' }).filter((line) => /\d more\b/.test(line));
      expect(extra, step).toEqual([]);
    }
    expect(linesOf(words, 'trapezius', { region: 'us' })).not.toEqual(linesOf(words, 'trapezius', { region: 'eu-uk' }));
    expect(linesOf(words, 'time', { region: 'us' })).toHaveLength(linesOf(words, 'time').length - 1);
  });

  it('say under the signs to call for whom to call where nobody answers', async () => {
    for (const language of languages) {
      const words = await loadPatientWords(language);
      expect(linesOf(words, 'warn').at(-1)).toBe(words.say('preview.warn.unreached'));
      expect(linesOf(words, 'warn')).toContain(words.say('preview.warn.emergency'));
    }
  });

  it('say how the practice is reached under the signs to call it for, where it gave a number, and there alone', async () => {
    const phone = '01632\u00a0960001';
    for (const language of languages) {
      const words = await loadPatientWords(language);
      for (const step of stepIds) {
        const [told, silent] = [linesOf(words, step, { phone: '01632 960001' }), linesOf(words, step)];
        const more = told.filter((line) => !silent.includes(line));
        expect(more, step).toEqual(step === 'warn' ? [words.say('preview.warn.clinic', { phone })] : []);
        expect(told).toHaveLength(silent.length + more.length);
      }
      const lines = linesOf(words, 'warn', { phone: '01632 960001' });
      expect(lines.at(-2), 'before whom to call where nobody answers').toContain(phone);
      expect(lines.indexOf(words.say('preview.warn.call'))).toBeLessThan(lines.length - 2);
    }
  });

  it('promise no extra injections for pain that is marked where the label of the region has none', () => {
    expect(painReason('us')).toBe('preview.pain.talk');
    expect([painReason('eu-uk'), painReason()]).toEqual(['preview.pain.why', 'preview.pain.why']);
    expect(patientsRead('preview.pain.talk')).not.toMatch(/inject|more/i);
  });

  it('rest on something, each of them but the questions', () => {
    for (const step of stepIds) expect(factsOf(step).length > 0, step).toBe(step !== 'ask');
    for (const step of stepIds.filter(isArea))
      expect(factsOf(step).some(({ sources }) => sources.length > 0)).toBe(true);
  });

  it('are found by their number, and begin with the first', () => {
    expect([stepAt('4'), stepAt(null), stepAt('0'), stepAt('99'), stepAt('x')]).toEqual([4, 1, 1, 1, 1]);
  });
});
