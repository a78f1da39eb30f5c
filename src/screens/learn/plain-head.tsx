import '../../messages/later';
import { type ReactNode, useState } from 'react';
import { t } from '../../messages/translate';
import type { MapProps, MapSite, ViewPreset } from '../../scene/map-props';
import { SkinHead } from '../skin-head';
import { useAskedView } from '../use-asked-view';
import { ViewChoice } from '../view-choice';
import mapFrame from '../map-frame.module.css';
import headFrame from './head-frame.module.css';
import styles from './plain-head.module.css';

type Props = {
  /** What is shown, in words. */
  readonly label: string;
  readonly sites: readonly MapSite[];
  /** Drawn under the marks of the sites. */
  readonly under?: MapProps['others'];
  /** A new object turns the head. */
  readonly turnTo: MapProps['turnTo'];
  readonly selected?: string | null;
  readonly onSelect?: (site: string) => void;
  /** Stands over the head. */
  readonly children?: ReactNode;
};

/** The standard head with marks on it, to be looked at and turned. */
export function PlainHead({ label, sites, under, turnTo, selected = null, onSelect = ignore, children }: Props) {
  const [view, setView] = useState<ViewPreset | null>(null);
  const [shown, setShown] = useState(false);
  const [failed, setFailed] = useState(false);
  const [turned, askView] = useAskedView(turnTo);
  return (
    <section aria-label={label} className={`${headFrame['frame'] ?? ''} ${styles['head'] ?? ''}`}>
      <div className={`${mapFrame['canvas'] ?? ''} ${styles['canvas'] ?? ''}`}>
        <SkinHead
          sites={sites}
          {...(under === undefined ? {} : { others: under })}
          selected={selected}
          shape={null}
          turnTo={turned}
          hairline={false}
          onSelect={onSelect}
          onView={setView}
          onUsable={() => {
            setShown(true);
          }}
          onFailure={(why) => {
            // Whatever else fails, the drawing takes its place.
            if (why === 'model-missing') setFailed(true);
            else setShown(false);
          }}
        />
      </div>
      {!shown && <p className={styles['note']}>{t(failed ? 'learn.noHead' : 'app.loading')}</p>}
      {children !== undefined && <div className={styles['over']}>{children}</div>}
      <div className={`${headFrame['views'] ?? ''} ${styles['foot'] ?? ''}`}>
        <ViewChoice view={view} onChange={askView} />
      </div>
    </section>
  );
}

const ignore = () => undefined;
