import { aliquot } from '../protocol/paradigm';
import { products, syringe } from '../protocol/products';
import { aliquotMl, mlOf, type Vial } from './vial';

/** What is not as the paradigm has it in how a vial was dissolved. Volumes in mL, not rounded. */
export type DilutionProblem =
  /** One aliquot lies in another volume than it should. `neededMl` of diluent in the vial would put it right. */
  | {
      readonly kind: 'WrongDilution';
      readonly aliquotMl: number;
      readonly standardMl: number;
      readonly diluentMl: number;
      readonly neededMl: number;
    }
  /** Its units are another product's: what an aliquot of the paradigm is in them is not known, and nothing is converted. */
  | { readonly kind: 'OtherProduct'; readonly product: string };

type Dissolved = Pick<Vial, 'product' | 'strength' | 'diluentMl'>;

/** Whether one aliquot from the vial is the volume the paradigm injects; null if it is. Exact to a nanolitre. */
export function dilutionProblem(vial: Dissolved): DilutionProblem | null {
  const { product, strength, diluentMl } = vial;
  if (!products.some((known) => known.product === product)) return { kind: 'OtherProduct', product };
  if (nanolitres(diluentMl) * aliquot.units === strength * nanolitres(aliquot.ml)) return null;
  const neededMl = nanolitres((strength * aliquot.ml) / aliquot.units) / nanolitresInMl;
  return { kind: 'WrongDilution', aliquotMl: aliquotMl(vial), standardMl: aliquot.ml, diluentMl, neededMl };
}

/** An amount of drug on the scale of the syringe. */
export type SyringeMarks = {
  readonly ml: number;
  /** Marks from one dose to the next. */
  readonly marks: number;
  /** False where the dose ends between two marks, so that it cannot be read off: `marks` is then the nearest. */
  readonly exact: boolean;
  /** Whole doses that one syringe holds. */
  readonly perSyringe: number;
};

/** How far the plunger of the paradigm's syringe goes for an amount of drug (units), one aliquot where none is named. */
export function syringeMarks(vial: Pick<Vial, 'strength' | 'diluentMl'>, amount: number = aliquot.units): SyringeMarks {
  const ml = mlOf(vial, amount);
  const dose = nanolitres(ml);
  const division = nanolitres(syringe.division.ml);
  return {
    ml,
    marks: Math.round(dose / division),
    exact: dose % division === 0,
    perSyringe: Math.floor(nanolitres(syringe.ml) / dose),
  };
}

const nanolitresInMl = 1_000_000;
const nanolitres = (ml: number): number => Math.round(ml * nanolitresInMl);
