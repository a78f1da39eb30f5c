import { fold } from '../ledger/fold';
import type { Totals } from '../ledger/state';
import { sumOfUnits, type Units } from '../protocol/words';
import { needlesOf } from './needles';
import type { PastSession } from './past-session';
import type { Patient } from './patient';
import type { Session } from './session';
import type { VialUse } from './stock';
import { type ElsewhereDose, type Indication, type OtherToxin, visitOf } from './visit';

/**
 * What is known of a session without reading it: enough for the list, its search, the rules across sessions, stock and
 * recalls. Folded once when the session is saved; never the record itself.
 */
export type SessionListing = ListedSession | DamagedListing;

type DamagedListing = { readonly kind: 'damaged'; readonly id: string; readonly why: string };

export type ListedSession = {
  readonly kind: 'session';
  readonly id: string;
  readonly patient: Patient;
  /** ISO 8601 with offset, like every moment here. */
  readonly startedAt: string;
  readonly finishedAt?: string;
  /** A signed version of it lies beside it. Says nothing of whether that version holds. */
  readonly signed: boolean;
  /** How many versions were signed, whatever has become of them; absent in rows of before it was told. */
  readonly versions?: number;
  /** Absent while nothing was injected. */
  readonly firstNeedleAt?: string;
  readonly indication?: Indication;
  readonly map: string;
  /** Of the paradigm alone. */
  readonly given: Units;
  readonly vials: readonly ListedVial[];
  /** What the patient told of then. A later visit counts it as well, without asking again. */
  readonly elsewhere: readonly Pick<ElsewhereDose, 'units' | 'day'>[];
  readonly otherToxins: readonly Pick<OtherToxin, 'product' | 'units' | 'when'>[];
  readonly savedAt: string;
};

/** A vial of the session. `units` went into the patient, by the paradigm or beside it; may hold a fraction. */
export type ListedVial = Pick<
  VialUse,
  'vial' | 'product' | 'strength' | 'lot' | 'expiry' | 'reconstitutedAt' | 'units'
> & {
  /** Dissolved, drawn from or wasted: it is on the shelf no more. */
  readonly opened: boolean;
};

/**
 * The row of a session in the listing. `signed`: a signed version lies in the store beside it; `versions`: how many, where
 * known. `savedAt` is ISO 8601 with offset.
 */
export function listingOf(session: Session, savedAt: string, signed: boolean, versions?: number): ListedSession {
  const { id, patient, startedAt, finishedAt, map } = session;
  const { totals } = fold(session.entries, session.vials);
  const { indication, elsewhere, otherToxins } = visitOf(session);
  const first = needlesOf(session.entries)[0];
  return {
    kind: 'session',
    id,
    patient: identityOf(patient),
    startedAt,
    ...(finishedAt === undefined ? {} : { finishedAt }),
    signed,
    ...(versions === undefined ? {} : { versions }),
    ...(first === undefined ? {} : { firstNeedleAt: first.at }),
    ...(indication === undefined ? {} : { indication }),
    map: map.id,
    given: totals.given,
    vials: session.vials.map((vial) => listedVial(vial, totals)),
    elsewhere: elsewhere.map(({ units, day }) => ({ units, day })),
    otherToxins: otherToxins.map(({ product, units, when }) => ({
      product,
      ...(units === undefined ? {} : { units }),
      ...(when === undefined ? {} : { when }),
    })),
    savedAt,
  };
}

/** Fields of a newer version stay in the record alone. */
const identityOf = ({ id, label, born, recordNumber }: Patient): Patient => ({
  id,
  label,
  ...(born === undefined ? {} : { born }),
  ...(recordNumber === undefined ? {} : { recordNumber }),
});

function listedVial(vial: Session['vials'][number], { byVial }: Totals): ListedVial {
  const { id, product, strength, lot, expiry, reconstitutedAt } = vial;
  const { drawn, wasted } = byVial.get(id) ?? { drawn: 0, wasted: 0 };
  return {
    vial: id,
    product,
    strength,
    ...(lot === undefined ? {} : { lot }),
    ...(expiry === undefined ? {} : { expiry }),
    ...(reconstitutedAt === undefined ? {} : { reconstitutedAt }),
    units: drawn,
    opened: reconstitutedAt !== undefined || drawn > 0 || wasted > 0,
  };
}

/** What later visits need of a session: one for each product that was injected in it, none where nothing was. */
export function pastSessionsOf(listed: ListedSession): readonly PastSession[] {
  const { id, patient, startedAt, firstNeedleAt, indication, signed, vials } = listed;
  const products = [...new Set(vials.map(({ product }) => product))];
  return products
    .map((product) => ({
      id,
      patient: patient.id,
      at: firstNeedleAt ?? startedAt,
      product,
      units: sumOfUnits(vials.filter((vial) => vial.product === product).map(({ units }) => units)),
      ...(firstNeedleAt === undefined ? { noNeedle: true as const } : {}),
      ...(indication === undefined ? {} : { indication }),
      signed,
    }))
    .filter(({ units }) => units > 0);
}

/** The vials that the session took off the shelf. */
export const vialUsesOf = ({ id, patient, startedAt, firstNeedleAt, vials }: ListedSession): readonly VialUse[] =>
  vials.flatMap(({ opened, ...vial }) =>
    opened ? [{ ...vial, session: id, patient: patient.id, at: firstNeedleAt ?? startedAt }] : [],
  );
