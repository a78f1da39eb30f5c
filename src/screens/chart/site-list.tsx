import { Check, CheckCheck, Plus } from 'lucide-react';
import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import type { SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { aliquot, muscles } from '../../protocol/paradigm';
import type { MuscleId, Side, SiteId } from '../../protocol/words';
import { muscleHue } from '../../scene/palette';
import { SiteGlyph } from '../../scene/site-glyph';
import { itemName, markerState, shortLabel, sideHeading, sideName, visibleRows } from '../../state/site-text';
import { Button } from '../../ui/button';
import { useChart, useServices, useTheme } from '../services';
import { PlanBar } from './later-parts';
import { MuscleCode } from './muscle-code';
import styles from './site-list.module.css';
import { clockTime } from './time-text';

const columns: readonly (readonly Side[])[] = [['left', 'midline'], ['right']];

/** The control that the head mirrors: every site, in protocol order, by muscle and side. */
export function SiteList() {
  const fold = useChart((s) => s.fold);
  const rows = useMemo(() => visibleRows(fold), [fold]);
  const totals = fold.totals;
  const selected = useChart((s) => s.selected);
  const next = useChart((s) => s.next);
  const { chart } = useServices();
  const list = useRef<HTMLDivElement>(null);
  const charting = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const openMuscle = rows.find((row) => row.id === (selected ?? next))?.muscle ?? muscles[0]?.id;

  // The keyboard stays on the selected site when a dose moves the selection on.
  useEffect(() => {
    const focused = document.activeElement;
    if (focused?.getAttribute('role') !== 'option' || list.current?.contains(focused) !== true) return;
    list.current.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [selected]);

  // Arrow keys walk all sites as one list; focus and selection go together.
  const walk = (from: SiteId, by: number | 'first' | 'last') => {
    const at = rows.findIndex((row) => row.id === from);
    const to = by === 'first' ? 0 : by === 'last' ? rows.length - 1 : Math.min(rows.length - 1, Math.max(0, at + by));
    const target = rows[to];
    if (target === undefined) return;
    chart.select(target.id, { turn: true });
  };

  return (
    <section ref={list} aria-label={t('sites.name')} className={styles['list']}>
      <div className={styles['head']}>
        <h2>{t('sites.title')}</h2>
        <span>
          {t('sites.progress', {
            given: totals.sitesGiven,
            planned: totals.sitesPlanned,
            skipped: totals.sitesSkipped,
          })}
        </span>
      </div>
      <div className={styles['progress']} aria-hidden="true">
        <i style={{ width: `${String((100 * totals.sitesGiven) / Math.max(1, totals.sitesPlanned))}%` }} />
      </div>
      {charting && <PlanBar />}
      <div className={styles['sides']} aria-hidden="true">
        <span>{t('side.patientLeft')}</span>
        <span>{t('side.patientRight')}</span>
      </div>
      {muscles.map((muscle) => (
        <MuscleGroup
          key={muscle.id}
          muscle={muscle.id}
          name={muscle.name}
          rows={rows.filter((row) => row.muscle === muscle.id)}
          open={muscle.id === openMuscle}
          focusable={selected ?? next ?? rows[0]?.id ?? null}
          onWalk={walk}
        />
      ))}
      <Sweep muscle={openMuscle ?? null} />
    </section>
  );
}

type GroupProps = {
  readonly muscle: MuscleId;
  readonly name: string;
  readonly rows: readonly SiteRow[];
  readonly open: boolean;
  /** The one site that Tab reaches. */
  readonly focusable: SiteId | null;
  readonly onWalk: (from: SiteId, by: number | 'first' | 'last') => void;
};

function MuscleGroup({ muscle, name, rows, open, focusable, onWalk }: GroupProps) {
  const extrasLeft = useChart((s) => s.fold.totals.byMuscle[muscle].extrasLeft);
  const charting = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const { chart } = useServices();
  const planned = rows.filter((row) => row.state !== 'skipped');
  const given = rows.filter((row) => row.state === 'given').length;
  const done = planned.length > 0 && given === planned.length;
  const first = rows.find((row) => row.state === 'planned') ?? rows[0];
  return (
    <div className={styles['group']} data-open={open}>
      <button
        type="button"
        className={styles['row']}
        aria-expanded={open}
        onClick={() => {
          if (first !== undefined) chart.select(first.id, { turn: true });
        }}
      >
        <MuscleCode muscle={muscle} />
        <span className={styles['name']}>{name}</span>
        <span className={styles['count']} data-done={done} aria-hidden="true">
          {done && <Check size={15} strokeWidth={2.6} />}
          {given}
          <i>/{planned.length}</i>
        </span>
        <span className="hidden">{t('sites.groupCount', { given, planned: planned.length })}</span>
      </button>
      <div
        role="listbox"
        aria-label={name}
        aria-orientation="vertical"
        className={`${styles['options'] ?? ''} ${(open ? styles['cells'] : styles['dots']) ?? ''}`}
      >
        {columns.map((sides) => {
          const here = rows.filter((row) => sides.includes(row.side));
          const side = here[0]?.side;
          return side === undefined ? (
            <span key={sides.join()} aria-hidden="true" />
          ) : (
            <div key={sides.join()} role="group" aria-label={sideHeading(side)} className={styles['side']}>
              {here.map((row) => (
                <SiteOption key={row.id} row={row} open={open} tab={row.id === focusable} onWalk={onWalk} />
              ))}
            </div>
          );
        })}
      </div>
      {open && charting && extrasLeft > 0 && (
        <button
          type="button"
          className={styles['extra']}
          aria-label={t('sites.extraFor', { units: aliquot.units, muscle: name })}
          onClick={() => {
            chart.begin({ kind: 'adding-extra' });
          }}
        >
          <Plus size={16} aria-hidden="true" />
          {t('sites.extra', { units: aliquot.units })}
        </button>
      )}
    </div>
  );
}

type OptionProps = Pick<GroupProps, 'open' | 'onWalk'> & { readonly row: SiteRow; readonly tab: boolean };

function SiteOption({ row, open, tab, onWalk }: OptionProps) {
  const selected = useChart((s) => s.selected === row.id);
  const next = useChart((s) => s.next);
  const { chart } = useServices();
  const theme = useTheme();
  const state = markerState(row, next);
  const hue = muscleHue(row.muscle, theme);
  return (
    <div
      role="option"
      tabIndex={tab ? 0 : -1}
      aria-selected={selected}
      aria-label={itemName(row, state)}
      data-site={row.id}
      data-state={state}
      className={open ? styles['cell'] : styles['dot']}
      style={{ '--hue': hue } as CSSProperties}
      onClick={() => {
        chart.select(row.id, { turn: true });
      }}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: 'first', End: 'last' } as const;
        const by = step[event.key as keyof typeof step] as number | 'first' | 'last' | undefined;
        if (by !== undefined) {
          event.preventDefault();
          onWalk(row.id, by);
        } else if (event.key === 'Enter') {
          event.preventDefault();
          chart.select(row.id, { turn: true });
        }
      }}
    >
      <SiteGlyph state={state} ftp={row.ftp} muscle={row.muscle} theme={theme} size={open ? 22 : 18} />
      {open && (
        <>
          <b aria-hidden="true">{shortLabel(row)}</b>
          <em aria-hidden="true">
            {state === 'next'
              ? t('map.legendNext')
              : state === 'planned'
                ? t('ledger.units', { units: aliquot.units })
                : state === 'moved'
                  ? t('map.legendMoved')
                  : state === 'skipped'
                    ? t('map.legendSkipped')
                    : clockTime(row.at)}
          </em>
        </>
      )}
    </div>
  );
}

