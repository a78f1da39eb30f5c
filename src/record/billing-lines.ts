import { fold } from '../ledger/fold';
import type { Vial } from '../ledger/vial';
import {
  type BillingCode,
  billingNdc,
  type DrugPackage,
  drugCode,
  isCosmetic,
  ndcsIn,
  packagesOf,
  procedureCode,
  wasteModifiers,
} from '../protocol/billing-codes';
import { regions } from '../protocol/regions';
import { isCounted } from '../protocol/safety-limits';
import { type Amount, total } from '../protocol/words';
import type { SessionContent } from './signed-version';

/** One line of a claim. `units` is what the ledger says, not rounded. */
export type BillingLine = { readonly code: BillingCode; readonly modifier: BillingCode | null; readonly units: number };

/** A vial beside the lines: what went where, and which packages it can be of. */
export type BilledVial = {
  readonly vial: Vial;
  readonly administered: Amount;
  readonly discarded: Amount;
  /** By product and strength; several where they leave a choice, which the carton settles, and none where they tell nothing. */
  readonly packages: readonly (DrugPackage & { readonly billingNdc: string | null })[];
};

/** What whoever bills should know. Nothing here is decided for them. */
export type BillingFlag =
  | { readonly kind: 'AboveLabel'; readonly units: number; readonly label: number }
  /** An amount that is no whole number of units; how it is billed is not known here. */
  | { readonly kind: 'Fraction'; readonly units: number }
  /** Drug that leaked counts as administered, as in the ledger. */
  | { readonly kind: 'Leaked'; readonly units: number }
  | { readonly kind: 'OffProtocol'; readonly units: number }
  | { readonly kind: 'SeveralVials'; readonly count: number }
  /** Drug of another product than the code's, or of the cosmetic brand: in no line. */
  | { readonly kind: 'OtherProduct'; readonly product: string; readonly units: number }
  | { readonly kind: 'Cosmetic'; readonly product: string; readonly units: number }
  | { readonly kind: 'SeveralPackages'; readonly vial: string }
  | { readonly kind: 'NoPackage'; readonly vial: string }
  | { readonly kind: 'NoLot'; readonly vial: string }
  /** An NDC in the product's name is of no package of this strength that is known here: none is told. */
  | { readonly kind: 'NdcContradicts'; readonly vial: string }
  /** Neither given nor discarded: whether drug was wasted is not recorded, so neither modifier is given. */
  | { readonly kind: 'NotBalanced'; readonly vial: string; readonly units: number }
  /** Nothing was taken from it, nothing discarded, and nobody said that it was dissolved, or not. */
  | { readonly kind: 'Untouched'; readonly vial: string }
  /** Drug was discarded, and none went into the patient. */
  | { readonly kind: 'NothingAdministered' }
  | { readonly kind: 'NoIndication' }
  | { readonly kind: 'OtherIndication' };

export type BillingLines = {
  readonly lines: readonly BillingLine[];
  readonly vials: readonly BilledVial[];
  readonly flags: readonly BillingFlag[];
  /** Of the billed product; with what is in no line, the ledger's total and waste. */
  readonly administered: Amount;
  readonly discarded: Amount;
};

/**
 * What a session is billed with in the US. One unit of the drug's code is one unit of the drug: all that left a needle, at the
 * sites of the paradigm, off protocol and by incident, as the ledger adds it up. The diagnosis is for the user to choose.
 */
