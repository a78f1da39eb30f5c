import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import type { BmiBand } from '../../../src/protocol/depths';
import { needles } from '../../../src/protocol/maps/needles';
import type { MuscleId } from '../../../src/protocol/words';
import { briefText, depthText, needleFacts, reachText, towardText } from '../../../src/state/needle-text';
import { type NeedleChoice, needleView } from '../../../src/state/needle-view';

const usual: NeedleChoice = { longer: false, otherWay: false };
const nape: Vec3 = [0, 0, -1];

const view = (muscle: MuscleId, band?: BmiBand, choice: Partial<NeedleChoice> = {}, normal: Vec3 = nape) =>
  needleView({ positionMm: [0, 0, 0], normal }, muscle, needles[muscle], band, { ...usual, ...choice });

describe('the needle in the neck', () => {
  it('at 45 degrees reaches 9.0 mm, short of the muscle, and says what the longer one reaches', () => {
    const needle = view('paraspinal', '25-30');
    expect(reachText(needle)).toBe('At 45° the 12.7 mm needle reaches 9.0 mm deep.');
    expect(depthText(needle)).toBe(
      'Mean depth of semispinalis, BMI 25 to 30: 15.4 ± 4.7 mm. It does not reach that: 6.4 mm short. ' +
        'The 25.4 mm needle reaches 18.0 mm.',
    );
    expect(needle.insertedMm).toBe(12.7);
    expect(needle.forOrientation).toBe(false);
  });

  it('of the longer kind goes in as far as the mean depth, and no further', () => {
    const needle = view('paraspinal', '25-30', { longer: true });
    expect(needle.reach.lengthMm).toBe(25.4);
    expect(needle.insertedMm * Math.SQRT1_2).toBeCloseTo(15.4, 10);
    expect(depthText(needle)).toMatch(/It reaches that\.$/);
    expect(needle.longer).toBeNull();
  });

  it('is too short in the heaviest band even at an inch', () => {
    expect(depthText(view('paraspinal', 'over-35', { longer: true }))).toMatch(
      /It does not reach that: 1\.4 mm short\.$/,
    );
  });

  it('is set against the muscle in one line, where both are known', () => {
    expect(briefText(view('paraspinal', '25-30'))).toBe(
      'The 12.7 mm needle reaches 9.0 mm; semispinalis lies 15.4 ± 4.7 mm deep.',
    );
    expect(briefText(view('paraspinal'))).toBeNull();
    expect(briefText(view('temporalis', 'over-35', {}, [0, 1, 0]))).toBeNull();
  });

  it('says how deep the greater occipital nerve lies', () => {
    expect(needleFacts(view('paraspinal')).join(' ')).toContain(
      'The greater occipital nerve lies about 13 mm deep at C2.',
    );
    expect(needleFacts(view('temporalis')).join(' ')).not.toContain('nerve');
  });
});

describe('the needle over the temple', () => {
  it('at 90 degrees, the other way the text names, reaches its whole length', () => {
    const needle = view('temporalis', 'over-35', { otherWay: true }, [1, 0, 0]);
    expect(reachText(needle)).toBe('At 90° the 12.7 mm needle reaches 12.7 mm deep.');
    expect(depthText(needle)).toMatch(/13\.5 ± 2\.6 mm\. It does not reach that: 0\.8 mm short\.$/);
  });

  it('has no longer kind: the text has that for the neck alone', () => {
    expect(view('temporalis', 'over-35', { longer: true }).reach.lengthMm).toBe(12.7);
  });
});

describe('where no depth is known', () => {
  it.each([
    ['of the muscle', view('frontalis', '25-30'), 'No published depth known for this muscle.'],
    ['of the band', view('temporalis', '25-30'), 'No published depth known for this muscle, BMI 25 to 30.'],
    ['of the patient', view('paraspinal'), /^Depths are published by BMI band; the session details record none/],
  ])('%s, that is said, and the tip stands just under the skin', (_, needle, said) => {
    if (typeof said === 'string') expect(depthText(needle)).toBe(said);
    else expect(depthText(needle)).toMatch(said);
    expect(needle.forOrientation).toBe(true);
    expect(needle.insertedMm).toBeLessThanOrEqual(3);
    expect(needleFacts(needle)).toContain('The tip is drawn just under the skin for orientation.');
    expect(needleFacts(needle, { orientation: false }).join(' ')).not.toContain('orientation');
  });
});

describe('the needle across the shoulder', () => {
  it('says at which angle it meets the skin at rest, and that it enters the pinched fold', () => {
    expect(reachText(view('trapezius', undefined, {}, [0, 0.9992, -0.04]))).toMatch(
      /meets this skin at 2°: it enters the fold/,
    );
    expect(reachText(view('trapezius', undefined, {}, [0, 0.995, 0.1]))).toMatch(
      /runs along this skin: it enters the fold/,
    );
  });

  it('is not drawn where it would stand steep or come out, nor one that has no way up', () => {
    expect(reachText(view('trapezius'))).toMatch(/^Not drawn: a level needle would stand at 90°/);
    expect(reachText(view('trapezius', undefined, {}, [0, 0, 1]))).toMatch(/^Not drawn: .*come out of the skin/);
    const onTop = view('temporalis', 'over-35', {}, [0, 1, 0]);
    expect(reachText(onTop)).toMatch(/^Not drawn/);
    // A needle that is not drawn is not judged either.
    expect(depthText(onTop)).toBe('Mean depth of temporalis, BMI over 35: 13.5 ± 2.6 mm.');
  });
});

describe('directions', () => {
  it.each<[Vec3, string]>([
    [[0.9, 0.1, -0.2], "patient's left"],
    [[-0.9, 0.1, -0.2], "patient's right"],
    [[0.1, -0.8, 0.3], 'down'],
    [[0.3, 0.5, 0.8], 'front'],
    [[0.3, 0.5, -0.8], 'back'],
    [[0.28, 0.96, -0.04], 'up'],
  ])('%j is the %s', (direction, said) => {
    expect(towardText(direction)).toBe(said);
  });
});
