import type { Annotation, CodeableConcept, Procedure } from 'fhir/r4';
import type { Fold } from '../../ledger/state';
import type { OffProtocolMuscleId } from '../../protocol/off-protocol';
import { muscles } from '../../protocol/paradigm';
import type { MuscleId } from '../../protocol/words';
import { conceptOf, field, listed, muscleConcept, note, textOf } from './elements';
import { identifierOf, values } from './identifiers';
import { actorOf, type Sent, subjectOf } from './sent';
import type { Administration, ByValue } from './standing';
import { muscleText, procedureText, texts } from './texts';

/** A standard extension of R4: the exact points that a procedure went to. */
const targetExtension = 'http://hl7.org/fhir/StructureDefinition/procedure-targetBodyStructure';

/** The session as a procedure. `points` are the values of its BodyStructures. */
export function procedureResource(
  sent: Sent,
  folded: Fold,
  administrations: ByValue<Administration>,
  points: readonly string[],
): Procedure {
  const { session, references } = sent;
  const given = [...administrations.values()].filter(({ status }) => status === 'completed');
  const actor = actorOf(sent, session.injector);
  const stop = folded.events.find(({ entry, voided }) => entry.kind === 'stop' && voided === undefined)?.entry;
  return {
    resourceType: 'Procedure',
    ...listed(
      'extension',
      points.map((point) => ({ url: targetExtension, valueReference: references.to('BodyStructure', point) })),
    ),
    identifier: [identifierOf(values.procedure(session.id))],
    status: given.length === 0 ? 'not-done' : folded.totals.stopped ? 'stopped' : 'completed',
    ...field('statusReason', conceptOf(stop?.reason)),
    code: { ...field('text', textOf(procedureText(session.vials.map(({ product }) => product)))) },
    subject: subjectOf(sent),
    performedPeriod: periodOf(sent),
    ...listed('performer', [actor === undefined ? undefined : { actor }]),
    ...listed('reasonCode', [indicationOf(sent)]),
    ...listed('bodySite', bodySitesOf(given)),
    ...listed('note', [note(session.note), ...addendaOf(sent)]),
  };
}

/** An end before the start, as clocks that were set make it, is left out: FHIR refuses such a period. */
function periodOf({ session: { startedAt, finishedAt } }: Sent): Procedure['performedPeriod'] {
  const ends = finishedAt !== undefined && Date.parse(finishedAt) >= Date.parse(startedAt);
  return { start: startedAt, ...field('end', ends ? finishedAt : undefined) };
}

function indicationOf({ session }: Sent): CodeableConcept | undefined {
  const indication = session.visit?.indication;
  return indication?.id === 'chronic-migraine' ? { text: texts.chronicMigraine } : conceptOf(indication?.text);
}

/** The muscles that were injected, in the order of the paradigm, then those outside it. */
function bodySitesOf(given: readonly Administration[]): readonly CodeableConcept[] {
  const injected = new Set(given.flatMap(({ site }) => site?.muscle ?? []));
  const order: readonly (MuscleId | OffProtocolMuscleId)[] = [...muscles.map(({ id }) => id), 'masseter'];
  return order.filter((muscle) => injected.has(muscle)).map((muscle) => muscleConcept(muscle, muscleText(muscle)));
}

const addendaOf = ({ versions, references }: Sent): readonly (Annotation | undefined)[] =>
  versions.map(({ addendum, at, author }) =>
    note(addendum, {
      time: at,
      authorReference: references.to('Practitioner', values.practitioner(author.profile)),
    }),
  );
