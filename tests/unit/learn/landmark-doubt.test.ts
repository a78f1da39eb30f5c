import { describe, expect, it } from 'vitest';
import { acrossProblem } from '../../../src/learn/landmark-reach';
import { commandProblem } from '../../../src/state/learn/exam-text';
import { read, refusal } from '../../support/landmark-command';

describe('a length from the midline', () => {
  it.each([
    '30 mm below the inion, 10 mm from the midline',
    '10 mm from midline, 30 mm below inion',
    '30 below the inion and 10 off the midline',
    '30 mm below the inion, 10 mm lateral to the midline',
    '30 mm below the inion, lateral 10 mm from the mid-line',
    '30 mm below the inion, 10 mm left of the midline',
  ])('is lateral, and stays on the side of the patient: "%s"', (text) => {
    expect(read(text)).toBe('inion left -30 lateral 10');
  });

  it('is medial only toward it', () => {
    expect(read('10 mm toward the midline from the brow')).toBe('brow left +0 medial 10');
    expect(read('10 mm medially towards midline from the brow')).toBe('brow left +0 medial 10');
    expect(refusal('10 mm medial to the midline, 30 below the inion')).toEqual({
      kind: 'not-understood',
      what: 'midline',
    });
    expect(refusal('10 mm medial from the midline, 30 below the inion')).toEqual({
      kind: 'no-length',
      what: 'lateral',
    });
  });

  it('is never walked from a landmark beside it', () => {
    expect(refusal('30 below the mastoid tip, 10 from the midline')).toEqual({
      kind: 'beside-midline',
      landmark: 'mastoid-tip',
    });
  });

  it('does not pass to the other side: nothing is medial of what lies in the midline', () => {
    for (const text of ['30 mm below and 10 mm medial to the inion', '10 mm toward the midline, 30 up from the inion'])
      expect(refusal(text), text).toEqual({ kind: 'past-midline', landmark: 'inion' });
  });
});

describe('a length', () => {
  it.each([
    ['2 in up from tragus', 'in'],
    ['1.5in above the brow', 'in'],
    ['2 in. above the brow', 'in'],
    ['2 in in front of the tragus', 'in'],
    ['2" above the brow', '2"'],
    ['2 fb above the brow', 'fb'],
    ['2fb above the brow', 'fb'],
    ['2 fingerbreadths above the brow', 'fingerbreadths'],
    ['a cm above the brow', 'cm'],
    ['30 up, cm from the tragus', 'cm'],
    ['up 3 tragus cm', 'cm'],
  ])('in a unit that is not known, or without a number, is refused: "%s"', (text, what) => {
    expect(refusal(text)).toEqual({ kind: 'not-understood', what });
  });

  it.each([
    ['1,000 mm up from tragus', '1,000'],
    ['1,500 up tragus', '1,500'],
    ['1.500 mm up tragus', '1.500'],
    ['1,2,3 mm up tragus', '1,2,3'],
  ])('that may be thousands or decimals is refused: "%s"', (text, what) => {
    expect(refusal(text)).toEqual({ kind: 'number', what });
  });

  it('has a decimal comma or point, and no other comma is one', () => {
    expect(read('1,5 cm up from the brow')).toBe('brow left +15 lateral 0');
    expect(read('12,25 mm up from the brow')).toBe('brow left +12.25 lateral 0');
    expect(read('inion,30 down,10 lateral')).toBe('inion left -30 lateral 10');
    expect(read('30 mm. above the brow')).toBe('brow left +30 lateral 0');
    expect(refusal('up ,5 cm from the brow')).toEqual({ kind: 'not-understood', what: ',5' });
    expect(refusal('up .5 cm from the brow')).toEqual({ kind: 'not-understood', what: '.5' });
    expect(refusal('up 1, 5 cm from the brow')).toEqual({ kind: 'no-way', mm: 50 });
  });

  it.each([
    ['up - 30 from tragus', '-30'],
    ['- 30 mm up from tragus', '-30'],
    ['up -30 from tragus', '-30'],
    ['up – 30 from tragus', '–'],
    ['up − 30 from tragus', '−'],
    ['20-30 mm up from tragus', '20-30'],
    ['20 - 30 mm up from tragus', '-30'],
  ])('has no minus and is no range: "%s"', (text, what) => {
    expect(refusal(text)).toEqual({ kind: 'not-understood', what });
  });

  it('is not taken for mm where cm may be meant', () => {
    expect(refusal('2 cm above the inion, 1 lateral')).toEqual({ kind: 'unit', what: '1' });
    expect(refusal('1.5 above the brow')).toEqual({ kind: 'unit', what: '1.5' });
    expect(read('20 mm above the inion, 15 lateral')).toBe('inion left +20 lateral 15');
    expect(read('60 up, 2 cm back from the tragus'), 'no walk is 60 cm').toBe('tragus left +60 back 20');
    expect(read('2 cm above the inion, 15 mm lateral')).toBe('inion left +20 lateral 15');
  });

  it('is taken with the way on its own side of a pause', () => {
    expect(refusal('lateral to the inion, 30 below, 10')).toEqual({ kind: 'no-length', what: 'lateral' });
    expect(refusal('lateral to the inion and 30 below 10')).toEqual({ kind: 'no-length', what: 'lateral' });
  });
});

