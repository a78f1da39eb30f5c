import type { GiveEntry, IncidentEntry, OffProtocolEntry, SkipEntry } from '../../ledger/entry';
import { fold } from '../../ledger/fold';
import type { Fold, SiteRow } from '../../ledger/state';
import type { OffProtocolMuscleId } from '../../protocol/off-protocol';
import type { MuscleId, Side } from '../../protocol/words';
import type { SessionContent } from '../../record/signed-version';
import { values } from './identifiers';
import { incidentTexts, sideText, siteText, texts } from './texts';

/** One aliquot, one dose beside the plan, or one site that was left out: what becomes one MedicationAdministration. */
export type Administration = {
  readonly status: 'completed' | 'not-done';
  readonly at: string;
  readonly by: string;
  /** What left the vial; 0 where the site was left out. */
  readonly units: number;
  /** Absent where nothing was drawn. */
  readonly vial?: string;
  /** Absent for an incident at none of the sites. */
  readonly site?: { readonly muscle: MuscleId | OffProtocolMuscleId; readonly side: Side; readonly text: string };
  /** It came out again, or never went in: how much of it, nobody knows. */
  readonly leaked?: true;
  /** What kind of dose it is, in words. */
  readonly kind: string;
  readonly reason?: string;
  /** Further words: where, why it was moved, what an incident was. */
  readonly said: readonly string[];
  /** The identifier of the point it was given at, where that is not the one its rule gives. */
  readonly point?: string;
};

/** By the value of its identifier. */
export type ByValue<T> = ReadonlyMap<string, T>;

/** What was given, left out or lost according to the entries, voided ones not counted; and the fold they come from. */
export function administrationsOf(session: SessionContent): { folded: Fold; administrations: ByValue<Administration> } {
  const folded = fold(session.entries, session.vials);
  const lastAt = <Kind extends 'give' | 'skip'>(kind: Kind) =>
    new Map(
      session.entries.flatMap((entry) =>
        entry.kind === kind ? [[entry.site, entry as Extract<GiveEntry | SkipEntry, { kind: Kind }>] as const] : [],
      ),
    );
  const [doses, skips] = [lastAt('give'), lastAt('skip')];
  const atSites = folded.rows.flatMap((row) => {
    const one =
      row.state === 'given'
        ? givenAt(row, doses.get(row.id), session.id)
        : row.state === 'skipped'
          ? skippedAt(row, skips.get(row.id))
          : null;
    return one === null ? [] : [[values.site(session.id, row.id), one] as const];
  });
  return { folded, administrations: new Map([...atSites, ...beside(folded, session.id)]) };
}

const siteOf = ({ id, muscle, side }: SiteRow) => ({ muscle, side, text: siteText(id, muscle, side) });

/** A point of its own: an extra has no rule, and a moved site stands elsewhere than by its rule. */
export const hasPoint = (row: SiteRow): boolean => row.state === 'given' && (row.ftp || row.moved !== undefined);

function givenAt(row: SiteRow, dose: GiveEntry | undefined, session: string): Administration {
  if (dose === undefined) throw new Error(`no dose at ${row.id}`);
  return {
    status: 'completed',
    at: dose.at,
    by: dose.by,
    units: dose.units,
    vial: dose.vial,
    site: siteOf(row),
    kind: row.ftp ? texts.extra : texts.fixed,
    said: row.moved === undefined ? [] : [`Moved: ${row.moved.reason}`],
    ...(hasPoint(row) ? { point: values.site(session, row.id) } : {}),
  };
}

function skippedAt(row: SiteRow, skip: SkipEntry | undefined): Administration {
  if (row.at === undefined) throw new Error(`left out at no time: ${row.id}`);
  return {
    status: 'not-done',
    at: row.at,
    // A dose taken back after a stop leaves its site out without an entry that says so.
    by: skip?.by ?? '',
    units: 0,
    site: siteOf(row),
    kind: texts.skipped,
    ...(row.reason === undefined ? {} : { reason: row.reason }),
    said: [],
  };
}

function beside({ events, rows }: Fold, session: string): readonly (readonly [string, Administration])[] {
  return events.flatMap(({ entry, voided }) =>
    voided !== undefined || (entry.kind !== 'incident' && entry.kind !== 'off-protocol')
      ? []
      : [[values.event(session, entry.id), doseBeside(entry, rows)] as const],
  );
}

function doseBeside(entry: IncidentEntry | OffProtocolEntry, rows: readonly SiteRow[]): Administration {
  const { at, by, units, vial, reason } = entry;
  const dose = { status: 'completed', at, by, units, vial } as const;
  if (entry.kind === 'off-protocol') {
    const { muscle, side, where } = entry;
    const site = { muscle, side, text: sideText(muscle, side) };
    return { ...dose, site, kind: texts.offProtocol, said: [where, reason] };
  }
  const row = rows.find(({ id }) => id === entry.site);
  const kind = `${texts.incident}: ${incidentTexts[entry.what]}`;
  const leaked = entry.what === 'leak' ? ({ leaked: true } as const) : {};
  return { ...dose, ...leaked, ...(row === undefined ? {} : { site: siteOf(row) }), kind, said: [reason] };
}

/**
 * What stands in the last of the versions, and apart from it what stood in an earlier one and no longer does, each as it stood
 * last: a server was told of it, so it must be told that it is gone.
 */
export function standingAndGone<T>(each: readonly ByValue<T>[]): {
  readonly stands: ByValue<T>;
  readonly gone: ByValue<T>;
} {
  const stands = each.at(-1) ?? new Map<string, T>();
  const earlier = new Map(each.slice(0, -1).flatMap((one) => [...one]));
  return { stands, gone: new Map([...earlier].filter(([value]) => !stands.has(value))) };
}
