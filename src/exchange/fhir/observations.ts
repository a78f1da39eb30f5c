import type { Observation } from 'fhir/r4';
import type { Fold } from '../../ledger/state';
import type { SessionContent } from '../../record/signed-version';
import { drugQuantity } from './elements';
import { identifierOf, values } from './identifiers';
import { procedureOf, type Sent, subjectOf } from './sent';
import type { ByValue } from './standing';
import { texts } from './texts';

/** What was discarded of a vial. */
export type Waste = { readonly vial: string; readonly units: number; readonly at: string };

/** What was discarded of each vial, 0 included, and when last. */
export const wasteOf = (session: SessionContent, { events, totals }: Fold): ByValue<Waste> =>
  new Map(
    session.vials.map(({ id }) => {
      const entries = events.flatMap(({ entry, voided }) =>
        voided === undefined && entry.kind === 'waste' && entry.vial === id ? [entry] : [],
      );
      const at = entries.at(-1)?.at ?? session.finishedAt ?? session.startedAt;
      return [values.waste(session.id, id), { vial: id, units: totals.byVial.get(id)?.wasted ?? 0, at }] as const;
    }),
  );

const observed = (sent: Sent, value: string, status: Observation['status'], at: string, text: string): Observation => ({
  resourceType: 'Observation',
  identifier: [identifierOf(value)],
  partOf: [procedureOf(sent)],
  status,
  code: { text },
  subject: subjectOf(sent),
  effectiveDateTime: at,
});

export function wasteResource(sent: Sent, value: string, { vial, units, at }: Waste, status: Observation['status']) {
  return {
    ...observed(sent, value, status, at, texts.wasted),
    focus: [sent.references.to('Medication', values.vial(sent.session.id, vial))],
    valueQuantity: drugQuantity(units),
  } satisfies Observation;
}

/** All that was administered, the ledger's own sum, with its three parts. */
export function totalResource(sent: Sent, { totals }: Fold, status: Observation['status']): Observation {
  const { session } = sent;
  const at = session.finishedAt ?? session.startedAt;
  const parts = [
    [texts.atSites, totals.given],
    [texts.offProtocol, totals.offProtocol],
    [texts.incident, totals.incidents],
  ] as const;
  return {
    ...observed(sent, values.total(session.id), status, at, texts.total),
    valueQuantity: drugQuantity(totals.total),
    component: parts.map(([text, units]) => ({ code: { text }, valueQuantity: drugQuantity(units) })),
  };
}
