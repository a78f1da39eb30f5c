import { useMemo, useState } from 'react';
import { HeadMap, type Picture } from '../../scene/head-map';
import type { MapProps, MapSite } from '../../scene/map-props';
import type { HeadShape } from '../../state/heads';
import { useHeadLook } from '../use-head-look';
import styles from './preview-head.module.css';
import { usePreview, usePreviewView } from './use-preview';

type Props = {
  /** What is shown, in words. */
  readonly label: string;
  readonly sites: readonly MapSite[];
  readonly shape?: HeadShape | null;
  /** A new object turns the head. */
  readonly turnTo: MapProps['turnTo'];
  readonly heat?: MapProps['heat'];
  readonly hand?: MapProps['hand'];
  /** Points out that the head can be turned. */
  readonly hint?: boolean;
};

/** The head as patients see it: quiet, with nothing on it but what is told of, and to be turned with a finger. */
export function PreviewHead({ label, sites, shape = null, turnTo, heat, hand, hint = false }: Props) {
  const { words } = usePreview();
  const look = useHeadLook();
  const still = usePreviewView((view) => view.still);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [failed, setFailed] = useState(false);
  const more = useMemo(() => (hand === undefined ? {} : { hand }), [hand]);
  return (
    <section aria-label={label} className={styles['head']} data-picture={picture}>
      <HeadMap
        {...look}
        {...more}
        reducedMotion={look.reducedMotion || still}
        sites={sites}
        selected={null}
        layer="skin"
        shape={shape}
        needle={null}
        turnTo={turnTo}
        heat={heat}
        hairline={false}
        plain
        label={words.say('preview.head.turn')}
        covered={nothing}
        onSelect={ignore}
        onSkin={ignore}
        onView={ignore}
        onUsable={setPicture}
        onFailure={(why) => {
          // Whatever else fails, the drawing takes its place.
          if (why === 'model-missing') setFailed(true);
          else setPicture(null);
        }}
      />
      {hint && picture === '3d' && (
        <svg className={styles['arrow']} viewBox="0 0 190 30" aria-hidden="true" focusable="false">
          <path d="M6 4C42 28 148 30 182 5M170 5.5L182 5L178.5 16.5" />
        </svg>
      )}
      {failed && picture === null && <p className={styles['note']}>{words.say('preview.missing')}</p>}
    </section>
  );
}

const nothing = { right: 0, bottom: 0 };
const ignore = () => undefined;
