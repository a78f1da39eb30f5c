import type { MappedSite } from '../map';
import type { Caution, LandmarkRule, Needle } from '../site';
import type { SourceId } from '../sources';

/** A rule before a map says where it is believed to stand: both maps may have it. */
export type RuleText = Omit<LandmarkRule, 'sources'>;

/**
 * Puts the rules of one muscle together with its needle and cautions, ordinal by ordinal.
 * @param sources where the rules are believed to stand
 * @param bearing what bears on them without saying them, such as what speaks against one
 */
export function assemble(
  needle: Needle,
  rules: readonly RuleText[],
  cautions: readonly (readonly Caution[])[],
  sources: readonly SourceId[],
  bearing: readonly SourceId[] = [],
): readonly MappedSite[] {
  return rules.map((rule, at) => {
    const minded = cautions[at];
    if (minded === undefined) throw new RangeError(`no cautions for: ${rule.sentence}`);
    return { rule: { ...rule, sources }, needle, cautions: minded, sources: [...sources, ...bearing] };
  });
}
