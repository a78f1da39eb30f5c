import { useLayoutEffect, useMemo } from 'react';
import type { Vec3 } from '../../anatomy/anchor';
import type { MuscleId } from '../../protocol/words';
import type { HandTools } from '../map-props';
import { markerInk, muscleHue, type Theme } from '../palette';
import { GlyphShapes } from '../site-glyph';
import type { LineInk, SkinLine } from '../skin-line';
import { useBoard } from '../use-board';
import { chosenParts, learnerPinParts, pinRadius, truthParts, truthRadius } from './exam-glyphs';
import mapLabel from '../map-label.module.css';
import layer from '../skin-layer.module.css';
import styles from './exam-marks.module.css';
import { type KeepOff, MarkBoard } from './mark-board';
import { SkinLines } from './skin-lines';

/** A pin beside the site that it was taken for. */
export type ScoredMark = {
  /** Of the site. */
  readonly id: string;
  readonly muscle: MuscleId;
  readonly siteMm: Vec3;
  readonly siteNormal: Vec3;
  /** Null where no pin was left for the site. */
  readonly pin: { readonly positionMm: Vec3; readonly normal: Vec3 } | null;
  readonly ink: LineInk;
  /** "TE L3" and "11.9 mm"; null for a mark that has no label. */
  readonly label: readonly [string, string] | null;
};

type Props = Pick<HandTools, 'view'> & {
  readonly theme: Theme;
  /** Keep the array while it does not change. The first labels find their places first. */
  readonly marks: readonly ScoredMark[];
  readonly lines: readonly SkinLine[];
  readonly selected: string | null;
  /** Bands that controls take at the top and the bottom of the canvas, px. */
  readonly bands: { readonly top: number; readonly bottom: number };
};

const pinOf = (id: string): string => `pin ${id}`;

/** What became of an exam, on the head: pins, true sites, the way between them, and labels for those that it is told of. */
export function ExamMarks({ view, theme, marks, lines, selected, bands }: Props) {
  const board = useBoard(view, () => new MarkBoard());
  const labelled = useMemo(() => marks.filter(({ label }) => label !== null), [marks]);
  useLayoutEffect(() => {
    const keepOff = (): KeepOff => ({ ...bands, boxes: view.badges });
    board.set(
      marks.flatMap(({ id, siteMm, siteNormal, pin }) => [
        { id, positionMm: siteMm, normal: siteNormal, radius: truthRadius },
        ...(pin === null ? [] : [{ id: pinOf(id), ...pin, radius: pinRadius }]),
      ]),
      labelled.map(({ id, pin }) => (pin === null ? id : pinOf(id))),
      keepOff,
    );
    view.refresh();
  }, [board, view, marks, labelled, bands]);

  const ink = markerInk(theme);
  const mark = (id: string) => ({
    ref: (element: SVGElement | null) => {
      board.attach(id, element);
    },
    className: styles['mark'],
    'data-shown': 'false',
  });
  return (
    <>
      <SkinLines view={view} lines={lines} theme={theme} />
      <svg className={layer['layer']} aria-hidden="true" focusable="false">
        {marks.map(({ id, muscle }) => (
          <g key={id} {...mark(id)} data-truth={id}>
            {id === selected && <GlyphShapes parts={chosenParts(ink, truthRadius)} />}
            <GlyphShapes parts={truthParts(muscleHue(muscle, theme), ink)} />
          </g>
        ))}
        {labelled.map((one) => (
          <g
            key={one.id}
            ref={(leader) => {
              board.attachLabel(one.pin === null ? one.id : pinOf(one.id), { leader });
            }}
            className={`${layer['inked'] ?? ''} ${styles['leader'] ?? ''}`}
            data-ink={one.ink}
            data-shown="false"
          >
            <path stroke={ink.paper} strokeWidth={3.6} />
            <path className={layer['ink']} stroke={ink.ink} strokeWidth={1.5} />
          </g>
        ))}
        {marks.map(({ id, pin }) =>
          pin === null ? null : (
            <g key={id} {...mark(pinOf(id))} data-pin={id}>
              <GlyphShapes parts={learnerPinParts(ink)} />
            </g>
          ),
        )}
      </svg>
      {labelled.map(({ id, pin, ink: tone, label }) => (
        <div
          key={id}
          ref={(pill) => {
            board.attachLabel(pin === null ? id : pinOf(id), { pill });
          }}
          className={`${mapLabel['label'] ?? ''} ${styles['pill'] ?? ''}`}
          data-ink={tone}
          data-shown="false"
        >
          <span>{label?.[0]}</span>
          <span>{label?.[1]}</span>
        </div>
      ))}
    </>
  );
}

type GlyphProps = { readonly of: 'pin' | 'truth'; readonly theme: Theme; readonly size: number };

/** The same marks beside words. Decorative. */
export function ExamGlyph({ of, theme, size }: GlyphProps) {
  const { ink, paper } = markerInk(theme);
  return (
    <svg
      className={styles['glyph']}
      width={size}
      height={size}
      viewBox="-9 -9 18 18"
      aria-hidden="true"
      focusable="false"
    >
      <GlyphShapes parts={of === 'pin' ? learnerPinParts({ ink, paper }) : truthParts(ink, { paper })} />
    </svg>
  );
}
