import type { CodeableConcept, Medication } from 'fhir/r4';
import type { Vial } from '../../ledger/vial';
import { isCounted } from '../../protocol/safety-limits';
import { codeSystems, drugAtc } from './codes';
import { drugQuantity, field, listed, textOf } from './elements';
import { identifierOf } from './identifiers';

/** The drug of a product by its name; the ATC code where it is known to be botulinum toxin. */
export function drugConcept(product: string): CodeableConcept {
  const atc = isCounted(product) ? [{ system: codeSystems.atc, code: drugAtc.code }] : [];
  return { ...listed('coding', atc), ...field('text', textOf(product)) };
}

/** One vial with its batch. */
export function medicationResource(vial: Vial, value: string, status: 'active' | 'entered-in-error'): Medication {
  const [lotNumber, expirationDate] = [textOf(vial.lot), textOf(vial.expiry)];
  const batch =
    lotNumber === undefined && expirationDate === undefined
      ? undefined
      : { ...field('lotNumber', lotNumber), ...field('expirationDate', expirationDate) };
  return {
    resourceType: 'Medication',
    identifier: [identifierOf(value)],
    status,
    code: drugConcept(vial.product),
    amount: { numerator: drugQuantity(vial.strength, vial.product), denominator: { value: 1, unit: 'vial' } },
    ...field('batch', batch),
  };
}
