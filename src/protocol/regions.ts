import type { Cited } from './paradigm';
import { type Units, units } from './words';

/** Where the practice works: what the label says there, what it prints on, and whether it bills by lines of codes. */
export type RegionId = 'us' | 'eu-uk';

export type Region = {
  readonly id: RegionId;
  /** The most that the label of the region gives for chronic migraine in one session. */
  readonly labelMaximum: { readonly units: Units } & Cited;
  readonly paper: 'letter' | 'a4';
  /** Whether billing lines (CPT, HCPCS, ICD-10-CM, NDC) are made of a session. */
  readonly billingLines: boolean;
};

export const regions: Readonly<Record<RegionId, Region>> = {
  us: {
    id: 'us',
    labelMaximum: { units: units(155), evidence: 'unconfirmed', sources: ['S1', 'S34'] },
    paper: 'letter',
    billingLines: true,
  },
  'eu-uk': {
    id: 'eu-uk',
    labelMaximum: { units: units(195), evidence: 'confirmed', sources: ['S2', 'S5'] },
    paper: 'a4',
    billingLines: false,
  },
};
