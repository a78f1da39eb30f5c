import '../messages/later';
import { dilutionProblem, syringeMarks } from '../ledger/dilution';
import type { Vial } from '../ledger/vial';
import { t } from '../messages/translate';
import { aliquot, startingVial } from '../protocol/paradigm';
import { products } from '../protocol/products';
import { err, ok, type Result, units } from '../protocol/words';
import { isDay, lastDayOf, soundMoment } from '../record/calendar';
import type { Session } from '../record/session';

/** A vial as it stands in a form: texts. */
export type VialDraft = {
  readonly strength: string;
  readonly lot: string;
  readonly expiry: string;
  readonly diluent: string;
  readonly diluentMl: string;
  /** `YYYY-MM-DDTHH:MM`, on the clock of the place. */
  readonly reconstituted: string;
};

export type VialProblem =
  | { readonly kind: 'BadExpiry' }
  | { readonly kind: 'BadVolume' }
  | { readonly kind: 'AlreadyDrawn' }
  | { readonly kind: 'BadTime' };

/** A new vial is of the kind a session begins with; what only the label can tell is not filled in. */
export const newDraft = (id: string): Vial => {
  const { product, strength, diluentMl } = startingVial;
  return { id, product, strength, diluentMl };
};

/** Units and mL with a point, the moment without seconds and offset, empty for what is not known. */
export const draftOf = (vial: Vial): VialDraft => ({
  strength: String(vial.strength),
  lot: vial.lot ?? '',
  expiry: vial.expiry ?? '',
  diluent: vial.diluent ?? '',
  diluentMl: String(vial.diluentMl),
  reconstituted: vial.reconstitutedAt?.slice(0, 16) ?? '',
});

/**
 * Whether an entry names the vial, one that was taken back later included. Such a vial neither goes nor changes its strength: the
 * record is replayed from its entries, and what they drew must have been there.
 */
export const isInRecord = ({ entries }: Pick<Session, 'entries'>, vial: string): boolean =>
  entries.some((entry) => 'vial' in entry && entry.vial === vial);

/**
 * The vial with what the form says; the first thing that cannot be is refused. `used`: the record names it. `offset` is that of
 * the place: `+01:00`.
 */
export function vialFrom(vial: Vial, draft: VialDraft, used: boolean, offset: string): Result<Vial, VialProblem> {
  const known = products.find((one) => String(one.strength) === draft.strength);
  const strength = known?.strength ?? vial.strength;
  if (strength !== vial.strength && used) return err({ kind: 'AlreadyDrawn' });
  const expiry = draft.expiry.trim();
  if (expiry !== '' && lastDayOf(expiry) === null) return err({ kind: 'BadExpiry' });
  const diluentMl = Number(draft.diluentMl.trim().replace(',', '.'));
  if (!Number.isFinite(diluentMl) || diluentMl <= 0) return err({ kind: 'BadVolume' });
  const time = draft.reconstituted;
  // A year that is still being typed passes through all the ages.
  const moment = `${time}:00${offset}`;
  if (time !== '' && !(isDay(time.slice(0, 10)) && /^T\d\d:\d\d$/.test(time.slice(10)) && soundMoment.test(moment)))
    return err({ kind: 'BadTime' });
  const [lot, diluent] = [draft.lot.trim(), draft.diluent.trim()];
  const written = {
    lot,
    expiry,
    diluent,
    reconstitutedAt: time === '' ? '' : moment,
  };
  const said = Object.fromEntries(Object.entries(written).filter(([, text]) => text !== ''));
  // What the form does not ask of, fields of a newer version among it, stays where it stands.
  const kept = Object.fromEntries(Object.entries(vial).filter(([name]) => !Object.hasOwn(written, name)));
  return ok({
    ...(kept as Vial),
    product: known?.product ?? vial.product,
    strength: units(strength),
    diluentMl,
    ...said,
  });
}

/** A sentence that says what the field must hold. */
export const vialProblemText = (problem: VialProblem): string => t(`vials.refused.${problem.kind}`);

/** What one aliquot is in the syringe, and what is wrong with the dilution; null where it is the paradigm's. */
export function dilutionText(vial: Vial): { readonly marks: string; readonly wrong: string | null } {
  const marks = syringeMarks(vial);
  const text = t(marks.exact ? 'vials.marks' : 'vials.marksBetween', {
    units: aliquot.units,
    ml: round(marks.ml),
    marks: marks.marks,
  });
  const problem = dilutionProblem(vial);
  if (problem === null) return { marks: text, wrong: null };
  return {
    marks: text,
    wrong:
      problem.kind === 'OtherProduct'
        ? t('vials.otherProduct', { product: problem.product })
        : t('vials.wrongDilution', {
            units: aliquot.units,
            ml: round(problem.aliquotMl),
            standard: problem.standardMl,
            needed: problem.neededMl,
            strength: vial.strength,
          }),
  };
}

const round = (ml: number): number => Number(ml.toFixed(4));
