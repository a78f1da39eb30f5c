import { ChevronDown, ChevronUp, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SiteRow } from '../../ledger/state';
import { type Message, t } from '../../messages/translate';
import { mapOf } from '../../protocol/maps';
import { aliquot, muscles } from '../../protocol/paradigm';
import type { Site } from '../../protocol/site';
import type { SiteId } from '../../protocol/words';
import { SiteGlyph } from '../../scene/site-glyph';
import { besideText, cardTitle, markerState, movedText, stateName } from '../../state/site-text';
import { nearestSiteOf } from '../../state/zones';
import { useChart, useServices, useTheme } from '../services';
import { CardDetails, Neighbours, NeedleBlock, OnOtherMap, PainNote, ZoneWarning } from './later-parts';
import { AddExtraButton, MoveButton, SiteActions } from './site-actions';
import styles from './site-card.module.css';
import { clockSeconds } from './time-text';

/** What the card says of a site, and what can be done with it. */
export function FilledCard({ row, site }: { readonly row: SiteRow; readonly site: Site | null }) {
  const next = useChart((s) => s.next);
  const theme = useTheme();
  const { chart, wideScreen, smallScreen } = useServices();
  /** The site whose details are shown. The card itself is kept from site to site: to make it anew costs a press twice as much. */
  const [opened, setOpened] = useState<SiteId | null>(null);
  const open = opened === row.id;
  const text = useRef<HTMLDivElement>(null);
  const scrolled = useRef(false);
  useEffect(() => {
    // To ask where it stands would have the page laid out at every press.
    if (scrolled.current) text.current?.scrollTo({ top: 0, behavior: 'instant' });
    scrolled.current = false;
  }, [row.id]);
  const comparing = useChart((s) => s.comparing);
  const needle = chart.needleOf(row.muscle);
  const state = markerState(row, next);
  const caution = site?.cautions[0];
  return (
    <>
      <div className={styles['head']}>
        <SiteGlyph state={state} ftp={row.ftp} muscle={row.muscle} theme={theme} size={28} />
        <div>
          <h2>{cardTitle(row)}</h2>
          <p className={styles['meta']}>
            {t('card.amount', { units: aliquot.units, ml: aliquot.ml })}
            {' · '}
            {row.state === 'given' && row.at !== undefined
              ? t('card.givenAt', { time: clockSeconds(row.at) })
              : row.state === 'skipped' && row.at !== undefined
                ? t('card.skippedAt', { time: clockSeconds(row.at) })
                : stateName(state)}
          </p>
        </div>
      </div>
      <div
        ref={text}
        className={styles['text']}
        onScroll={() => {
          scrolled.current = true;
        }}
      >
        {row.ftp && <Extras row={row} />}
        {row.moved !== undefined && (
          <p className={styles['note']}>
            {t('card.movedBecause', {
              how: movedText(row.moved),
              sentence: row.anchor.sentence,
              reason: row.moved.reason,
            })}
          </p>
        )}
        <ZoneWarning row={row} />
        <PainNote row={row} />
        {row.state === 'skipped' && row.reason !== undefined && (
          <p className={styles['note']}>{t('card.skippedBecause', { reason: row.reason })}</p>
        )}
        <dl>
          <div>
            <dt>{t('card.where')}</dt>
            <dd className={styles['where']}>{site === null ? row.anchor.sentence : site.rule.sentence}</dd>
            {site !== null && <dd className={styles['signOff']}>{mapOf(chart.mapId()).status}</dd>}
            <Beside row={row} />
          </div>
          {needle !== null && (
            <div className={styles['needle']}>
              <dt>{t('card.needle')}</dt>
              <dd>
                {t('card.needleSize', { gauge: needle.gauge, length: needle.lengthMm })}, {needle.direction};{' '}
                {needle.depth}
                {row.ftp && `. ${t('card.asFixed')}`}
              </dd>
            </div>
          )}
        </dl>
        {needle !== null && wideScreen && <NeedleBlock needle={needle} brief />}
        <Disagreement row={row} site={site} />
        {site !== null && comparing && <OnOtherMap row={row} />}
        {caution !== undefined && (
          <p className={styles['caution']}>
            <TriangleAlert size={17} aria-hidden="true" />
            <span>{caution.text}</span>
          </p>
        )}
        <Neighbours row={row} />
        {needle !== null && <NeedleBlock needle={needle} brief={!wideScreen && !smallScreen && !open} />}
        {site !== null && (
          <>
            <button
              type="button"
              className={styles['more']}
              aria-expanded={open}
              onClick={() => {
                setOpened(open ? null : row.id);
              }}
            >
              {open ? <ChevronUp size={16} aria-hidden="true" /> : <ChevronDown size={16} aria-hidden="true" />}
              {t(open ? 'card.less' : 'card.more')}
            </button>
            {open && <CardDetails row={row} site={site} />}
          </>
        )}
      </div>
      <div className={styles['foot']}>
        <SiteActions key={row.id} row={row} />
        <div className={styles['places']}>
          <MoveButton row={row} />
          <AddExtraButton />
        </div>
      </div>
    </>
  );
}

function Extras({ row }: { readonly row: SiteRow }) {
  const of = useChart((s) => s.fold.totals.byMuscle[row.muscle]);
  return (
    <p className={styles['tags']}>
      <span>{t('card.ftp')}</span>
      <span data-tone="ok">{t('card.ftpUsed', { used: of.extras, allowed: of.extrasAllowed })}</span>
    </p>
  );
}

/** How far an extra is from the nearest fixed site. */
function Beside({ row }: { readonly row: SiteRow }) {
  const { chart } = useServices();
  const nearest = useChart((s) => nearestSiteOf(s, chart.mapId(), row));
  return nearest === null ? null : <dd className={styles['signOff']}>{besideText(nearest)}</dd>;
}

/** Said on the card, never smoothed over: where rule and measured muscle disagree. The details tell what the sources say. */
function Disagreement({ row, site }: { readonly row: SiteRow; readonly site: Site | null }) {
  const { chart } = useServices();
  const outside = site === null || row.moved !== undefined ? null : chart.outsideByMm(row.id);
  if (outside === null) return null;
  const muscle = muscles.find((m) => m.id === row.muscle)?.name.toLowerCase() ?? row.muscle;
  const message: Message = { key: 'card.outside', values: { mm: Math.round(outside), muscle } };
  return (
    <p className={styles['caution']}>
      <TriangleAlert size={17} aria-hidden="true" />
      <span>{t(message.key, message.values)}</span>
    </p>
  );
}
