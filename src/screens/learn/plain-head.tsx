import '../../messages/later';
import { type ReactNode, useMemo, useState } from 'react';
import { t } from '../../messages/translate';
import { HeadMap } from '../../scene/head-map';
import { type MapProps, type MapSite, type ViewPreset, viewPresets } from '../../scene/map-props';
import { Segmented } from '../../ui/segmented';
import { useHeadLook } from '../use-head-look';
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
  const look = useHeadLook();
  const [view, setView] = useState<ViewPreset | null>(null);
  const [shown, setShown] = useState(false);
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState<{ readonly preset: ViewPreset; readonly after: MapProps['turnTo'] } | null>(null);
  const turned = useMemo(() => (asked?.after === turnTo ? asked : turnTo), [asked, turnTo]);
  return (
    <section aria-label={label} className={styles['head']}>
      <div className={styles['canvas']}>
        <HeadMap
          {...look}
          sites={sites}
          {...(under === undefined ? {} : { others: under })}
          selected={selected}
          layer="skin"
          shape={null}
          needle={null}
          turnTo={turned}
          hairline={false}
          label={t('map.canvas')}
          covered={nothing}
          onSelect={onSelect}
          onSkin={ignore}
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
      <div className={styles['foot']}>
        <Segmented
          label={t('view.name')}
          floating
          value={view}
          onChange={(preset) => {
            setAsked({ preset, after: turnTo });
          }}
          options={viewPresets.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </div>
    </section>
  );
}

const nothing = { right: 0, bottom: 0 };
const ignore = () => undefined;
