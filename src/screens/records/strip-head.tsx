import type { Vec3 } from '../../anatomy/anchor';
import { muscleHue } from '../../scene/palette';
import type { ReadSession } from '../../state/compare-desk';
import { useTheme } from '../services';
import styles from './compare-screen.module.css';

export const stripViews = ['front', 'left', 'right', 'back'] as const;
export type StripView = (typeof stripViews)[number];

/** A small head with the sites that a session gave, seen from one side. Decorative: its button says the figures. */
export function StripHead({ session: { fold }, view }: { readonly session: ReadSession; readonly view: StripView }) {
  const theme = useTheme();
  const given = fold.rows.filter(({ state, anchor }) => state === 'given' && towards(anchor.normal, view) > -0.02);
  const outline = view === 'front' || view === 'back' ? bust.ahead : bust.left;
  return (
    <svg className={styles['stripHead']} viewBox="-170 -150 340 330" aria-hidden="true" focusable="false">
      <path d={outline} transform={view === 'right' ? 'scale(-1 1)' : undefined} />
      {given.map(({ id, muscle, ftp, anchor }) => {
        const [x, y] = onPage(anchor.positionMm, view);
        const at = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
        return ftp ? (
          <path key={id} transform={at} d="M0 -11L11 0L0 11L-11 0Z" fill={muscleHue(muscle, theme)} />
        ) : (
          <circle key={id} transform={at} r={7} fill={muscleHue(muscle, theme)} />
        );
      })}
    </svg>
  );
}

const towards = ([x, , z]: Vec3, view: StripView): number =>
  view === 'front' ? z : view === 'back' ? -z : view === 'left' ? x : -x;

function onPage([x, y, z]: Vec3, view: StripView): readonly [number, number] {
  const across = view === 'front' ? x : view === 'back' ? -x : view === 'left' ? -z : z;
  return [across, -y];
}

/** A bust in outline, mm: stands in until the drawn head does. */
const bust = {
  ahead:
    'M0 -128C55 -128 78 -90 77 -40C76 10 62 60 46 85V110C80 125 150 135 165 180H-165C-150 135 -80 125 -46 110V85C-62 60 -76 10 -77 -40C-78 -90 -55 -128 0 -128Z',
  left: 'M10 -128C75 -126 100 -80 96 -30C92 20 70 40 66 70C66 100 95 130 110 180H-90C-80 150 -50 120 -48 95C-70 95 -88 90 -92 75C-96 40 -110 30 -108 18C-100 -10 -98 -40 -92 -70C-80 -108 -40 -130 10 -128Z',
};