/** Gives what is left of the open muscle in one press. */
function Sweep({ muscle }: { readonly muscle: MuscleId | null }) {
  const { chart } = useServices();
  const rows = useChart((s) => s.fold.rows);
  const planned = rows.filter((row) => row.muscle === muscle && row.state === 'planned');
  const left = planned.length;
  // Either side by itself, where something is left of both.
  const sides = (['left', 'right'] as const).map((side) => ({
    side,
    sites: planned.filter((row) => row.side === side).length,
  }));
  const bySide = sides.every(({ sites }) => sites > 0) && left > 2;
  const charting = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const name = muscles.find((m) => m.id === muscle)?.name;
  if (!charting || muscle === null || name === undefined || left === 0) return null;
  return (
    <div className={styles['sweep']}>
      <Button
        tone="primary"
        size="large"
        wide
        icon={<CheckCheck size={18} strokeWidth={2.4} aria-hidden="true" />}
        onClick={() => {
          chart.complete(muscle);
        }}
      >
        <span>
          {t('sites.complete', { muscle: name.toLowerCase() })}{' '}
          <small>{t('sites.completeDetail', { sites: left, units: left * aliquot.units })}</small>
        </span>
      </Button>
      {bySide && (
        <div className={styles['bySide']}>
          {sides.map(({ side, sites }) => (
            <Button
              key={side}
              aria-label={t('sites.completeSide', { side: sideName[side], muscle: name.toLowerCase(), sites })}
              onClick={() => {
                chart.complete(muscle, side);
              }}
            >
              {t('sites.sideOnly', { side: t(`sites.sideShort.${side}`), sites })}
            </Button>
          ))}
        </div>
      )}
      <p>{t('sites.completeHint')}</p>
    </div>
  );
}
