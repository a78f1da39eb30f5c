import type { Anchor, HeadRef, SkinOffset } from '../anatomy/anchor';
import type { ToldZone } from '../ledger/entry';
import { fold } from '../ledger/fold';
import type { MapId, MuscleId, Side, SiteId } from '../protocol/words';
import type { TemplatePlan } from '../record/practice';
import type { Session } from '../record/session';

/**
 * How a plan differs from its map, so that it can be made again on any head: places are measured from landmarks, and where
 * they were found on one head they are kept beside it.
 */
export type PlanShape = {
  readonly map: MapId;
  readonly skips: readonly { readonly site: SiteId; readonly reason: string }[];
  readonly moves: readonly (Place & { readonly site: SiteId; readonly reason: string })[];
  readonly extras: readonly (Place & { readonly muscle: MuscleId; readonly side: Side })[];
};

type Place = {
  readonly offset: SkinOffset;
  /** Absent in a template. */
  readonly found?: Found;
};
type Found = {
  readonly anchor: Anchor;
  readonly shiftMm: number;
  readonly outsideMm: number;
  readonly warned: readonly ToldZone[];
};

/**
 * What was planned and given in a session, for the next one: sites that were skipped for a reason of their own stay out,
 * those that a stop left out come back, and of the extras those stay that were given.
 */
export function shapeOf({ entries, vials, map }: Pick<Session, 'entries' | 'vials' | 'map'>, open = false): PlanShape {
  const { rows, events } = fold(entries, vials);
  const stopped = events.find(({ entry, voided }) => entry.kind === 'stop' && voided === undefined)?.entry.step;
  const leftByStop = new Set(
    entries.flatMap((entry) => (entry.kind === 'skip' && entry.step === stopped ? [entry.site] : [])),
  );
  const found = (row: (typeof rows)[number]): Found => ({
    anchor: row.anchor,
    shiftMm: row.moved?.shiftMm ?? 0,
    outsideMm: row.moved?.outsideMm ?? 0,
    warned: row.warned ?? [],
  });
  return {
    map: map.id,
    skips: rows.flatMap(({ id, ftp, state, reason }) =>
      !ftp && state === 'skipped' && reason !== undefined && !leftByStop.has(id) ? [{ site: id, reason }] : [],
    ),
    moves: rows.flatMap((row) =>
      row.ftp || row.moved === undefined
        ? []
        : [{ site: row.id, reason: row.moved.reason, offset: row.anchor.offset, found: found(row) }],
    ),
    extras: rows.flatMap((row) =>
      row.ftp && (row.state === 'given' || (open && row.state === 'planned'))
        ? [{ muscle: row.muscle, side: row.side, offset: row.anchor.offset, found: found(row) }]
        : [],
    ),
  };
}

/** What a template keeps of a plan: nothing that was found on one patient's head. */
export const withoutPlaces = ({ map, skips, moves, extras }: PlanShape): TemplatePlan => ({
  map,
  skips,
  moves: moves.map(({ site, reason, offset }) => ({ site, reason, offset })),
  extras: extras.map(({ muscle, side, offset }) => ({ muscle, side, offset })),
});

/** The same model, to its content hash, in the same size: what was found on one lies at the same place on the other. */
export const sameHead = (a: HeadRef, b: HeadRef): boolean =>
  a.model === b.model && a.contentHash === b.contentHash && a.variant === b.variant;

/** Nothing was done yet beyond opening the session: its plan can still be made after another. */
export const isUntouched = ({ entries, finishedAt }: Pick<Session, 'entries' | 'finishedAt'>): boolean =>
  finishedAt === undefined && entries.every(({ step }) => step === entries[0]?.step);
