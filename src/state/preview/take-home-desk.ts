import { calendarFile } from '../../exchange/calendar-file';
import type { NoteProblem } from '../../exchange/pdf/note-pdf';
import { takeHomeHtml } from '../../exchange/take-home/take-home-html';
import type { PatientWords } from '../../messages/patient/words';
import type { RegionId } from '../../protocol/regions';
import { err, ok, type Result } from '../../protocol/words';
import type { Day } from '../../record/calendar';
import { type Bytes, hashOf } from '../../record/crypto-port';
import { webChecking } from '../../storage/web-crypto';
import type { AnatomyService } from '../anatomy-service';
import type { AuditLog } from '../audit-log';
import type { Heads, HeadShape } from '../heads';
import { type Paper, paperOf } from '../note-document';
import type { GivenSpot } from './given';
import type { SignedGiven } from './given-desk';
import { linkedText } from './linked-map';
import { type HomeArt, type TakeHomeDocument, takeHomeDocument } from './take-home';

/** A file that was handed out; `logged` is false where that could not be put down. */
export type Handed = { readonly name: string; readonly logged: boolean };
/** Why there is no file. `none`: there is no day to tell. */
export type HomeTrouble = { readonly kind: 'none' } | { readonly kind: 'failed'; readonly why: string };

/** What a patient takes home of a signed session. Each is put down as an export; nothing is sent anywhere, and nobody is named. */
export type TakeHomeDesk = {
  readonly pdf: (signed: SignedGiven, words: PatientWords) => Promise<Result<Handed, HomeTrouble>>;
  readonly page: (signed: SignedGiven, words: PatientWords) => Promise<Result<Handed, HomeTrouble>>;
  readonly calendar: (signed: SignedGiven, words: PatientWords) => Promise<Result<Handed, HomeTrouble>>;
  /** A link to the map alone; null where the practice gave no address for one. */
  readonly link: (signed: SignedGiven) => Promise<string | null>;
  /** Puts down that the link was handed out. */
  readonly linkTaken: (signed: SignedGiven) => Promise<boolean>;
  /** Fetches what the files are made with, ahead of time. */
  readonly prepare: () => void;
};

export type TakeHomeDeps = {
  readonly heads: Pick<Heads, 'shapeOf'>;
  /** Draws the map; rejects where it cannot. */
  readonly draw: (shape: HeadShape | null, spots: readonly GivenSpot[], words: PatientWords) => Promise<HomeArt>;
  readonly write: (document: TakeHomeDocument, paper: Paper) => Promise<Result<Bytes, NoteProblem>>;
  readonly prepare: () => void;
  readonly anatomy: Pick<AnatomyService, 'resolve'>;
  /** What the practice goes by, where it has links lead, and where patients call it. */
  readonly practice: () => Promise<{
    readonly region?: RegionId;
    readonly previewHost?: string;
    readonly phone?: string;
  }>;
  readonly log: () => Promise<Pick<AuditLog, 'append'>>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  readonly saveFile: (name: string, content: BlobPart, type: string) => void;
};

/** Keeps nothing. A log that fails holds no file back (`logged` says so); what throws in the making is `failed`. */
export function createTakeHomeDesk(deps: TakeHomeDeps): TakeHomeDesk {
  const put = async (record: string): Promise<boolean> => {
    try {
      return (await (await deps.log()).append({ kind: 'exported', record })).ok;
    } catch {
      // Where nothing can be put down, it is handed out all the same, and said.
      return false;
    }
  };
  const hand = async (
    signed: SignedGiven,
    what: { readonly name: string; readonly content: BlobPart; readonly type: string },
  ): Promise<Result<Handed, HomeTrouble>> => {
    const logged = await put(signed.session);
    deps.saveFile(what.name, what.content, what.type);
    return ok({ name: what.name, logged });
  };
  const documentOf = async (
    signed: SignedGiven,
    words: PatientWords,
  ): Promise<Result<TakeHomeDocument, HomeTrouble>> => {
    const { given } = signed;
    const { phone } = await deps.practice();
    const shape = deps.heads.shapeOf(given.head.variant);
    if (!shape.ok) return err({ kind: 'failed', why: shape.error.kind });
    return ok(takeHomeDocument(signed, words, await deps.draw(shape.value, given.spots, words), phone));
  };
  const trying = async (work: () => Promise<Result<Handed, HomeTrouble>>): Promise<Result<Handed, HomeTrouble>> => {
    try {
      return await work();
    } catch (error) {
      return err({ kind: 'failed', why: String(error) });
    }
  };
  return {
    pdf: (signed, words) =>
      trying(async () => {
        const document = await documentOf(signed, words);
        if (!document.ok) return document;
        const { region } = await deps.practice();
        const bytes = await deps.write(document.value, paperOf(region));
        if (!bytes.ok) return err({ kind: 'failed', why: bytes.error.why });
        return hand(signed, { name: homeFileName(signed, 'pdf'), content: bytes.value, type: 'application/pdf' });
      }),
    page: (signed, words) =>
      trying(async () => {
        const document = await documentOf(signed, words);
        if (!document.ok) return document;
        const content = takeHomeHtml(document.value);
        return hand(signed, { name: homeFileName(signed, 'html'), content, type: 'text/html;charset=utf-8' });
      }),
    calendar: (signed, words) =>
      trying(async () => {
        const content = await homeCalendar(signed, words, deps.now());
        if (content === null) return err({ kind: 'none' });
        return hand(signed, { name: homeFileName(signed, 'ics'), content, type: 'text/calendar;charset=utf-8' });
      }),
    async link({ given }) {
      const { previewHost } = await deps.practice();
      return previewHost === undefined ? null : `${previewHost}#/preview/map/${await linkedText(given, deps.anatomy)}`;
    },
    linkTaken: ({ session }) => put(session),
    prepare: deps.prepare,
  };
}

/** The day that a calendar is told of, or that is taken out of it; null where there is none. */
export const calendarDayOf = ({
  next,
  withdrawn,
}: Pick<SignedGiven, 'next' | 'withdrawn'>): { readonly day: Day; readonly cancelled: boolean } | null =>
  next.kind === 'due'
    ? { day: next.day, cancelled: false }
    : withdrawn === null
      ? null
      : { day: withdrawn, cancelled: true };

/**
 * When the next one is due, as a file for a calendar, or that day taken back; null where there is none. Says what for in the
 * patient's words, and for whom not at all. `now` is the moment it is made, ISO 8601 with offset: what is made later takes the
 * place of what was made before, as a plan may have changed under the same version.
 */
export async function homeCalendar(signed: SignedGiven, words: PatientWords, now: string): Promise<string | null> {
  const told = calendarDayOf(signed);
  if (told === null) return null;
  const day = {
    id: 'due',
    day: told.day,
    summary: words.say('home.next.event'),
    text: words.say(told.cancelled ? 'home.next.cancelText' : 'home.next.eventText'),
    ...(told.cancelled ? { cancelled: true as const } : {}),
  };
  return calendarFile([{ session: await entryId(signed.session), at: now, days: [day] }]);
}

const idLength = 20;

/** What a calendar knows the entry of a session by: the same each time, and the record's own id cannot be told from it. */
const entryId = async (session: string): Promise<string> =>
  (await hashOf({ home: session }, webChecking)).slice(0, idLength);

/** Tells the day of the visit and nothing about the person. */
export const homeFileName = ({ given }: Pick<SignedGiven, 'given'>, ending: 'pdf' | 'html' | 'ics'): string =>
  `aliquot-${given.day}.${ending}`;
