import '../messages/later';
import { t } from '../messages/translate';
import { mapOf } from '../protocol/maps';
import { retreatment } from '../protocol/safety-limits';
import { type NoteMuscle, type ProcedureNote, procedureNote } from '../record/procedure-note';
import type { SessionContent, SignedVersion } from '../record/signed-version';
import { momentText } from './moment-text';
import { noteMoment } from './note-dates';
import { type NoteOf, versionOf } from './note-document';
import { noteHistory } from './note-history';
import { amended, technique } from './note-paragraphs';
import { eventText, extraText, mlText, movedSiteText, notGivenText, oneLine } from './note-sites';
import { rulesOf } from './note-table';
import { balanceCard } from './note-vials';
import { noteWarnings } from './note-warnings';
import { mixedText, productsText } from './products-text';
import { profileText } from './signature-text';
import { muscleName, sideName } from './site-text';
import { versionFacts } from './version-facts';

/** A version with those around it: what was there before it, and what replaced it. */
export type SignedNote = Extract<NoteOf, { readonly kind: 'signed' }>;

/**
 * A signed version as plain text, to be pasted into any record: no table and no sign that a plain field would lose. It says
 * all that the procedure note says; the pictures alone are missing. Throws where there is no such version.
 */
export function noteText(of: SignedNote): string {
  const version = versionOf(of);
  if (version === null) throw new RangeError('there is no such version to write a note of');
  const { session } = version;
  const note = procedureNote(session);
  const { sites, events, nextDue, products } = note;
  const sections = [
    [t('note.title'), t('note.subtitle', { products: productsText(products, session.vials) })],
    [...noteWarnings(of, version, note), ...amended(of, version).map(({ lead, text }) => `${lead} ${text}`)],
    versionFacts(session).map(({ name, text }) => t('note.line', { name, text: oneLine(text) })),
    [t('note.given'), ...note.muscles.flatMap(muscleLine), totalLine(note), ...mixedText(products)],
    section('note.extras', sites.filter(({ row }) => row.ftp && row.state === 'given').map(extraText)),
    section('note.notGiven', sites.filter(({ row }) => row.state !== 'given').map(notGivenText)),
    section('note.moved', sites.flatMap(movedSiteText)),
    section(
      'note.beside',
      events.map((event) => eventText(event, session.vials)),
    ),
    [technique(session)],
    section(
      'note.rules',
      note.muscles.map(({ muscle }) => t('note.line', { name: muscleName(muscle), text: rulesOf(session, muscle) })),
    ),
    note.vials.map((one, n) => balanceLine(one, n, note.vials.length)),
    [nextDue === null ? t('note.dueNone') : t('note.due', { day: nextDue, weeks: retreatment.days / 7 })],
    [...signatureLines(version), mapLine(session), t('note.model')],
    historyLines(of, version),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Heading = `note.${'extras' | 'notGiven' | 'moved' | 'beside' | 'rules'}`;
const section = (key: Heading, lines: readonly string[]) => (lines.length === 0 ? [] : [t(key), ...lines]);

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

/** "Balance of vial 1: Vial 200 U, ...; Given 155 U, ...; Difference 0 U". */
function balanceLine(one: ProcedureNote['vials'][number], n: number, of: number): string {
  const { title, lines } = balanceCard(one, n, of);
  return t('note.line', { name: title, text: lines.map(({ name, text }) => `${name} ${text}`).join('; ') });
}

const signatureLines = (signed: SignedVersion): readonly string[] => {
  const { author, at, version, hash, previous, reason, addendum } = signed;
  return [
    t('note.signed', { who: profileText(author), at: noteMoment(at), version }),
    ...(reason === undefined ? [] : [t('note.reason', { reason: oneLine(reason) })]),
    ...(addendum === undefined ? [] : [t('versions.addendum', { text: oneLine(addendum) })]),
    t('note.signatureMeaning'),
    t('note.hash', { hash }),
    previous === null ? t('note.sealFirst') : t('note.sealFollows', { version: version - 1, hash: previous }),
  ];
};

function mapLine({ map }: SessionContent): string {
  const { shortTitle, status } = mapOf(map.id);
  return t('note.mapOf', { map: shortTitle, version: map.version, status });
}

/** Every version up to this one, and what each changed; nothing where it is the only one. */
function historyLines({ versions }: SignedNote, shown: SignedVersion): readonly string[] {
  const history = noteHistory(versions, shown);
  if (history === null) return [];
  const told = history.versions.flatMap(({ title, said, changes }) => [
    t('note.line', { name: title, text: said.map(({ lead, text }) => `${lead} ${text}`).join(' ') }),
    ...changes.map(({ lead, text }) => `- ${lead} ${text}`),
  ]);
  return [t('note.versions'), ...told];
}

const clock = (at: string): string => momentText(at).slice(11);
