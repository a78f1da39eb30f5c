import { ChevronDown, ChevronUp, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { SiteRow } from '../../ledger/state';
import { type Message, t } from '../../messages/translate';
import { deepNeighbours } from '../../protocol/depths';
import { mapOf, otherMap } from '../../protocol/maps';
import { mapChanges } from '../../protocol/maps/changes';
import { aliquot, muscles } from '../../protocol/paradigm';
import type { Site } from '../../protocol/site';
import { sources } from '../../protocol/sources';
import { SiteGlyph } from '../../scene/site-glyph';
import { movedText } from '../../state/moves';
import { shiftText } from '../../state/shift-text';
import { besideText, cardTitle, markerState, stateName } from '../../state/site-text';
import { nearestSiteOf } from '../../state/zones';
import { useChart, useServices, useTheme } from '../services';
import { ChangeReasons } from './change-reasons';
import { NeedleBlock } from './needle-block';
import { AddExtraButton, MoveButton, SiteActions } from './site-actions';
import styles from './site-card.module.css';
import { Neighbours, ZoneWarning } from './neighbours';
import { clockSeconds } from './time-text';

/** The selected site: where, needle, caution, source, and what can be done with it. */
export function SiteCard() {
  const selected = useChart((s) => s.selected);
  const row = useChart((s) => s.fold.rows.find((r) => r.id === selected));
  const { chart } = useServices();
  return (
    <section aria-label={t('card.name')} className={styles['card']} data-empty={row === undefined}>
      {row === undefined ? (
        <>
          <p>{t('card.none')}</p>
          <AddExtraButton />
        </>
      ) : (
        <Filled key={row.id} row={row} site={chart.siteOf(row.id)} />
      )}
    </section>
  );
}

function Filled({ row, site }: { readonly row: SiteRow; readonly site: Site | null }) {
  const next = useChart((s) => s.next);
  const theme = useTheme();
  const { chart, wideScreen, smallScreen } = useServices();
  const [open, setOpen] = useState(false);
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
      <div className={styles['text']}>
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
                {row.ftp && `. ${t('needle.asFixed')}`}
              </dd>
            </div>
          )}
        </dl>
        {needle !== null && wideScreen && <NeedleBlock needle={needle} brief />}
        <Disagreement row={row} site={site} />
        {site !== null && <OnOtherMap row={row} />}
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
                setOpen(!open);
              }}
            >
              {open ? <ChevronUp size={16} aria-hidden="true" /> : <ChevronDown size={16} aria-hidden="true" />}
              {t(open ? 'card.less' : 'card.more')}
            </button>
            {open && <Details row={row} site={site} />}
          </>
        )}
      </div>
      <div className={styles['foot']}>
        <SiteActions row={row} />
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

/** While maps are compared: where the other one has this site, and why. */
function OnOtherMap({ row }: { readonly row: SiteRow }) {
  const comparing = useChart((s) => s.comparing);
  const { chart } = useServices();
  const shift = chart.shiftOf(row.id);
  if (!comparing || shift === null) return null;
  const { shortTitle } = mapOf(otherMap(chart.mapId()));
  return (
    <div className={styles['compared']}>
      <p>
        <b>{t('compare.onOther', { map: shortTitle, shift: shiftText(shift) })}</b>
      </p>
      <ChangeReasons reasons={mapChanges[row.muscle]} />
    </div>
  );
}

function Details({ row, site }: { readonly row: SiteRow; readonly site: Site }) {
  return (
    <div className={styles['details']}>
      <p>{t('card.position', { position: row.anchor.sentence })}</p>
      {site.cautions.slice(1).map((more) => (
        <p key={more.text}>{more.text}</p>
      ))}
      {site.needle.alternative !== undefined && (
        <p>
          {t('card.needleSize', { gauge: site.needle.gauge, length: site.needle.alternative.lengthMm })}:{' '}
          {site.needle.alternative.when}
        </p>
      )}
      {site.rule.conflict !== undefined && (
        <p>
          {t('card.conflict')}: {site.rule.conflict}
        </p>
      )}
      <p>
        <b>{t('card.evidence', { grade: t(`evidence.${site.rule.evidence}`) })}</b>{' '}
        {t('needle.evidence', { grade: t(`evidence.${site.needle.evidence}`) })}
      </p>
      {site.needle.pose.chosen !== undefined && <p>{site.needle.pose.chosen.what}</p>}
      {deepNeighbours
        .filter(({ muscle }) => muscle === row.muscle)
        .map(({ name, mm, where }) => (
          <p key={name}>{t('needle.neighbourWhere', { name, mm, where })}</p>
        ))}
      <ul>
        {site.sources.map((id) => (
          <li key={id}>
            {id}: {sources[id].title}
          </li>
        ))}
      </ul>
    </div>
  );
}
