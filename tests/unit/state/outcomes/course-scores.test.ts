import { describe, expect, it } from 'vitest';
import { emptyFile } from '../../../../src/outcomes/patient-file';
import { limitsOf, scoreMeaning, scoreOf, scoreText } from '../../../../src/state/outcomes/course-score-text';
import {
  hit6Before,
  readScore,
  scoresByDay,
  withoutScore,
  withScore,
} from '../../../../src/state/outcomes/course-scores';

const made = { id: 's-1', day: '2026-03-02', at: '2026-03-02T09:00:00+01:00', by: 'Dr A. Example' };
const today = '2026-03-02T09:00:00+01:00';

describe('a score as it is typed', () => {
  it('is read where every number is within its limits and the day has come', () => {
    const limits = { ...limitsOf('hit6'), today };
    expect(readScore({ day: '2026-03-02', numbers: [' 59 '] }, limits)).toEqual({ day: '2026-03-02', numbers: [59] });
    expect(readScore({ day: '2026-03-03', numbers: ['79'] }, limits)).toEqual([
      { field: 'day' },
      { field: 'number', at: 0 },
    ]);
    expect(readScore({ day: '2026-03-02', numbers: ['', '1.5', '3'] }, { ...limitsOf('midas'), today })).toEqual([
      { field: 'number', at: 0 },
      { field: 'number', at: 1 },
    ]);
  });

  it('of MIDAS is the sum with its grade, and none where days that exclude each other are too many', () => {
    const score = scoreOf('midas', made, [2, 4, 6, 3, 2]);
    if (score === null) throw new Error('it is sound');
    expect([scoreText(score), scoreMeaning(score)]).toEqual(['17', 'Grade III, moderate disability']);
    expect(scoreOf('midas', made, [60, 40, 0, 0, 0])).toBeNull();
  });

  it('of HIT-6 is the total with its band', () => {
    const score = scoreOf('hit6', made, [59]);
    expect(score === null ? '' : scoreMeaning(score)).toBe('Substantial impact');
  });
});

describe('scores of a file', () => {
  const score = (id: string, day: string, total: number) => ({ kind: 'hit6' as const, ...made, id, day, total });
  const file = [score('a', '2026-03-02', 60), score('b', '2025-09-29', 68), score('c', '2026-03-02', 58)].reduce(
    withScore,
    emptyFile({ id: 'p-1', label: '' }),
  );

  it('stand by their days, of one day what was entered last first', () => {
    expect(scoresByDay(file.scores).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(hit6Before(file.scores, '2026-03-01')?.total).toBe(68);
    expect(hit6Before(file.scores, '2026-03-02')?.total).toBe(58);
    expect(hit6Before(file.scores, '2025-01-01')).toBeNull();
  });

  it('are taken out by their id alone', () => {
    expect(withoutScore(file, 'a').scores.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(withoutScore(file, 'none')).toBe(file);
  });
});
