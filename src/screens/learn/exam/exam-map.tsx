import '../../../messages/later';
import { type ComponentType, type ReactNode, useEffect, useMemo, useState } from 'react';
import { t } from '../../../messages/translate';
import { HeadMap, type Picture } from '../../../scene/head-map';
import { type HandTools, type MapProps, type MapSite, type ViewPreset, viewPresets } from '../../../scene/map-props';
import { Segmented } from '../../../ui/segmented';
import { useServices } from '../../services';
import { useHeadLook } from '../../use-head-look';
import styles from './exam-map.module.css';

type Props = {
  /** The text of the head's variant. */
  readonly head: string;
  readonly sites: readonly MapSite[];
  readonly turnTo: MapProps['turnTo'];
  /** The same component as long as it is the same hand. */
  readonly hand: ComponentType<HandTools>;
  readonly legend: ReactNode;
  readonly onSelect?: (site: string) => void;
  /** The head is there, or cannot be shown. */
  readonly onShown?: () => void;
};

/** The head of an exam: nothing is on it but what the exam puts there. */
export function ExamMap({ head, sites, turnTo, hand, legend, onSelect = ignore, onShown = ignore }: Props) {
  const look = useHeadLook();
  const { heads, onHandNear } = useServices();
  const [view, setView] = useState<ViewPreset | null>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [failed, setFailed] = useState(false);
  const shape = useMemo(() => {
    const made = heads.shapeOf(head);
    return made.ok ? made.value : null;
  }, [heads, head]);
  /** A view that was asked for here, after which wish from outside: a later wish counts before it. */
  const [asked, setAsked] = useState<{ readonly preset: ViewPreset; readonly after: MapProps['turnTo'] } | null>(null);
  const turn = (preset: ViewPreset) => {
    setAsked({ preset, after: turnTo });
  };
  // The skin will be asked about: what takes long is worked out until then.
  useEffect(() => {
    onHandNear();
  }, [onHandNear]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const preset = viewPresets[Number(event.key) - 1];
      if (preset === undefined || event.ctrlKey || event.metaKey || event.altKey || types(event.target)) return;
      setAsked({ preset, after: turnTo });
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, [turnTo]);
  return (
    <section aria-label={t('map.name')} className={styles['map']}>
      <div className={styles['canvas']}>
        <HeadMap
          {...look}
          sites={sites}
          selected={null}
          layer="skin"
          shape={shape}
          needle={null}
          turnTo={asked?.after === turnTo ? asked : turnTo}
          hand={hand}
          label={t('map.canvas')}
          covered={nothing}
          onSelect={onSelect}
          onSkin={ignore}
          onView={setView}
          onUsable={(shown) => {
            setPicture(shown);
            onShown();
          }}
          onFailure={(why) => {
            setFailed(why === 'model-missing');
            if (why !== 'model-missing') setPicture(null);
            else onShown();
          }}
        />
      </div>
      {picture === null && !failed && <p className={styles['loading']}>{t('app.loading')}</p>}
      {failed && picture === null && <p className={styles['failure']}>{t('exam.noHead')}</p>}
      <div className={styles['top']}>{legend}</div>
      <div className={styles['foot']}>
        <Segmented
          label={t('view.name')}
          floating
          value={view}
          onChange={turn}
          options={viewPresets.map((value, i) => ({ value, label: t(`view.${value}`), hotkey: String(i + 1) }))}
        />
      </div>
    </section>
  );
}

/** Where a digit is text. */
const types = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="radio"], [type="checkbox"]), select, textarea');

const nothing = { right: 0, bottom: 0 };
const ignore = () => undefined;
