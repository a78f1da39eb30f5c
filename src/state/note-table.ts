import '../messages/later';
import type { NoteCells, NoteDocument } from '../exchange/pdf/note-document';
import { t } from '../messages/translate';
import { mapOf } from '../protocol/maps';
import type { MuscleId } from '../protocol/words';
import type { NoteMuscle, ProcedureNote } from '../record/procedure-note';
import type { SessionContent } from '../record/signed-version';
import { noteSpan } from './note-dates';
import { mlText, numbersText } from './note-sites';
import { ruleText } from './rule-text';
import { muscleName } from './site-text';

/** The table of a note: a row each muscle of the protocol, one without a dose included, and the total. */
export function noteTable(
  session: SessionContent,
  note: ProcedureNote,
  hues: Readonly<Record<MuscleId, string>>,
): NoteDocument['table'] {
  const { totals, sites } = note;
  const given = sites.filter(({ row }) => row.state === 'given');
  const extras = given.filter(({ row }) => row.ftp).length;
  return {
    name: t('note.table.name'),
    columns: {
      muscle: t('note.table.muscle'),
      left: t('note.table.left'),
      right: t('note.table.right'),
      midline: t('note.table.midline'),
      sites: t('note.table.sites'),
      units: t('note.table.units'),
      ml: t('note.table.ml'),
      at: t('note.table.at'),
      rule: t('note.table.rule'),
    },
    rows: note.muscles.map((row) => ({ ...rowOf(session, row), hue: hues[row.muscle] })),
    total: {
      muscle: t('note.table.total'),
      left: '',
      right: '',
      midline: '',
      sites: String(totals.sitesGiven),
      units: String(totals.given),
      ml: mlText(note.ml),
      at: '',
      rule: t('note.table.totalRule', { fixed: totals.sitesGiven - extras, extras, cap: totals.cap }),
    },
  };
}

function rowOf(session: SessionContent, row: NoteMuscle): NoteCells<string> {
  const { muscle, left, right, midline, units, ml, from, to } = row;
  return {
    muscle: muscleName(muscle),
    left: numbersText(left),
    right: numbersText(right),
    midline: numbersText(midline),
    sites: String(left.length + right.length + midline.length),
    units: String(units),
    ml: mlText(ml),
    at: from === undefined || to === undefined ? t('note.none') : noteSpan(from, to),
    rule: rulesOf(session, muscle),
  };
}

/** How the map finds the sites of a muscle. The rules at hand are those of this version of the map: another's are not made up. */
export const rulesOf = ({ map }: SessionContent, muscle: MuscleId): string =>
  map.version === mapOf(map.id).version ? ruleText(map.id, muscle) : t('note.table.otherMap', { version: map.version });
