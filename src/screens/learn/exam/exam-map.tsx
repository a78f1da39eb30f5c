import '../../../messages/later';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { t } from '../../../messages/translate';
import type { Picture } from '../../../scene/head-map';
import { type HandTools, type MapProps, type MapSite, type ViewPreset, viewPresets } from '../../../scene/map-props';
import { useServices } from '../../services';
import { SkinHead } from '../../skin-head';
import { useAskedView } from '../../use-asked-view';
import { useHeadShape } from '../../use-head-shape';
import { ViewChoice } from '../../view-choice';
import mapFrame from '../../map-frame.module.css';
import headFrame from '../head-frame.module.css';
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
  const { onHandNear } = useServices();
  const [view, setView] = useState<ViewPreset | null>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [failed, setFailed] = useState(false);
  const shape = useHeadShape(head);
  const [turned, askView] = useAskedView(turnTo);
  // The skin will be asked about: what takes long is worked out until then.
  useEffect(() => {
    onHandNear();
  }, [onHandNear]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const preset = viewPresets[Number(event.key) - 1];
      if (preset === undefined || event.ctrlKey || event.metaKey || event.altKey || types(event.target)) return;
      askView(preset);
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, [askView]);
  return (
    <section aria-label={t('map.name')} className={headFrame['frame']}>
      <div className={`${mapFrame['canvas'] ?? ''} ${styles['canvas'] ?? ''}`}>
        <SkinHead
          sites={sites}
          selected={null}
          shape={shape}
          turnTo={turned}
          hand={hand}
          onSelect={onSelect}
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
      {picture === null && !failed && <p className={mapFrame['loading']}>{t('app.loading')}</p>}
      {failed && picture === null && <p className={mapFrame['failure']}>{t('exam.noHead')}</p>}
      <div className={styles['top']}>{legend}</div>
      <div className={`${headFrame['views'] ?? ''} ${styles['foot'] ?? ''}`}>
        <ViewChoice view={view} onChange={askView} digits />
      </div>
    </section>
  );
}

/** Where a digit is text. */
const types = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="radio"], [type="checkbox"]), select, textarea');

const ignore = () => undefined;
