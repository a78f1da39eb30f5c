import { describe, expect, it } from 'vitest';
import { merged, noPractice } from '../../../src/record/practice';
import { dialledAt, isPhone, phoneText, withPhone } from '../../../src/record/practice-phone';
import { parsePractice } from '../../../src/record/practice-schema';

describe('the number that patients call', () => {
  it('is written as people write it, and nothing else', () => {
    for (const sound of [
      '01632 960001',
      '+49 (0)221 4700-1234',
      '(555) 010-0199 ext. 12',
      '0221/470012',
      '01.99.00.12.34',
      '112',
    ])
      expect(isPhone(sound), sound).toBe(true);
    for (const bad of [
      '',
      'ext',
      '12',
      'Ms Example 5550199',
      '555-0199; 555-0198',
      'tel:5550199',
      '<b>',
      '5'.repeat(41),
    ])
      expect(isPhone(bad), bad).toBe(false);
  });

  it.each([
    ['01632 960001', 'tel:01632960001'],
    ['(555) 010-0199', 'tel:5550100199'],
    ['+33 1 99 00 12 34', 'tel:+33199001234'],
    ['01.99.00.12.34', 'tel:0199001234'],
  ])('is dialled where it can be dialled as it stands: %s', (phone, href) => {
    expect(isPhone(phone)).toBe(true);
    expect(dialledAt(phone)).toBe(href);
  });

  it.each([
    ['a zero that some dial and others do not', '+44 (0)1632 960001'],
    ['an extension', '(555) 010-0199 ext. 12'],
    ['two numbers, or a code', '01632 960001/2'],
    ['two numbers without a sign between them', '01632 960001 01632 960002'],
  ])('is left to be dialled by hand where a machine could dial another one: %s', (_why, phone) => {
    expect(isPhone(phone)).toBe(true);
    expect(dialledAt(phone)).toBeNull();
  });

  it('is kept on one line, unless it is longer than a line', () => {
    expect(phoneText('01632 960001')).toBe('01632\u00a0960001');
    expect(phoneText('+44 1632 960001 ext. 12345')).toBe('+44 1632 960001 ext. 12345');
  });

  it('is kept with the practice, and taken in where there is none', () => {
    const kept = withPhone('01632 960001')(noPractice);
    expect(parsePractice(kept)).toEqual({ ok: true, value: kept });
    expect(parsePractice({ ...kept, phone: 'call me' }).ok).toBe(false);
    expect(withPhone('01632 960001')(kept), 'nothing to write').toBe(kept);
    expect(withPhone(null)(kept)).toEqual(noPractice);
    expect(merged(noPractice, kept).phone).toBe('01632 960001');
    expect(merged(withPhone('112')(noPractice), kept).phone).toBe('112');
  });
});
