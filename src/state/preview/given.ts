import type { Anchor, HeadRef, Vec3 } from '../../anatomy/anchor';
import { muscles } from '../../protocol/paradigm';
import type { MapId, MuscleId, Side, SiteId } from '../../protocol/words';
import type { Day } from '../../record/calendar';
import { injectedOn } from '../../record/needles';
import { procedureNote } from '../../record/procedure-note';
import type { SessionContent } from '../../record/signed-version';

/** A place on the map of what was done. `extra`: given beyond the plan, where it hurts. */
export type GivenSpot = {
  readonly id: SiteId;
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly is: 'given' | 'extra' | 'left-out';
  /** Given somewhere else than planned. */
  readonly moved: boolean;
  readonly positionMm: Vec3;
  readonly normal: Vec3;
  readonly anchor: Anchor;
};

/** Counts of one area. `left`, `middle` and `right` are given, extras among them. */
export type GivenArea = Readonly<Record<'left' | 'middle' | 'right' | 'extra' | 'leftOut', number>> & {
  readonly muscle: MuscleId;
};

/** What was done in a session, as a patient is told of it: places and days, no units, nobody's name. */
export type Given = {
  readonly day: Day;
  readonly map: MapId;
  readonly head: HeadRef;
  readonly count: number;
  readonly extras: number;
  readonly leftOut: number;
  /** The areas in the paradigm's order, those without a dose included. */
  readonly areas: readonly GivenArea[];
  readonly spots: readonly GivenSpot[];
  /** The record tells of more than doses at sites: something happened, or was given elsewhere. */
  readonly more: boolean;
};

const told = ['incident', 'off-protocol', 'stop'] as const;

/** Reads what was done out of a session. What was planned and not given counts as left out; an extra that was not given as nothing. */
export function givenOf(session: SessionContent): Given {
  const note = procedureNote(session);
  const spots = note.sites.flatMap(({ row }): readonly GivenSpot[] => {
    const { id, muscle, side, ftp, state, anchor, moved } = row;
    if (ftp && state !== 'given') return [];
    const is = state !== 'given' ? 'left-out' : ftp ? 'extra' : 'given';
    const { positionMm, normal } = anchor;
    return [{ id, muscle, side, is, moved: moved !== undefined, positionMm, normal, anchor }];
  });
  const areas = muscles.map(({ id }): GivenArea => {
    const own = spots.filter(({ muscle }) => muscle === id);
    const given = own.filter(({ is }) => is !== 'left-out');
    const on = (side: Side): number => given.filter((spot) => spot.side === side).length;
    return {
      muscle: id,
      left: on('left'),
      middle: on('midline'),
      right: on('right'),
      extra: own.filter(({ is }) => is === 'extra').length,
      leftOut: own.filter(({ is }) => is === 'left-out').length,
    };
  });
  const sum = (of: 'extra' | 'leftOut'): number => areas.reduce((all, area) => all + area[of], 0);
  return {
    day: injectedOn(session),
    map: session.map.id,
    head: session.head,
    count: spots.filter(({ is }) => is !== 'left-out').length,
    extras: sum('extra'),
    leftOut: sum('leftOut'),
    areas,
    spots,
    more: note.events.some(({ entry }) => told.some((kind) => kind === entry.kind)),
  };
}

/** Given in an area, extras among them. */
export const givenIn = ({ left, middle, right }: GivenArea): number => left + middle + right;
