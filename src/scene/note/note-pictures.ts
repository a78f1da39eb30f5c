import '../../messages/later';
import type { SkinRays } from '../skin-rays';
import { projectionOf } from '../../anatomy/drawing/viewpoint';
import { t } from '../../messages/translate';
import type { NotePicture, NoteView, PictureLayer, PictureSite } from '../../state/note-document';
import { flatLook } from '../flat/flat-look';
import { squareness } from '../flat/flat-view';
import { headLayers } from '../flat/head-layers';
import { type DrawnPaths, perMm } from '../flat/paths';
import { type GlyphPart, glyphParts } from '../glyph';
import { markerInk, muscleHue, muscleText } from '../palette';
import { presetPoses } from '../views';
import { boundsOfHead, type HeadBounds } from './head-bounds';
import { type Area, type PlacedLabel, placeLabels } from './place-labels';

/** The views of the note, in its order, and how wide each is. */
export const noteViews: readonly NoteView[] = ['front', 'left', 'right', 'back'];
const widths: Readonly<Record<NoteView, number>> = { front: 119.4, left: 119.4, right: 119.4, back: 168.9 };
const height = 172;

/**
 * Seen less squarely than this, a site is left to another view. From behind, shoulders are seen very slantingly, and are
 * still where an injector looks for them.
 */
const leastSquare: Readonly<Record<NoteView, number>> = { front: 0.27, left: 0.27, right: 0.27, back: 0.1 };
/** Around what a view has to show, mm; and above the crown. */
const aroundMm = 13;
const aboveMm = 9;

/** Glyphs are drawn for this radius, where their lines are in proportion, and brought to that of the dots. */
const glyphRadius = 8.5;
const dotRadius = 2.75;
const labelSize = 7.1;
/** Widths over the size of the letters: of a figure and of the F of an extra, in the bold cut. */
const figureWidth = 0.655;
const capital = 0.727;
/** What the badges at the upper corners cover. */
const badge = { width: 27, height: 17 };

type Seen = { readonly site: PictureSite; readonly x: number; readonly y: number; readonly square: number };

/**
 * The views of a note with every site numbered. Each site is in the view that sees it best, and in every other one whose
 * crop has it; none is in no view. `rays`: of the small head at this size, in mm; what an ear hides is worked out with it.
 */
export function notePictures(
  sites: readonly PictureSite[],
  paths: Readonly<Record<NoteView, DrawnPaths>>,
  rays: SkinRays | null,
): readonly NotePicture[] {
  const looks = noteViews.map((view) => sites.map((site) => lookAt(site, view, rays)));
  const best = sites.map((_, n) => {
    const squares = looks.map((look) => look[n]?.square ?? -1);
    return squares.indexOf(Math.max(...squares));
  });
  return noteViews.map((view, v) => {
    const look = looks[v] ?? [];
    const own = look.filter(({ square }, n) => best[n] === v || (view === 'back' && square > leastSquare.back));
    const bounds = boundsOfHead(paths[view].outline);
    const crop = cropOf(view, bounds, own);
    const within = ({ x, y }: Seen): boolean =>
      Math.abs(x - crop.x) < crop.wide / 2 - 3 && y < crop.top - 3 && y > crop.top - crop.high + 3;
    const shown = look.filter((seen, n) => best[n] === v || (seen.square > leastSquare[view] && within(seen)));
    return picture(view, paths[view], crop, shown);
  });
}

function lookAt(site: PictureSite, view: NoteView, rays: SkinRays | null): Seen {
  const { x, y } = projectionOf(presetPoses[view]).project(site.positionMm);
  const open = squareness(site, view, null);
  // One that no view sees still has a best one: the one that it faces.
  const square = squareness(site, view, rays) > 0 ? open : open - 2;
  return { site, x, y, square };
}

type Crop = { readonly x: number; readonly top: number; readonly wide: number; readonly high: number };

/** The head from its crown down, as wide as it is above the shoulders, and every site that no other view sees better. */
function cropOf(view: NoteView, head: HeadBounds, own: readonly Seen[]): Crop {
  const xs = own.map(({ x }) => x);
  const left = Math.min(head.left - 1, ...xs.map((x) => x - aroundMm));
  const right = Math.max(head.right + 1, ...xs.map((x) => x + aroundMm));
  const top = Math.max(head.top + aboveMm, ...own.map(({ y }) => y + aroundMm));
  const bottom = Math.min(...own.map(({ y }) => y - aroundMm), top - 1);
  const middle = view === 'left' || view === 'right' ? (left + right) / 2 : 0;
  const needed = 2 * Math.max(middle - left, right - middle);
  const aspect = widths[view] / height;
  const high = Math.max(top - bottom, needed / aspect);
  return { x: middle, top, wide: high * aspect, high };
}