describe('a landmark with an adjective', () => {
  it.each([
    ['10 mm lateral brow', 'lateral', 'brow'],
    ['10 mm lateral eyebrow', 'lateral', 'brow'],
    ['the lateral brow, 10 mm up', 'lateral', 'brow'],
    ['10 mm lateral left brow', 'lateral', 'brow'],
    ['10 mm inferior nuchal line', 'inferior', 'superior-nuchal-line'],
    ['20 mm up from the posterior hairline', 'posterior', 'hairline'],
    ['10 mm lateral acromion', 'lateral', 'acromion'],
  ])('may be another point and is refused: "%s"', (text, what, landmark) => {
    expect(refusal(text)).toEqual({ kind: 'which-point', what, landmark });
  });

  it('is no landmark where the rim of the orbit is named without its point', () => {
    for (const text of [
      '10 mm lateral orbital rim',
      'lateral orbital rim 10 mm',
      '10 mm above the superior orbital rim',
    ])
      expect(refusal(text), text).toEqual({ kind: 'no-landmark' });
    expect(read('10 mm above the medial orbital rim')).toBe('medial-orbital-rim left +10 lateral 0');
  });

  it('is read where the adjective is a way or its own name', () => {
    expect(read('10 mm lateral to the brow')).toBe('brow left +0 lateral 10');
    expect(read('brow, 10 mm lateral')).toBe('brow left +0 lateral 10');
    expect(read('10 mm above the medial eyebrow')).toBe('brow left +10 lateral 0');
    expect(read('10 mm inferior to the superior nuchal line')).toBe('superior-nuchal-line left -10 lateral 0');
  });
});

describe('a way', () => {
  it.each([
    ['30 mm superior to the tragus', 'tragus left +30 lateral 0'],
    ['30 mm inferior to the inion', 'inion left -30 lateral 0'],
    ['20 mm anterior to the tragus', 'tragus left +0 forward 20'],
    ['20 mm posterior to the tragus', 'tragus left +0 back 20'],
    ['20 mm toward the back from the tragus', 'tragus left +0 back 20'],
    ["20 mm to the patient's right of the glabella", 'glabella right +0 lateral 20'],
    ['10 mm left inion', 'inion left +0 lateral 10'],
    ['30 mm below the inion, 10 mm right', 'inion right -30 lateral 10'],
  ])('has its synonyms: "%s"', (text, place) => {
    expect(read(text)).toBe(place);
  });

  it.each([
    ['30 mm up to the tragus', 'to'],
    ['30 mm up toward the tragus', 'toward'],
    ['up to 30 mm from the tragus', 'to'],
    ['30 mm lateral along the brow', 'along'],
    ['30 below the inion, 10 over', 'over'],
    ['30 mm superolateral to the brow', 'superolateral'],
    ['10 mm to my left of the glabella', 'to'],
  ])('that may be meant otherwise is refused: "%s"', (text, what) => {
    expect(refusal(text)).toEqual({ kind: 'not-understood', what });
  });

  it.each([
    ['10 above 20 below the tragus', { kind: 'twice', what: 'down' }],
    ['10 mm above, 10 mm superior to the tragus', { kind: 'twice', what: 'up' }],
    ['10 mm above below the tragus', { kind: 'no-length', what: 'down' }],
    ['10 mm left tragus', { kind: 'no-way', mm: 10 }],
    ['10 mm right above the tragus', { kind: 'no-length', what: 'up' }],
    [
      '30 above the left tragus and 10 behind the right tragus',
      { kind: 'two-landmarks', first: 'tragus', second: 'tragus' },
    ],
  ])('is said once, with its own length: "%s"', (text, error) => {
    expect(refusal(text)).toEqual(error);
  });

  it.each([
    // On the standard head the first of these would walk 15 mm back, the fourth to the midline.
    ['60 above the tragus, 15 lateral', 'lateral', 'tragus'],
    ['60 above the tragus, 15 left', 'left', 'tragus'],
    ['15 lateral to the mastoid tip', 'lateral', 'mastoid-tip'],
    ['10 above the brow, 15 forward', 'forward', 'brow'],
    ['85 medial, 10 up from the acromion', 'up', 'acromion'],
    ['30 below the acromion', 'down', 'acromion'],
    ['30 below the neck-shoulder point', 'down', 'neck-shoulder'],
    ['30 above the neck-shoulder point, 10 lateral', 'lateral', 'neck-shoulder'],
  ])('that the skin about its landmark does not have is refused: "%s"', (text, what, landmark) => {
    expect(refusal(text)).toEqual({ kind: 'not-from', what, landmark });
  });
});

describe('a place put together in fields', () => {
  it('is refused for a way across that the skin about its landmark does not have, and for no other', () => {
    const offset = { landmark: 'tragus', side: 'left', upMm: 60, toward: 'lateral', alongMm: 15 } as const;
    expect(acrossProblem(offset)).toEqual({ kind: 'not-from', what: 'lateral', landmark: 'tragus' });
    expect(acrossProblem({ ...offset, landmark: 'inion', toward: 'medial' })).toEqual({
      kind: 'past-midline',
      landmark: 'inion',
    });
    expect(acrossProblem({ ...offset, toward: 'back' })).toBeNull();
    expect(acrossProblem({ ...offset, alongMm: 0 })).toBeNull();
  });
});

describe('what is told of a refused command', () => {
  it.each([
    ['2 in up from tragus', '"in" was not understood. Say a length in mm or cm (no other unit, no minus)'],
    ['1,000 up from tragus', '"1,000" can be read in two ways'],
    ['1.5 above the brow', '1.5 of what? Say mm or cm'],
    ['10 mm lateral brow', '"lateral" right before brow: a way, or another point?'],
    ['10 mm medial to the inion', 'Nothing is medial of inion'],
    ['10 below the brow, 10 from the midline', 'Two places to measure from, brow and the midline'],
    [
      '60 above the tragus, 15 lateral',
      'From tragus "lateral" leads to no sure place along the skin. Say up, down, forward or back.',
    ],
  ])('says what is allowed: "%s"', (text, told) => {
    expect(commandProblem(refusal(text))).toContain(told);
  });
});
