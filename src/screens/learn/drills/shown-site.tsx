import '../../../messages/later';
import { useMemo } from 'react';
import { t } from '../../../messages/translate';
import { readSiteId } from '../../../protocol/site-id';
import type { SiteId } from '../../../protocol/words';
import type { MapSite } from '../../../scene/map-props';
import { askedMark } from '../../../scene/learn/known-glyph';
import { sideName } from '../../../state/site-text';
import { useTheme } from '../../services';
import { PlainHead } from '../plain-head';
import { siteView } from '../site-view';
import { useLearning } from '../use-learning';
import styles from './drills.module.css';

/** A site on the head that does not say whose it is: without a name, a code or a hue. */
export function ShownSite({ site }: { readonly site: SiteId }) {
  const { placements } = useLearning();
  const theme = useTheme();
  const anchor = placements.of('preempt-2017').anchors.get(site);
  const parts = useMemo(() => readSiteId(site), [site]);
  const sites = useMemo((): readonly MapSite[] => {
    if (anchor === undefined || parts === null) return [];
    const { positionMm, normal } = anchor;
    const { muscle, side, ftp } = parts;
    return [{ id: site, muscle, side, ftp, state: 'skipped', draw: askedMark(theme), label: '?', positionMm, normal }];
  }, [anchor, parts, site, theme]);
  const turnTo = useMemo(() => (parts === null ? null : { preset: siteView(parts.muscle, parts.side) }), [parts]);
  // "left temporalis, 30 mm above the tragus": all but whose it is.
  const where = anchor?.sentence.split(', ').slice(1).join(', ') ?? '';
  return (
    <div className={styles['shown']}>
      <PlainHead label={t('drill.shownSite')} sites={sites} turnTo={turnTo} />
      {where !== '' && parts !== null && (
        <details>
          <summary>{t('drill.inWords')}</summary>
          <p>{t('drill.where', { side: sideName[parts.side], where })}</p>
        </details>
      )}
    </div>
  );
}
