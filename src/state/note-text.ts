import '../messages/later';
import type { EventEntry } from '../ledger/entry';
import { t } from '../messages/translate';
import { offProtocolMuscles } from '../protocol/off-protocol';
import { retreatment } from '../protocol/safety-limits';
import { type NoteMuscle, type NoteSite, type ProcedureNote, procedureNote } from '../record/procedure-note';
import type { SignedVersion } from '../record/signed-version';
import { momentText } from './moment-text';
import { profileText } from './signature-text';
import { movedText, muscleAndSide, muscleName, sideName, siteName } from './site-text';
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
    section('note.extras', note.sites.filter(({ row }) => row.ftp).map(extraLine)),
    section('note.notGiven', note.sites.filter(({ row }) => row.state !== 'given').map(notGivenLine)),
    section('note.moved', note.sites.flatMap(movedLine)),
    section('note.beside', note.events.map(eventLine)),
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

/** An extra has its number from the note alone: its own counts within its muscle and side. */
const named = (row: NoteSite['row']): string => (row.ftp ? muscleAndSide(row.muscle, row.side) : siteName(row));

const extraLine = ({ number, row }: NoteSite): string =>
  t('note.site', { number, site: named(row), text: row.anchor.sentence });

const notGivenLine = ({ number, row }: NoteSite): string =>
  t('note.site', {
    number,
    site: named(row),
    text: row.state === 'skipped' ? oneLine(row.reason ?? t('note.skipped')) : t('note.stillPlanned'),
  });

const movedLine = ({ number, row }: NoteSite): readonly string[] =>
  row.moved === undefined
    ? []
    : [
        t('note.movedSite', {
          number,
          site: named(row),
          how: movedText(row.moved),
          to: row.anchor.sentence,
          reason: oneLine(row.moved.reason),
        }),
      ];

const eventLine = (entry: EventEntry): string => eventText(entry).trim();

function eventText(entry: EventEntry): string {
  const about = {
    units: 'units' in entry ? entry.units : 0,
    reason: oneLine(entry.reason ?? ''),
    when: clock(entry.at),
  };
  switch (entry.kind) {
    case 'incident':
      return t('note.incident', { ...about, what: t(`incident.${entry.what}`) });
    case 'off-protocol':
      return t('note.offProtocol', {
        ...about,
        muscle: offProtocolMuscles[entry.muscle].name,
        side: sideName[entry.side],
      });
    case 'waste':
      return t('note.waste', about);
    case 'stop':
      return t('note.stop', about);
  }
}

const signatureLines = ({ author, at, version, hash, reason, addendum }: SignedVersion): readonly string[] => [
  t('note.signed', { who: profileText(author), at: momentText(at), version }),
  ...(reason === undefined ? [] : [t('note.reason', { reason: oneLine(reason) })]),
  ...(addendum === undefined ? [] : [t('versions.addendum', { text: oneLine(addendum) })]),
  t('note.hash', { hash }),
  t('note.model'),
];

/** To the hundredth: a syringe is read to that, and 5 U in 0.1 mL adds up to it. */
const mlText = (ml: number): string => String(Math.round(ml * 100) / 100);

const clock = (at: string): string => momentText(at).slice(11);

/** What a person wrote over several lines, on one: a line of the note is one statement. */
const oneLine = (text: string): string => text.trim().replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' / ');
