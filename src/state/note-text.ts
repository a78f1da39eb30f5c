import '../messages/later';
import { t } from '../messages/translate';
import { retreatment } from '../protocol/safety-limits';
import { type NoteMuscle, type ProcedureNote, procedureNote } from '../record/procedure-note';
import type { SignedVersion } from '../record/signed-version';
import { momentText } from './moment-text';
import { eventText, extraText, mlText, movedSiteText, notGivenText, oneLine } from './note-sites';
import { profileText } from './signature-text';
import { muscleName, sideName } from './site-text';
import { versionFacts } from './version-facts';

/**
 * A signed version as plain text, to be pasted into any record: no table and no sign that a plain field would lose. It says
 * all that the procedure note says; the pictures alone are missing.
 */
export function noteText(version: SignedVersion): string {
  const { session } = version;
  const note = procedureNote(session);
  const sections = [
    [t('note.title'), t('note.subtitle')],
    versionFacts(session).map(({ name, text }) => t('note.line', { name, text: oneLine(text) })),
    [t('note.given'), ...note.muscles.flatMap(muscleLine), totalLine(note)],
    section('note.extras', note.sites.filter(({ row }) => row.ftp).map(extraText)),
    section('note.notGiven', note.sites.filter(({ row }) => row.state !== 'given').map(notGivenText)),
    section('note.moved', note.sites.flatMap(movedSiteText)),
    section('note.beside', note.events.map(eventText)),
    [t('note.due', { day: note.nextDue, weeks: retreatment.days / 7 })],
    signatureLines(version),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const section = (key: 'note.extras' | 'note.notGiven' | 'note.moved' | 'note.beside', lines: readonly string[]) =>
  lines.length === 0 ? [] : [t(key), ...lines];

/** "Temporalis: left 8, 9, 11, F1; right 12, 13. 35 U, 0.7 mL, 10:45 to 10:48"; nothing where none was given. */
function muscleLine({ muscle, left, right, midline, units, ml, from, to }: NoteMuscle): readonly string[] {
  const sides = [
    [sideName.left, left],
    [sideName.right, right],
    [sideName.midline, midline],
  ] as const;
  const where = sides
    .filter(([, sites]) => sites.length > 0)
    .map(([side, sites]) => `${side} ${sites.map(({ number }) => number).join(', ')}`)
    .join('; ');
  if (where === '' || from === undefined || to === undefined) return [];
  const [first, last] = [clock(from), clock(to)];
  const when = first === last ? first : t('note.span', { from: first, to: last });
  return [t('note.muscle', { muscle: muscleName(muscle), where, units, ml: mlText(ml), when })];
}

const totalLine = ({ totals, ml }: ProcedureNote): string =>
  t('note.total', { units: totals.given, sites: totals.sitesGiven, ml: mlText(ml), cap: totals.cap });

const signatureLines = ({ author, at, version, hash, reason, addendum }: SignedVersion): readonly string[] => [
  t('note.signed', { who: profileText(author), at: momentText(at), version }),
  ...(reason === undefined ? [] : [t('note.reason', { reason: oneLine(reason) })]),
  ...(addendum === undefined ? [] : [t('versions.addendum', { text: oneLine(addendum) })]),
  t('note.hash', { hash }),
  t('note.model'),
];

const clock = (at: string): string => momentText(at).slice(11);
