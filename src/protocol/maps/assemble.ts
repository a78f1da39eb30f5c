import type { MappedSite } from '../map';
import type { Caution, LandmarkRule, Needle } from '../site';
import type { SourceId } from '../sources';

/** Puts the rules of one muscle together with its needle and cautions, ordinal by ordinal. */
export function assemble(
  needle: Needle,
  rules: readonly LandmarkRule[],
  cautions: readonly (readonly Caution[])[],
  sources: readonly SourceId[],
): readonly MappedSite[] {
  return rules.map((rule, at) => {
    const minded = cautions[at];
    if (minded === undefined) throw new RangeError(`no cautions for: ${rule.sentence}`);
    return { rule, needle, cautions: minded, sources };
  });
}
