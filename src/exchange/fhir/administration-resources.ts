import type { MedicationAdministration } from 'fhir/r4';
import { conceptOf, drugQuantity, field, listed, note, sideConcept } from './elements';
import { identifierOf, values } from './identifiers';
import { drugConcept } from './medications';
import { actorOf, procedureOf, productOf, type Sent, subjectOf } from './sent';
import type { Administration } from './standing';
import { texts } from './texts';

/** A standard extension of R4 that points from a site in words to the BodyStructure that has it exactly. */
const bodySiteExtension = 'http://hl7.org/fhir/StructureDefinition/bodySite';

/**
 * One dose, or one site left out. What was left out has a dose of 0: FHIR wants a dose beside a site, and whoever adds doses
 * up without a look at the status must not count what was never given.
 */
export function administrationResource(
  sent: Sent,
  value: string,
  administration: Administration,
  gone: boolean,
): MedicationAdministration {
  const { at, by, units, vial, site, kind, reason, said, point } = administration;
  const { session, references } = sent;
  const actor = actorOf(sent, by);
  const product = (vial === undefined ? session.vials[0]?.product : productOf(sent, vial)) ?? '';
  const drug =
    vial === undefined
      ? { medicationCodeableConcept: drugConcept(product) }
      : { medicationReference: references.to('Medication', values.vial(session.id, vial)) };
  const extension =
    point === undefined
      ? {}
      : { extension: [{ url: bodySiteExtension, valueReference: references.to('BodyStructure', point) }] };
  return {
    resourceType: 'MedicationAdministration',
    identifier: [identifierOf(value)],
    partOf: [procedureOf(sent)],
    status: gone ? 'entered-in-error' : administration.status,
    ...listed('statusReason', [gone ? undefined : conceptOf(reason)]),
    ...drug,
    subject: subjectOf(sent),
    effectiveDateTime: at,
    ...listed('performer', [actor === undefined ? undefined : { actor }]),
    ...listed(
      'note',
      said.map((text) => note(text)),
    ),
    dosage: {
      text: kind,
      ...field(
        'site',
        site === undefined ? undefined : { ...extension, ...sideConcept(site.muscle, site.side, site.text) },
      ),
      // What leaked went no way that could be told.
      ...field('route', administration.leaked === true ? undefined : { text: texts.intramuscular }),
      dose: drugQuantity(units, product),
    },
  };
}
