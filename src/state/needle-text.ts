import '../messages/later';
import type { Vec3 } from '../anatomy/anchor';
import { scale } from '../anatomy/vector';
import { t } from '../messages/translate';
import type { NeedleView } from './needle-view';

/** One decimal, as the sources give their depths. */
export const mmText = (mm: number): string => mm.toFixed(1);

/** How deep the needle reaches, or why it is not drawn. */
export function reachText({ pose, way, reach }: NeedleView): string {
  if (!pose.ok) {
    if (pose.error.kind === 'no-way-up') return t('needle.noWayUp');
    return pose.error.degrees < 0
      ? t('needle.tooFlat')
      : t('needle.tooSteep', { degrees: Math.round(pose.error.degrees) });
  }
  const degrees = Math.round(pose.value.degrees);
  if (way.kind === 'level') return degrees === 0 ? t('needle.alongSkin') : t('needle.level', { degrees });
  return t('needle.reach', { degrees, length: mmText(reach.lengthMm), depth: mmText(reach.depthMm) });
}

/** How deep the muscle lies as far as that is published, and whether the needle gets there. */
export function depthText({ known, longer, pose }: NeedleView): string {
  switch (known.kind) {
    case 'none':
      return t('needle.noDepth');
    case 'none-in-band':
      return t('needle.noDepthInBand', { band: t(`band.${known.band}`) });
    case 'band-missing':
      return t('needle.bandMissing');
    case 'published': {
      const { measured, band, mean, sd } = known.depth;
      const said = [t('needle.meanDepth', { measured, band: t(`band.${band}`), mean: mmText(mean), sd: mmText(sd) })];
      if (!pose.ok) return said.join(' ');
      const short = known.shortByMm > 0;
      said.push(short ? t('needle.short', { short: mmText(known.shortByMm) }) : t('needle.getsThere'));
      if (short && longer !== null) {
        said.push(t('needle.longerReaches', { length: mmText(longer.lengthMm), depth: mmText(longer.depthMm) }));
      }
      return said.join(' ');
    }
  }
}

/** Needle against muscle in one line, where both are known; null elsewhere. */
export function briefText({ known, reach, pose }: NeedleView): string | null {
  if (known.kind !== 'published' || !pose.ok) return null;
  const { measured, mean, sd } = known.depth;
  const { lengthMm, depthMm } = reach;
  return t('needle.brief', {
    length: mmText(lengthMm),
    depth: mmText(depthMm),
    measured,
    mean: mmText(mean),
    sd: mmText(sd),
  });
}

/** What a needle's card and picture say, a sentence or two each; `orientation` where nothing else says what the tip means. */
export function needleFacts(view: NeedleView, say = { orientation: true }): readonly string[] {
  const facts = [reachText(view), depthText(view)];
  if (say.orientation && view.pose.ok && view.forOrientation) facts.push(t('needle.orientation'));
  for (const { name, mm, at } of view.neighbours) facts.push(t('needle.neighbour', { name, mm, at }));
  return facts;
}

/** Which of the patient's six directions a direction is nearest to, in words. */
export function towardText(direction: Vec3): string {
  const [x, y, z] = direction;
  const size = [Math.abs(x), Math.abs(y), Math.abs(z)] as const;
  if (size[1] >= size[0] && size[1] >= size[2]) return t(y > 0 ? 'toward.up' : 'toward.down');
  if (size[2] >= size[0]) return t(z > 0 ? 'toward.front' : 'toward.back');
  return t(x > 0 ? 'toward.left' : 'toward.right');
}

/** As long, the other way: for what lies behind a needle. */
export const opposite = (direction: Vec3): Vec3 => scale(direction, -1);
