import { describe, expect, it } from 'vitest';
import type { RuleLeg, RulePlace } from '../../../../src/anatomy/rule-walk';
import { published } from '../../../../src/protocol/paradigm';
import { legText, markName, paradigmText } from '../../../../src/state/learn/tour-text';

const here = { positionMm: [0, 0, 0], normal: [0, 0, 1] } as const;
/** A leg of 10 mm toward a point. */
const toward: Omit<RuleLeg, 'from' | 'to'> = {
  op: 'toward',
  aside: false,
  heading: null,
  asked: { unit: 'mm', measure: { min: 10, max: 10, chosen: 10, evidence: 'confirmed' } },
  mm: 10,
  way: [],
  whole: null,
};

describe('the words of the tour', () => {
  it('say before the first step what the paradigm and follow-the-pain are, with the published numbers', () => {
    expect(published).toMatchObject({ fixedSites: 31, fixedUnits: 155, capSites: 39 });
    expect(paradigmText()).toBe(
      'PREEMPT is the paradigm that is taught here for chronic migraine: 31 fixed sites, 155 U; follow-the-pain adds up to 8 extra sites where pain predominates, in temporalis, occipitalis, and trapezius alone.',
    );
  });

  it('name a landmark with its article in a sentence, and without it where it is marked on the head', () => {
    const rim: RulePlace = { at: here, kind: 'landmark', name: 'medial-orbital-rim', side: 'left' };
    const leg = (from: RulePlace, to: RulePlace): string => legText({ ...toward, from, to });
    const nasion: RulePlace = { at: here, kind: 'landmark', name: 'nasion', side: 'midline' };
    const c7: RulePlace = { at: here, kind: 'landmark', name: 'c7', side: 'midline' };
    expect(leg(rim, nasion)).toBe('From the left medial orbital rim: 10 mm along the skin toward the nasion.');
    expect(leg(c7, { at: here, kind: 'there' })).toBe('From C7: 10 mm along the skin toward there.');
    expect(markName(rim)).toBe('left medial orbital rim');
  });
});
