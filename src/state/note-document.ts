import '../messages/later';
import type { Vec3 } from '../anatomy/anchor';
import type { NoteDocument, NotePicture } from '../exchange/pdf/note-document';
import type { Paper } from '../exchange/pdf/sheet';
import { language } from '../messages/locale';
import { t } from '../messages/translate';
import { mapOf } from '../protocol/maps';
import { retreatment } from '../protocol/safety-limits';
import type { MuscleId } from '../protocol/words';
import { dayOf } from '../record/calendar';
import type { RegionId } from '../protocol/regions';
import { type ProcedureNote, procedureNote } from '../record/procedure-note';
import type { SessionContent, SignedVersion } from '../record/signed-version';
import { noteDay, noteMoment, noteSpan } from './note-dates';
import { noteHistory } from './note-history';
import { noteParagraphs } from './note-paragraphs';
import { noteTable } from './note-table';
import { balanceCard, vialCard } from './note-vials';
import { noteWarnings } from './note-warnings';
import { productsText } from './products-text';
import { profileText } from './signature-text';
import type { MarkerState } from './site-text';

export type { NoteDocument, NotePicture, Layer as PictureLayer, NoteMark } from '../exchange/pdf/note-document';
export type { Paper } from '../exchange/pdf/sheet';

/** The views of the note's pictures. */
export type NoteView = 'front' | 'left' | 'right' | 'back';

/** A site as a picture shows it: its number on the note, where it is, mm in the head's frame, and what it is in words. */
export type PictureSite = {
  readonly number: string;
  readonly muscle: MuscleId;
  readonly ftp: boolean;
  readonly state: MarkerState;
  readonly positionMm: Vec3;
  readonly normal: Vec3;
  readonly told: string;
};

/** What a note is of: the last of these versions, or the one with that number; or a session that nobody has signed. */
export type NoteOf =
  | {
      readonly kind: 'signed';
      readonly versions: readonly SignedVersion[];
      readonly version?: number;
      /** What does not hold of the record, in sentences: the note says it before anything else. */
      readonly trouble?: string;
    }
  | { readonly kind: 'draft'; readonly session: SessionContent };

/** What is drawn: pictures of the session's sites, and the colour of each muscle in them as #RRGGBB. */
export type NoteArt = {
  readonly pictures: readonly NotePicture[];
  readonly hues: Readonly<Record<MuscleId, string>>;
};

export type NoteAround = {
  readonly art: NoteArt;
  /** What the practice goes by; absent while nobody has chosen. */
  readonly region?: RegionId | undefined;
};

/** The paper of a region; A4 where none was chosen. */
export const paperOf = (region: RegionId | undefined): Paper => (region === 'us' ? 'letter' : 'a4');

/** The version that a note is of; null for a draft, and where there is none of that number. */
export function versionOf(of: NoteOf): SignedVersion | null {
  if (of.kind === 'draft') return null;
  const { version } = of;
  return (version === undefined ? of.versions.at(-1) : of.versions.find((one) => one.version === version)) ?? null;
}

/** The session that a note is of. Throws where there is no version to write a note of: ask `versionOf` first. */
export function noteSession(of: NoteOf): SessionContent {
  if (of.kind === 'draft') return of.session;
  const version = versionOf(of);
  if (version === null) throw new RangeError('there is no such version to write a note of');
  return version.session;
}

/**
 * Everything a procedure note says, in words and figures; every figure is the ledger's. A session that is not signed gives
 * a draft that says so, never a note that could be taken for a signed one.
 */
export function noteDocument(of: NoteOf, { art, region }: NoteAround): NoteDocument {
  const session = noteSession(of);
  const signed = versionOf(of);
  const note = procedureNote(session);
  const map = mapOf(session.map.id);
  const { recordNumber } = session.patient;
  const label = session.patient.label.trim() === '' ? t('note.page.noPatient') : session.patient.label;
  const day = noteDay(session.startedAt);
  const patient = recordNumber === undefined ? label : t('note.page.patientId', { label, id: recordNumber });
  const title = t('note.page.title');
  const warnings = noteWarnings(of, signed, note);
  return {
    language,
    fileTitle: t('note.page.fileTitle', { day: dayOf(session.startedAt) }),
    madeAt: signed?.at ?? session.entries.at(-1)?.at ?? session.startedAt,
    product: t('app.name'),
    title,
    subtitle: t('note.page.subtitle', {
      products: productsText(note.products, session.vials),
      map: map.shortTitle,
      version: session.map.version,
    }),
    warning: warnings.length === 0 ? null : warnings.join(' '),
    patient: { name: t('note.page.patient'), text: patient },
    session: whenText(session, note),
    pictures: art.pictures,
    table: noteTable(session, note, art.hues),
    paragraphs: noteParagraphs(session, note, of, signed),
    vials: note.vials.map(({ vial }, n) => vialCard(vial, n, note.vials.length, session)),
    balances: note.vials.map((one, n) => balanceCard(one, n, note.vials.length)),
    due: {
      title: t('note.dueTitle'),
      day: note.nextDue === null ? t('note.none') : noteDay(note.nextDue),
      text: note.nextDue === null ? t('note.dueNone') : t('note.dueText', { weeks: retreatment.days / 7 }),
    },
    signature: signed === null ? null : signatureOf(signed),
    footer: t('note.page.footer', {
      map: map.shortTitle,
      version: session.map.version,
      status: map.status,
      region: t(`note.page.region.${region ?? 'none'}`),
    }).trim(),
    pageText: t('note.page.number', { page: '{page}', of: '{of}' }),
    runningTitle: t('note.page.running', {
      title,
      patient,
      day,
      version: signed === null ? t('note.page.draftShort') : t('note.page.version', { version: signed.version }),
    }),
    history: of.kind === 'signed' && signed !== null ? noteHistory(of.versions, signed) : null,
    cannotShow: t('note.page.cannotShow', { parts: '{parts}' }),
  };
}

/** The day, and from the first dose to the last; where nothing was given, from the start. */
function whenText({ startedAt, finishedAt, patient: { born } }: SessionContent, { muscles }: ProcedureNote): string {
  const last = muscles
    .flatMap(({ to }) => to ?? [])
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
  const until = finishedAt ?? last ?? startedAt;
  const session = t('note.page.session', { day: noteDay(startedAt), span: noteSpan(startedAt, until) });
  return born === undefined ? session : t('note.page.born', { born, session });
}

function signatureOf({ author, at, version, hash, previous }: SignedVersion): NonNullable<NoteDocument['signature']> {
  return {
    name: { name: t('note.signer'), text: profileText(author) },
    lines: [t('note.signedAt', { at: noteMoment(at) })],
    meaning: t('note.signatureMeaning'),
    seal: {
      title: t('note.sealTitle', { version }),
      lines: [
        hash,
        previous === null ? t('note.sealFirst') : t('note.sealFollows', { version: version - 1, hash: previous }),
      ],
    },
  };
}
