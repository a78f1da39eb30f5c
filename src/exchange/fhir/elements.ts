import type { Annotation, CodeableConcept, Coding, Quantity } from 'fhir/r4';
import type { OffProtocolMuscleId } from '../../protocol/off-protocol';
import { isCounted } from '../../protocol/safety-limits';
import type { MuscleId, Side } from '../../protocol/words';
import { codeSystems, drugUnit, muscleCodes } from './codes';

/** Control characters, and two that are no characters: FHIR and XML carry none of them but tab and line ends. */
const controls = /[\p{Cc}\uFFFE\uFFFF]/gu;

/** A text as FHIR takes it; undefined where nothing is left of it, since FHIR knows no empty text. */
export function textOf(text: string | undefined): string | undefined {
  const clean = text?.replace(controls, (one) => ('\t\r\n'.includes(one) ? one : ' ')).trim();
  return clean === '' ? undefined : clean;
}

/** A concept that has words and no code; undefined where `textOf` leaves nothing of them. */
export function conceptOf(text: string | undefined): CodeableConcept | undefined {
  const said = textOf(text);
  return said === undefined ? undefined : { text: said };
}

/** One field, or none where there is no value: FHIR knows no empty one. */
export const field = <Name extends string, T>(name: Name, value: T | undefined): { readonly [N in Name]?: T } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: T };

/** One field with a list, or none where the list is empty. */
export function listed<Name extends string, T>(name: Name, list: readonly (T | undefined)[]): { [N in Name]?: T[] } {
  const some = list.filter((one) => one !== undefined);
  return field(name, some.length === 0 ? undefined : some);
}

/** An Annotation (FHIR R4) with who wrote it and when in `by`; undefined where `textOf` leaves nothing of the text. */
export function note(text: string | undefined, by: Omit<Annotation, 'text'> = {}): Annotation | undefined {
  const said = textOf(text);
  return said === undefined ? undefined : { ...by, text: said };
}

/** Units of a product. The code of its unit stands beside those of the drug alone for which it was confirmed. */
export const drugQuantity = (value: number, product: string): Quantity => ({
  value,
  unit: drugUnit.unit,
  ...(isCounted(product) ? { system: codeSystems.ucum, code: drugUnit.code } : {}),
});

const coding = (system: string, code: { readonly code: string } | null): readonly Coding[] =>
  code === null ? [] : [{ system, code: code.code }];

type Muscle = MuscleId | OffProtocolMuscleId;

/** A muscle, of whatever side, by its name and the codes that are confirmed. */
export function muscleConcept(muscle: Muscle, text: string): CodeableConcept {
  const { fmaOfMuscle, snomed } = muscleCodes[muscle];
  return {
    ...listed('coding', [...coding(codeSystems.fma, fmaOfMuscle), ...coding(codeSystems.snomed, snomed)]),
    text,
  };
}

/** A muscle on its side. No code of the muscle alone stands in for that of a side, but SNOMED's, which has no sides here. */
export function sideConcept(muscle: Muscle, side: Side, text: string): CodeableConcept {
  const { fma, snomed } = muscleCodes[muscle];
  const ofSide = side === 'midline' ? null : fma[side];
  return { ...listed('coding', [...coding(codeSystems.fma, ofSide), ...coding(codeSystems.snomed, snomed)]), text };
}
