import type { ZoneKind } from '../protocol/danger-zone';
import type { Theme } from './palette';
import { zoneInk } from './zone-palette';
import styles from './injection-map.module.css';

const dashes: Readonly<Record<ZoneKind, string | undefined>> = {
  nerve: undefined,
  artery: undefined,
  band: '4.5 3.25',
  lung: '2 2.75',
};

/** A stretch of a zone as the map draws it: the line in its casing, on the wash of its spread. */
export function ZoneGlyph({ kind, theme }: { readonly kind: ZoneKind; readonly theme: Theme }) {
  const { core, casing, band } = zoneInk(kind, theme);
  const line = 'M1 8h20';
  return (
    <svg width={22} height={16} viewBox="0 0 22 16" className={styles['siteGlyph']} aria-hidden="true" fill="none">
      <path d="M7 8h8" stroke={band} strokeWidth={13} strokeOpacity={0.24} />
      <path d={line} stroke={casing} strokeWidth={3.8} strokeDasharray={dashes[kind]} strokeLinecap="butt" />
      <path d={line} stroke={core} strokeWidth={2} strokeDasharray={dashes[kind]} strokeLinecap="butt" />
    </svg>
  );
}
