import { describe, expect, it } from 'vitest';
import type { SkinOffset } from '../../../src/anatomy/anchor';
import { namesOneAxisTwice, offsetSentence, pointSentence } from '../../../src/anatomy/sentence';

const offset = (part: Partial<SkinOffset>): SkinOffset => ({
  landmark: 'tragus',
  side: 'left',
  upMm: 0,
  toward: 'forward',
  alongMm: 0,
  ...part,
});

describe('the sentence of a point', () => {
  it('says muscle, side and both distances', () => {
    expect(pointSentence('temporalis', 'left', offset({ upMm: 34, alongMm: 8 }))).toBe(
      'left temporalis, 34 mm above and 8 mm in front of the tragus',
    );
    expect(
      pointSentence('paraspinal', 'right', offset({ landmark: 'inion', upMm: -30, toward: 'lateral', alongMm: 10 })),
    ).toBe('right cervical paraspinal, 30 mm below and 10 mm lateral to the inion');
  });

  it('says nothing that is 0 mm', () => {
    expect(offsetSentence(offset({ upMm: 30 }))).toBe('30 mm above the tragus');
    expect(offsetSentence(offset({ toward: 'back', alongMm: 5 }))).toBe('5 mm behind the tragus');
    expect(offsetSentence(offset({}))).toBe('at the tragus');
  });

  it('says no side of the midline muscle', () => {
    expect(pointSentence('procerus', 'midline', offset({ landmark: 'glabella', side: 'midline', upMm: 2 }))).toBe(
      'procerus, 2 mm above the glabella',
    );
  });

  it('is not asked for where both legs run along the crest of a shoulder', () => {
    const twice = (part: Partial<SkinOffset>): boolean => namesOneAxisTwice(offset({ upMm: 45, alongMm: 54, ...part }));
    expect(twice({ landmark: 'acromion', toward: 'medial' })).toBe(true);
    expect(twice({ landmark: 'acromion', toward: 'lateral', upMm: -5 })).toBe(true);
    expect(twice({ landmark: 'neck-shoulder', toward: 'lateral' })).toBe(true);
    expect(twice({ landmark: 'acromion', toward: 'back' })).toBe(false);
    expect(twice({ landmark: 'acromion', toward: 'medial', upMm: 0 })).toBe(false);
    expect(twice({ landmark: 'acromion', toward: 'medial', alongMm: 0 })).toBe(false);
    expect(twice({ landmark: 'inion', toward: 'medial' })).toBe(false);
  });

  it('calls the way along the shoulder outward and inward, not down and up', () => {
    expect(offsetSentence(offset({ landmark: 'neck-shoulder', upMm: -65, toward: 'back', alongMm: 8 }))).toBe(
      '65 mm lateral to and 8 mm behind the neck-shoulder point',
    );
    expect(offsetSentence(offset({ landmark: 'acromion', upMm: 30 }))).toBe('30 mm medial to the acromion');
    expect(offsetSentence(offset({ landmark: 'neck-shoulder', upMm: 20 }))).toBe('20 mm above the neck-shoulder point');
  });
});
