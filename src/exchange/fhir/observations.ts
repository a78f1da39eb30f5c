import type { Observation, ObservationComponent } from 'fhir/r4';
import type { Fold } from '../../ledger/state';
import { isCounted } from '../../protocol/safety-limits';
import { sumOfUnits } from '../../protocol/words';
import type { SessionContent } from '../../record/signed-version';
import { codeSystems, unknownValue } from './codes';
import { drugQuantity, textOf } from './elements';
import { identifierOf, values } from './identifiers';
import { procedureOf, type Sent, subjectOf } from './sent';
import type { ByValue } from './standing';
import { texts } from './texts';

/** What was discarded of a vial; null where nobody said so and the vial is not used up, so that nothing is known of it. */
export type Waste = {
  readonly vial: string;
  readonly product: string;
  readonly units: number | null;
  readonly at: string;
};

/** What was discarded of each vial, and when last. 0 is said of a vial alone that was given to its last unit. */
export const wasteOf = (session: SessionContent, { events, totals }: Fold): ByValue<Waste> =>
  new Map(
    session.vials.map(({ id, product }) => {
      const entries = events.flatMap(({ entry, voided }) =>
        voided === undefined && entry.kind === 'waste' && entry.vial === id ? [entry] : [],
      );
      const at = entries.at(-1)?.at ?? session.finishedAt ?? session.startedAt;
      const own = totals.byVial.get(id);
      const isKnown = own !== undefined && (entries.length > 0 || own.left === 0);
      return [values.waste(session.id, id), { vial: id, product, units: isKnown ? own.wasted : null, at }] as const;
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

/**
 * What was discarded of one vial, in units; `value` is its identifier (`values.waste`), the vial is its focus. Where
 * nothing is known of it the value is absent as "unknown", never 0.
 */
export function wasteResource(
  sent: Sent,
  value: string,
  { vial, product, units, at }: Waste,
  status: Observation['status'],
): Observation {
  return {
    ...observed(sent, value, status, at, texts.wasted),
    focus: [sent.references.to('Medication', values.vial(sent.session.id, vial))],
    ...(units === null
      ? { dataAbsentReason: { coding: [{ system: codeSystems.dataAbsent, ...unknownValue }] } }
      : { valueQuantity: drugQuantity(units, product) }),
  };
}

/** What was administered in all. */
export type Total = Pick<Observation, 'valueQuantity' | 'component'>;

/**
 * All that was administered, the ledger's own sum, with its three parts. Of several products there is no sum, since units of one
 * are none of another: then it has a part for each product.
 */
export function totalOf(session: SessionContent, { totals }: Fold): Total {
  const drugs = drawnOf(session, totals);
  const part = (text: string, units: number, product: string): ObservationComponent => ({
    code: { text: textOf(text) ?? texts.unnamed },
    valueQuantity: drugQuantity(units, product),
  });
  if (drugs.length > 1) return { component: drugs.map(({ product, units }) => part(product, units, product)) };
  const product = drugs[0]?.product ?? session.vials[0]?.product ?? '';
  return {
    valueQuantity: drugQuantity(totals.total, product),
    component: [
      part(texts.atSites, totals.given, product),
      part(texts.offProtocol, totals.offProtocol, product),
      part(texts.incident, totals.incidents, product),
    ],
  };
}

type Drawn = { readonly product: string; readonly units: number };

/** What was drawn of each product. The drug of the paradigm is one, by whatever name a vial has it. */
function drawnOf({ vials }: SessionContent, { byVial }: Fold['totals']): readonly Drawn[] {
  const drugs = new Map<string, Drawn>();
  for (const { id, product } of vials) {
    const drawn = byVial.get(id)?.drawn ?? 0;
    if (drawn <= 0) continue;
    const drug = isCounted(product) ? '' : product.trim().toLowerCase();
    const before = drugs.get(drug) ?? { product, units: 0 };
    drugs.set(drug, { ...before, units: sumOfUnits([before.units, drawn]) });
  }
  return [...drugs.values()];
}

/** The total as of the end of the session, or of its start where it has no end. */
export function totalResource(sent: Sent, total: Total, status: Observation['status']): Observation {
  const { session } = sent;
  const at = session.finishedAt ?? session.startedAt;
  return { ...observed(sent, values.total(session.id), status, at, texts.total), ...total };
}
