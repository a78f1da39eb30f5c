import '../../messages/later';
import { TriangleAlert } from 'lucide-react';
import type { Fold, SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { mapOf } from '../../protocol/maps';
import { aliquot } from '../../protocol/paradigm';
import { siteOf } from '../../protocol/sites';
import type { MapId, SiteId } from '../../protocol/words';
import { SiteGlyph } from '../../scene/site-glyph';
import { cardTitle, markerState, muscleName, ordinalOf } from '../../state/site-text';
import { useTheme } from '../services';
import styles from './next-site.module.css';

type Props = {
  readonly map: MapId;
  readonly fold: Fold;
  /** The site that is shown; null where none is left. */
  readonly row: SiteRow | null;
  readonly next: SiteId | null;
};

/** The site to inject, to be read from where the injector stands. */
export function NextSite({ map, fold, row, next }: Props) {
  return (
    <section aria-label={t('card.name')} className={styles['card']}>
      {row === null ? <AllDone fold={fold} /> : <Told map={map} fold={fold} row={row} next={next} />}
    </section>
  );
}

function Told({ map, fold, row, next }: Props & { readonly row: SiteRow }) {
  const theme = useTheme();
  const state = markerState(row, next);
  const site = siteOf(map, row.id);
  const needle = mapOf(map).sites[row.muscle][0]?.needle;
  const caution = site?.cautions[0];
  const following = row.id === next ? undefined : fold.rows.find(({ id }) => id === next);
  const { given } = fold.totals;
  return (
    <>
      {/* Whoever listens is told once of each change, not of every line that changes with it. */}
      <p role="status" className="hidden">
        {t('second.told', { state: t(`second.state.${state}`), site: cardTitle(row), given })}
      </p>
      <p className={styles['state']} data-state={state}>
        <SiteGlyph state={state} ftp={row.ftp} muscle={row.muscle} theme={theme} size={34} />
        {t(`second.state.${state}`)}
      </p>
      <h2>{muscleName(row.muscle)}</h2>
      <p className={styles['side']}>
        <b>{t(`second.side.${row.side}`)}</b>
        <span>{t(row.ftp ? 'second.extra' : 'second.number', { n: ordinalOf(row.id) })}</span>
      </p>
      <p className={styles['where']}>
        {site === null || row.moved !== undefined ? row.anchor.sentence : site.rule.sentence}
      </p>
      {site !== null && <p className={styles['status']}>{mapOf(map).status}</p>}
      {needle !== undefined && (
        <p className={styles['needle']}>
          <b>{t('card.amount', { units: aliquot.units, ml: aliquot.ml })}</b>
          {' · '}
          {t('card.needleSize', { gauge: needle.gauge, length: needle.lengthMm })}, {needle.direction}; {needle.depth}
        </p>
      )}
      {caution !== undefined && (
        <p className={styles['caution']}>
          <TriangleAlert size={22} aria-hidden="true" />
          <span>{caution.text}</span>
        </p>
      )}
      {following !== undefined && <p className={styles['then']}>{t('second.then', { site: cardTitle(following) })}</p>}
    </>
  );
}

function AllDone({ fold: { totals } }: { readonly fold: Fold }) {
  return (
    <>
      <h2>{t('second.allDone')}</h2>
      <p className={styles['where']}>
        {t('second.allDoneBody', { given: totals.sitesGiven, skipped: totals.sitesSkipped })}
      </p>
    </>
  );
}
