import type { OffProtocolMuscleId } from '../../protocol/off-protocol';
import type { Cited } from '../../protocol/paradigm';
import type { MuscleId } from '../../protocol/words';

/**
 * Every code of a clinical terminology that leaves in a Bundle. A code stands here only where it was confirmed in its
 * source; where none was, the texts speak alone. SNOMED CT for the trapezius, for the procedure, and for the sides left and
 * bilateral were found in weak sources or not at all, and are left out; no code was found for the other muscles. CPT and NDC
 * rest on weak sources: they stand in the billing lines, marked as such, and in no Bundle.
 */

export const codeSystems = {
  /** The Foundational Model of Anatomy has no URI of its own in HL7's list; this is its registered OID. */
  fma: 'urn:oid:2.16.840.1.113883.6.119',
  snomed: 'http://snomed.info/sct',
  atc: 'http://www.whocc.no/atc',
  ucum: 'http://unitsofmeasure.org',
  /** HL7's list of the reasons for which something is signed (ISO/ASTM E1762). No clinical terminology. */
  signature: 'urn:iso-astm:E1762-95:2013',
  /** FHIR's own list of why a value is missing. No clinical terminology. */
  dataAbsent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  /** Our own names for what a headache diary holds (`diary-codes.ts`): no code of a clinical terminology was confirmed for any of it. */
  diary: 'urn:uuid:0d6f4c1e-6f0a-4d0e-9a53-2f7f1f4f6b7e',
} as const;

type Code = { readonly code: string } & Cited;

export type MuscleCodes = {
  /** Of the muscle of one side. */
  readonly fma: { readonly left: Code | null; readonly right: Code | null };
  /** Of the muscle, of either side. */
  readonly fmaOfMuscle: Code | null;
  readonly snomed: Code | null;
};

const tables = { evidence: 'confirmed', sources: ['S64'] } as const;
const fma = (code: string): Code => ({ code, ...tables });
const none = { left: null, right: null } as const;

export const muscleCodes: Readonly<Record<MuscleId | OffProtocolMuscleId, MuscleCodes>> = {
  corrugator: {
    fma: { right: fma('46796'), left: fma('46797') },
    fmaOfMuscle: { code: '46794', evidence: 'confirmed', sources: ['S30'] },
    snomed: null,
  },
  // Its one site is in the midline, and only its two halves have a code that was confirmed.
  procerus: { fma: none, fmaOfMuscle: null, snomed: null },
  frontalis: { fma: { right: fma('46759'), left: fma('46760') }, fmaOfMuscle: null, snomed: null },
  temporalis: {
    fma: { right: fma('49007'), left: fma('49008') },
    fmaOfMuscle: fma('49006'),
    snomed: { code: '52927003', evidence: 'confirmed', sources: ['S68'] },
  },
  occipitalis: {
    fma: { right: fma('46761'), left: fma('46762') },
    fmaOfMuscle: { code: '46758', evidence: 'confirmed', sources: ['S15b'] },
    snomed: null,
  },
  // A group of several muscles, which no one code names.
  paraspinal: { fma: none, fmaOfMuscle: null, snomed: null },
  trapezius: { fma: none, fmaOfMuscle: fma('9626'), snomed: null },
  masseter: {
    fma: none,
    fmaOfMuscle: fma('48996'),
    snomed: { code: '79368004', evidence: 'confirmed', sources: ['S68'] },
  },
};

/** Botulinum toxin. */
export const drugAtc: Code = { code: 'M03AX01', evidence: 'confirmed', sources: ['S70'] };

/** Units of onabotulinumtoxinA, as openFDA states the strength of its vials. Those of another toxin have no code here. */
export const drugUnit: { readonly unit: string } & Code = {
  unit: 'U',
  code: "[USP'U]",
  evidence: 'confirmed',
  sources: ['S38'],
};

/** A value that there is, and nobody told. */
export const unknownValue = { code: 'unknown', display: 'Unknown' } as const;

/** A value that nobody asked about. */
export const notAskedValue = { code: 'not-asked', display: 'Not Asked' } as const;

/** "Author's signature". */
export const authorsSignature = { code: '1.2.840.10065.1.12.1.1', display: "Author's Signature" } as const;
