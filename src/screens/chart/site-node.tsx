import { type CSSProperties, memo } from 'react';
import type { SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { aliquot } from '../../protocol/paradigm';
import { muscleHue } from '../../scene/palette';
import { SiteGlyph } from '../../scene/site-glyph';
import { itemName, type markerState, shortLabel } from '../../state/site-text';
import { useChart, useTheme } from '../services';
import styles from './site-list.module.css';
import { clockTime } from './time-text';

type Props = {
  readonly row: SiteRow;
  /** Its muscle is the one worked on: the site is a cell, not a dot. */
  readonly open: boolean;
  /** The one node that Tab reaches. */
  readonly tab: boolean;
  readonly posinset: number;
  readonly setsize: number;
  readonly state: ReturnType<typeof markerState>;
};

/** A site in the tree: choosing it is the only thing it does. */
export const SiteNode = memo(function SiteNode({ row, open, tab, posinset, setsize, state }: Props) {
  const selected = useChart((s) => s.selected === row.id);
  const theme = useTheme();
  return (
    <div
      role="treeitem"
      tabIndex={tab ? 0 : -1}
      aria-level={2}
      aria-posinset={posinset}
      aria-setsize={setsize}
      aria-selected={selected}
      aria-label={itemName(row, state)}
      data-site={row.id}
      data-state={state}
      className={open ? styles['cell'] : styles['dot']}
      style={{ '--hue': muscleHue(row.muscle, theme) } as CSSProperties}
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
}, looksAlike);

/** A row is made anew with every step of the session; what a node shows of it seldom changes. */
function looksAlike({ row: before, ...rest }: Props, { row: after, ...others }: Props): boolean {
  const same = (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === others[key]);
  const moved = (before.moved === undefined) === (after.moved === undefined);
  return same && moved && before.id === after.id && before.at === after.at;
}
