import '../messages/later';
import type { Said } from '../exchange/pdf/note-document';
import { aliquotMl } from '../ledger/vial';
import { type MessageKey, t } from '../messages/translate';
import { aliquot, needleSize } from '../protocol/paradigm';
import { safetyChecks } from '../protocol/safety-checks';
import type { ProcedureNote } from '../record/procedure-note';
import type { SessionContent, SignedVersion } from '../record/signed-version';
import { visitOf } from '../record/visit';
import type { NoteOf } from './note-document';
import { noteMoment } from './note-dates';
import { eventText, extraText, mlText, movedSiteText, notGivenText, oneLine } from './note-sites';
import { profileText } from './signature-text';
import { type Fact, type FactName, versionFacts } from './version-facts';

/** What the table and the cards do not say, in sentences under a word that tells what they are of. */
export function noteParagraphs(
  session: SessionContent,
  note: ProcedureNote,
  of: NoteOf,
  signed: SignedVersion | null,
): readonly Said[] {
  const facts = new Map(versionFacts(session).map((fact) => [fact.of, fact]));
  const said = (key: MessageKey, texts: readonly string[]): readonly Said[] => {
    const sentences = texts.filter((text) => text !== '').map(sentence);
    return sentences.length === 0 ? [] : [{ lead: t(key), text: sentences.join(' ') }];
  };
  const alone = (key: MessageKey, fact: FactName): readonly Said[] => said(key, [oneLine(facts.get(fact)?.text ?? '')]);
  const { sites, events, totals } = note;
  return [
    ...amended(of, signed),
    ...said('note.lead.extras', sites.filter(({ row }) => row.ftp && row.state === 'given').map(extraText)),
    ...said('note.lead.notGiven', sites.filter(({ row }) => row.state !== 'given').map(notGivenText)),
    ...said('note.lead.moved', sites.flatMap(movedSiteText)),
    ...said('note.lead.beside', [
      ...events.map((event) => eventText(event, session.vials)),
      totals.total === totals.given ? '' : t('note.inAll', { units: String(totals.total) }),
    ]),
    ...said('note.lead.technique', [technique(session)]),
    ...said('note.lead.before', [
      ...some(facts, ['indication', 'identified', 'consent']),
      ...checksText(session, facts),
    ]),
    ...alone('note.lead.overrides', 'overrides'),
    ...alone('note.lead.deviations', 'deviations'),
    ...said('note.lead.also', [
      ...some(facts, ['injector', 'otherToxins', 'elsewhere', 'planned', 'pain', 'tenderness']),
      session.head.variant === 'standard' ? '' : t('note.headVariant', { head: session.head.variant }),
      session.bmiBand === undefined ? '' : t('note.bmi', { band: session.bmiBand }),
    ]),
    ...alone('note.lead.note', 'note'),
  ];
}

/** Ends like a sentence. */
const sentence = (text: string): string => (/[.!?\u2026]$/.test(text) ? text : t('note.sentence', { text }));

const some = (facts: ReadonlyMap<FactName, Fact>, names: readonly FactName[]): readonly string[] =>
  names.flatMap((name) => {
    const fact = facts.get(name);
    return fact === undefined ? [] : [t('note.also', { name: fact.name, text: oneLine(fact.text) })];
  });

/** In one sentence where every check was asked and nothing stood against it; else each by its name. */
function checksText(session: SessionContent, facts: ReadonlyMap<FactName, Fact>): readonly string[] {
  const { checks } = visitOf(session);
  const plain = checks.every(({ answer, note = '' }) => answer === 'no' && note === '');
  const all = safetyChecks.every(({ id }) => checks.some(({ check }) => check === id));
  if (plain && all) return [t('note.checksAllNo', { n: safetyChecks.length })];
  return some(facts, ['no', 'yes', 'left-open']);
}

/** What the protocol says of every site. What nobody recorded is not said. */
export function technique({ vials }: SessionContent): string {
  const each = vials.map((vial) => mlText(aliquotMl(vial)));
  const ml =
    new Set(each).size === 1
      ? (each[0] ?? '')
      : each.map((one, n) => t('note.techniqueMl', { ml: one, number: n + 1 })).join(', ');
  return t('note.technique', {
    units: aliquot.units,
    ml,
    gauge: needleSize.gauge,
    length: needleSize.lengthMm,
    source: needleSize.sources.map((id) => t('note.source', { id })).join(', '),
  });
}

/** Who amended what was signed, when and why; nothing of a first version. */
export function amended(of: NoteOf, signed: SignedVersion | null): readonly Said[] {
  if (of.kind === 'draft' || signed === null || signed.version === 1) return [];
  const { author, at, reason = '', version } = signed;
  const text = t('note.amendedText', { at: noteMoment(at), who: profileText(author), reason: oneLine(reason) });
  return [{ lead: t('note.lead.version', { version, of: of.versions.length }), text }];
}
