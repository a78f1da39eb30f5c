import '../../messages/later';
import { t } from '../../messages/translate';
import type { Reason } from '../../protocol/maps/changes';

/** Cited statements, each with its grade and sources. */
export function ChangeReasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return reasons.map(({ text, evidence, sources }) => (
    <p key={text}>{t('compare.graded', { text, grade: t(`evidence.${evidence}`), sources: sources.join(', ') })}</p>
  ));
}
