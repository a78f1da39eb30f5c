import type { BodyStructure } from 'fhir/r4';
import type { Anchor } from '../../anatomy/anchor';
import type { Fold } from '../../ledger/state';
import type { MuscleId, Side } from '../../protocol/words';
import { field, muscleConcept, textOf } from './elements';
import { identifierOf, values } from './identifiers';
import { type Sent, subjectOf } from './sent';
import { type ByValue, hasPoint } from './standing';
import { muscleText } from './texts';

export type Point = { readonly muscle: MuscleId; readonly side: Side; readonly anchor: Anchor };

/** The points that no rule gives: given extras, and sites that were given elsewhere than planned. */
export const pointsOf = (session: string, { rows }: Fold): ByValue<Point> =>
  new Map(
    rows
      .filter(hasPoint)
      .map(({ id, muscle, side, anchor }) => [values.site(session, id), { muscle, side, anchor }] as const),
  );

/** The point in words: its sentence, then its place in the frame of the head it was charted on. */
function descriptionOf({ sentence, positionMm, head }: Anchor): string {
  const place = positionMm.map((mm) => String(Math.round(mm * 10) / 10)).join(', ');
  return `${sentence}. Point (${place}) mm from midway between the tragi: to the patient's left, up, forward; on head ${head.model} (${head.contentHash}), variant ${head.variant}.`;
}

/**
 * A point as a BodyStructure, in words and mm in the frame of the head. `gone`: it does not stand any more, and is told as
 * not active.
 */
export function bodyStructureResource(sent: Sent, value: string, point: Point, gone: boolean): BodyStructure {
  const { muscle, side, anchor } = point;
  return {
    resourceType: 'BodyStructure',
    identifier: [identifierOf(value)],
    active: !gone,
    location: muscleConcept(muscle, muscleText(muscle)),
    locationQualifier: [{ text: side }],
    ...field('description', textOf(descriptionOf(anchor))),
    patient: subjectOf(sent),
  };
}