function picture(view: NoteView, paths: DrawnPaths, crop: Crop, shown: readonly Seen[]): NotePicture {
  const width = widths[view];
  const k = height / crop.high;
  const { paper, muted } = markerInk('light');
  const dots = shown.map(({ x, y, site }) => ({
    x: round(width / 2 + (x - crop.x) * k),
    y: round((crop.top - y) * k),
    r: dotRadius + (site.ftp ? 0.9 : 0.6),
    width: site.number.length * figureWidth * labelSize,
    height: capital * labelSize,
  }));
  const free: Area = { left: 1.5, top: 1.5, right: width - 1.5, bottom: height - 1.5 };
  const corners: readonly Area[] = [
    { left: 0, right: badge.width, top: 0, bottom: badge.height },
    { left: width - badge.width, right: width, top: 0, bottom: badge.height },
  ];
  const labels = placeLabels(dots, free, corners);
  const marks = shown.map(({ site }, n): NotePicture['marks'][number] => {
    const dot = dots[n] ?? { x: 0, y: 0 };
    const label: PlacedLabel = labels[n] ?? dot;
    const colour = site.state === 'skipped' ? muted : muscleText(site.muscle, 'light');
    const look = { state: site.state, ftp: site.ftp, hue: muscleHue(site.muscle, 'light'), paper, muted };
    return {
      number: site.number,
      x: dot.x,
      y: dot.y,
      parts: glyphParts({ ...look, r: glyphRadius }).map((part) => layerOf(part, dotRadius / glyphRadius)),
      label: { x: round(label.x), y: round(label.y), colour, size: labelSize },
      ...(label.leader === undefined
        ? {}
        : { leader: { from: rounded(label.leader[0]), to: rounded(label.leader[1]), colour } }),
    };
  });
  const told = shown.map(({ site }) => site.told).join('; ');
  return {
    title: t(`note.view.${view}`),
    alt: t('note.pictureAlt', { view: t(`note.view.${view}`), n: shown.length, sites: told }),
    width,
    height,
    edges: edgesOf(view),
    head: {
      x: round(width / 2 - crop.x * k),
      y: round(crop.top * k),
      scale: k / perMm,
      layers: headLayers(paths, { look: flatLook('tone-1', 'skin', 'light'), scale: k, hairline: 'none' }).map(
        ({ strokeWidth, ...layer }) =>
          strokeWidth === undefined ? layer : { ...layer, strokeWidth: strokeWidth * penScale },
      ),
    },
    marks,
  };
}

/** A pen that is broad on a screen of so many pixels a point is fine on paper. */
const penScale = 0.5;

function edgesOf(view: NoteView): readonly [string, string] {
  const [left, right] = [t('side.shortLeft'), t('side.shortRight')];
  switch (view) {
    case 'front':
      return [right, left];
    case 'back':
      return [left, right];
    case 'left':
      return [t('note.edge.front'), t('note.edge.back')];
    case 'right':
      return [t('note.edge.back'), t('note.edge.front')];
  }
}

/** A part of a glyph as a path, `k` times as large. */
export function layerOf(part: GlyphPart, k: number): PictureLayer {
  const { fill, fillOpacity, stroke, strokeOpacity, strokeWidth } = part;
  return {
    d: scaled(part.shape === 'circle' ? circle(part.r) : part.d, k),
    ...(fill === 'none' ? {} : { fill }),
    ...(fillOpacity === undefined ? {} : { fillOpacity }),
    ...(stroke === undefined ? {} : { stroke }),
    ...(strokeOpacity === undefined ? {} : { strokeOpacity }),
    ...(strokeWidth === undefined ? {} : { strokeWidth: round(strokeWidth * k) }),
  };
}

/** Four curves that leave a circle by less than a thousandth of its radius. */
function circle(r: number): string {
  const c = r * 0.5523;
  return `M${-r} 0C${-r} ${-c} ${-c} ${-r} 0 ${-r}C${c} ${-r} ${r} ${-c} ${r} 0C${r} ${c} ${c} ${r} 0 ${r}C${-c} ${r} ${-r} ${c} ${-r} 0Z`;
}

/** Path data made `k` times as large; every number of it is a length. */
const scaled = (d: string, k: number): string =>
  d.replace(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g, (n) => String(round(Number(n) * k)));

const round = (value: number): number => Math.round(value * 1000) / 1000;
const rounded = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: round(x), y: round(y) });
