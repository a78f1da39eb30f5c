import '../../messages/later';
import { t } from '../../messages/translate';
import type { EventRow, SiteRow } from '../../ledger/state';
import { offProtocolMuscles } from '../../protocol/off-protocol';
import { aliquot } from '../../protocol/paradigm';
import type { Side } from '../../protocol/words';
import type { SiteChange } from '../../record/compare-sessions';
import type { Shift } from '../../record/compare-places';
import type { ListedSession } from '../../record/listing';
import { sideName, siteName } from '../../state/site-text';
import { dayText } from '../chart/time-text';

/** "+5", "−5", "0": a difference with its sign. */
export function signedUnits(difference: number): string {
  if (difference === 0) return '0';
  // The sum of thousandths may leave a tail of binary noise.
  const units = Math.round(Math.abs(difference) * 1000) / 1000;
  return t(difference > 0 ? 'comparison.more' : 'comparison.less', { units: String(units) });
}

/** The site that a change is about, as the later session names it. */
const rowOf = ({ before, after }: SiteChange): SiteRow => {
  const row = after ?? before;
  if (row === null) throw new Error('a change of no site');
  return row;
};

/** Tells the changes of one comparison apart: an extra has a number of its own in each session. */
export const changeKey = ({ before, after }: SiteChange): string => `${before?.id ?? ''}|${after?.id ?? ''}`;

/** "Temporalis left 2"; an extra keeps the F of its number. */
export const changeName = (change: SiteChange): string => siteName({ ...rowOf(change), ftp: false });

/** What it adds to the units: signed, as it stands beside the change. */
export function unitsOf({ before, after }: SiteChange): number {
  const given = (row: SiteRow | null): number => (row?.state === 'given' ? aliquot.units : 0);
  return given(after) - given(before);
}

/** Why, or how far, as one line. */
export function changeDetail(change: SiteChange): string {
  const { kind, before, after, shift } = change;
  switch (kind) {
    case 'added':
      return before?.state === 'skipped'
        ? t('comparison.skippedBefore', { reason: before.reason ?? '' })
        : t('comparison.new', { sentence: rowOf(change).anchor.sentence });
    case 'removed':
      return after?.state === 'skipped'
        ? t('comparison.skippedAfter', { reason: after.reason ?? '' })
        : t('comparison.gone', { sentence: rowOf(change).anchor.sentence });
    case 'open':
      return t(after?.state === 'given' ? 'comparison.openBefore' : 'comparison.openAfter');
    case 'moved':
    case 'unchanged':
      return shift === null ? '' : shiftLine(shift);
    case 'neither':
      return t('comparison.neitherBut', { before: stateOf(before), after: stateOf(after) });
  }
}

const stateOf = (row: SiteRow | null): string => t(`comparison.state.${row?.state ?? 'none'}`);

function shiftLine({ mm, by, byMap }: Shift): string {
  const text = mm === null ? t('comparison.by.unknown') : t(`comparison.by.${by}`, { mm: mmText(mm) });
  return byMap ? t('comparison.byMap', { text }) : text;
}

/** Whole millimetres, as places are told. */
export const mmText = (mm: number): string => String(Math.round(mm));

/** The label of a change on the map. */
export function mapLabel(change: SiteChange): string {
  const site = changeName(change);
  return change.kind === 'moved' && change.shift?.mm != null
    ? t('comparison.mapMoved', { site, mm: mmText(change.shift.mm) })
    : t('comparison.mapLabel', { site, kind: t(`comparison.kind.${change.kind}`) });
}

/** Something that happened beside the plan, on one line. */
export function besideText({ entry }: EventRow): string {
  switch (entry.kind) {
    case 'incident': {
      const { units, what, reason } = entry;
      return t('comparison.event.incident', { units: String(units), what: t(`incident.${what}`), reason });
    }
    case 'off-protocol': {
      const { units, muscle, side, reason } = entry;
      const name = offProtocolMuscles[muscle].name;
      return t('comparison.event.off-protocol', { units: String(units), muscle: name, side: sideName[side], reason });
    }
    case 'stop':
      return t('comparison.event.stop', { reason: entry.reason });
    case 'waste':
      throw new Error('waste is no part of a comparison');
  }
}

/** What was signed stays signed, finished or not. */
export const listedState = ({ signed, finishedAt }: ListedSession): string =>
  t(signed ? 'records.signed' : finishedAt === undefined ? 'records.draft' : 'records.finished');

/** The day of a session, as its heading. */
export const sessionDay = ({ startedAt }: Pick<ListedSession, 'startedAt'>): string => dayText(startedAt);

/** "Temporalis, left"; the midline of a muscle that has no other is not said. */
export const muscleAndSide = (muscle: string, side: Side): string =>
  t('comparison.regionMuscle', { muscle, side: sideName[side] });