export function billingLines(session: SessionContent): BillingLines {
  const { totals, events } = fold(session.entries, session.vials);
  const each = session.vials.map((vial): BilledVial & { readonly left: Amount } => {
    const own = totals.byVial.get(vial.id);
    if (own === undefined) throw new Error(`no totals of vial ${vial.id}`);
    const packages = packagesOf(vial).map((one) => ({ ...one, billingNdc: billingNdc(one.ndc) }));
    return { vial, administered: own.drawn, discarded: own.wasted, packages, left: own.left };
  });
  const isBilled = ({ vial }: BilledVial) => isCounted(vial.product) && !isCosmetic(vial);
  const billed = each.filter(isBilled);
  const administered = total(billed.map((one) => one.administered));
  const discarded = total(billed.map((one) => one.discarded));
  // A vial that was neither dissolved nor drawn from is still on the shelf, as the stock has it.
  const isUsed = ({ administered: given, discarded: wasted }: BilledVial) => given > 0 || wasted > 0;
  const isOpened = (one: BilledVial) => isUsed(one) || one.vial.reconstitutedAt !== undefined;
  const open = billed.filter((one) => one.left > 0 && isOpened(one));
  const drug = (modifier: BillingCode | null, units: number): BillingLine => ({ code: drugCode, modifier, units });
  const noneDiscarded = discarded === 0 && open.length === 0;
  const lines: readonly BillingLine[] = [
    ...(totals.sitesGiven > 0 ? [{ code: procedureCode, modifier: null, units: 1 }] : []),
    ...(administered > 0 ? [drug(noneDiscarded ? wasteModifiers.none : null, administered)] : []),
    ...(discarded > 0 ? [drug(wasteModifiers.discarded, discarded)] : []),
  ];

  const standing = events.flatMap(({ entry, voided }) => (voided === undefined ? [entry] : []));
  const leaked = total(
    standing.flatMap((entry) => (entry.kind === 'incident' && entry.what === 'leak' ? [entry.units] : [])),
  );
  const { labelMaximum } = regions.us;
  const used = billed.filter(isUsed);
  const untouched = used.length === 0 ? [] : billed.filter((one) => !isOpened(one));
  const indication = session.visit?.indication;
  const flags: readonly (BillingFlag | null)[] = [
    administered > labelMaximum.units ? { kind: 'AboveLabel', units: administered, label: labelMaximum.units } : null,
    ...[administered, discarded].map((units): BillingFlag | null =>
      Number.isInteger(units) ? null : { kind: 'Fraction', units },
    ),
    leaked > 0 ? { kind: 'Leaked', units: leaked } : null,
    totals.offProtocol > 0 ? { kind: 'OffProtocol', units: totals.offProtocol } : null,
    administered === 0 && discarded > 0 ? { kind: 'NothingAdministered' } : null,
    indication === undefined && lines.length > 0 ? { kind: 'NoIndication' } : null,
    indication?.id === 'other' ? { kind: 'OtherIndication' } : null,
    used.length > 1 ? { kind: 'SeveralVials', count: used.length } : null,
    ...each.filter((one) => !isBilled(one) && one.administered + one.discarded > 0).map(notBilled),
    ...used.flatMap(({ vial, packages }): readonly (BillingFlag | null)[] => [
      packages.length > 1 ? { kind: 'SeveralPackages', vial: vial.id } : null,
      packages.length === 0 ? { kind: contradicts(vial) ? 'NdcContradicts' : 'NoPackage', vial: vial.id } : null,
      vial.lot === undefined ? { kind: 'NoLot', vial: vial.id } : null,
    ]),
    ...open.map(({ vial, left }): BillingFlag => ({ kind: 'NotBalanced', vial: vial.id, units: left })),
    ...untouched.map(({ vial }): BillingFlag => ({ kind: 'Untouched', vial: vial.id })),
  ];
  return {
    lines,
    vials: each.map(({ vial, administered: given, discarded: wasted, packages }) => ({
      vial,
      administered: given,
      discarded: wasted,
      packages,
    })),
    flags: flags.filter((flag) => flag !== null),
    administered,
    discarded,
  };
}

/** Whether it is the NDC in its name that leaves it without a package. */
const contradicts = (vial: Vial): boolean => ndcsIn(vial.product).length > 0;

const notBilled = ({ vial, administered, discarded }: BilledVial): BillingFlag => ({
  kind: isCosmetic(vial) ? 'Cosmetic' : 'OtherProduct',
  product: vial.product,
  units: total([administered, discarded]),
});
