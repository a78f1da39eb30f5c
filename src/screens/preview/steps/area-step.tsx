import { Armchair, Feather, Lightbulb, Plus, Timer } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { readSiteId } from '../../../protocol/site-id';
import type { MuscleId } from '../../../protocol/words';
import type { MapSite } from '../../../scene/map-props';
import { toArea } from '../../../scene/preview/area-poses';
import { spotParts } from '../../../scene/preview/preview-glyph';
import { areaWords } from '../../../state/preview/steps';
import { usePractice, useSettings, useTheme } from '../../services';
import { PreviewHead } from '../preview-head';
import { usePreview } from '../use-preview';
import styles from './steps.module.css';

/** The head, turned to an area, with its spots. */
export function AreaHead({ muscle }: { readonly muscle: MuscleId }) {
  const { kit, words } = usePreview();
  const theme = useTheme();
  const map = useSettings((settings) => settings.map);
  const sites = useMemo(
    () =>
      [...kit.placements.of(map).anchors].flatMap(([id, { positionMm, normal }]): readonly MapSite[] => {
        const site = readSiteId(id);
        if (site?.muscle !== muscle || site.ftp) return [];
        const { side } = site;
        return [
          {
            id,
            muscle,
            side,
            ftp: false,
            state: 'planned',
            positionMm,
            normal,
            label: '',
            draw: spotParts('given', theme),
          },
        ];
      }),
    [kit, map, muscle, theme],
  );
  const turnTo = useMemo(() => toArea(muscle), [muscle]);
  const area = words.say(`preview.area.${muscle}.name`);
  return <PreviewHead label={words.say('preview.head', { area })} sites={sites} turnTo={turnTo} hint />;
}

/** Where, how many, what it feels like, why there, and how long it takes. */
export function AreaStep({ muscle }: { readonly muscle: MuscleId }) {
  const { words } = usePreview();
  const region = usePractice((practice) => practice.region);
  const { where, position, feel, why, time, extra } = areaWords(words, muscle, region);
  return (
    <>
      <p className={styles['lead']}>
        <span className="hidden">{`${words.say('preview.head.where')}. `}</span>
        {where}
      </p>
      <ul className={styles['points']}>
        {position !== null && <Point icon={<Armchair aria-hidden="true" />}>{position}</Point>}
        <Point icon={<Feather aria-hidden="true" />} name={words.say('preview.head.feel')}>
          {feel.join(' ')}
        </Point>
        <Point icon={<Timer aria-hidden="true" />} name={words.say('preview.head.time')}>
          {time.join(' ')}
        </Point>
        <Point icon={<Lightbulb aria-hidden="true" />} name={words.say('preview.head.why')}>
          {why}
        </Point>
        {extra !== null && <Point icon={<Plus aria-hidden="true" />}>{extra}</Point>}
      </ul>
    </>
  );
}

type PointProps = {
  readonly icon: ReactNode;
  /** What the picture says, for who does not see it. */
  readonly name?: string;
  readonly children: ReactNode;
};

export function Point({ icon, name, children }: PointProps) {
  return (
    <li className={styles['point']}>
      <span className={styles['icon']}>{icon}</span>
      <span>
        {name !== undefined && <span className="hidden">{`${name}. `}</span>}
        {children}
      </span>
    </li>
  );
}
