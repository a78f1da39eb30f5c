import { tailoringNames } from '../protocol/tailoring-names';
import { readSiteId } from '../protocol/site-id';
import type { Deviation } from '../record/visit';
import { siteName } from './site-text';

/** A deviation in words: "Lateral frontalis spared", "Frontalis left 2, Frontalis right 2". */
export const deviationWords = ({ tailoring, sites }: Deviation): { readonly what: string; readonly sites: string } => ({
  what: tailoringNames[tailoring],
  sites: sites
    .map((id) => {
      const site = readSiteId(id);
      return site === null ? id : siteName({ ...site, id });
    })
    .join(', '),
});
