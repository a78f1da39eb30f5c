import '../../messages/later';
import type { SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { deepNeighbours } from '../../protocol/depths';
import type { Disagreement, Site } from '../../protocol/site';
import { sources } from '../../protocol/sources';
import styles from './site-card.module.css';

/** What the card tells on request: further cautions, conflicts between sources, and who says so. */
export function CardDetails({ row, site }: { readonly row: SiteRow; readonly site: Site }) {
  return (
    <div className={styles['details']}>
      <p>{t('card.position', { position: row.anchor.sentence })}</p>
      {site.cautions.slice(1).map((more) => (
        <p key={more.text}>{more.text}</p>
      ))}
      {site.needle.alternative !== undefined && (
        <p>
          {t('card.needleSize', { gauge: site.needle.gauge, length: site.needle.alternative.lengthMm })}:{' '}
          {site.needle.alternative.when}
        </p>
      )}
      {site.rule.conflict !== undefined && (
        <p>
          {t('card.conflict')}: {site.rule.conflict.map(gradedText).join(' ')}
        </p>
      )}
      <p>
        <b>{t('card.evidence', { grade: t(`evidence.${site.rule.evidence}`) })}</b>{' '}
        {t('needle.evidence', { grade: t(`evidence.${site.needle.evidence}`) })}
      </p>
      {site.needle.pose.chosen !== undefined && (
        <p>
          {site.needle.pose.chosen.what} {site.needle.pose.chosen.drawing}
        </p>
      )}
      {deepNeighbours
        .filter(({ muscle }) => muscle === row.muscle)
        .map(({ name, mm, where }) => (
          <p key={name}>{t('needle.neighbourWhere', { name, mm, where })}</p>
        ))}
      <ul>
        {site.sources.map((id) => (
          <li key={id}>
            {id}: {sources[id].title}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What speaks against a rule rests on other sources than the rule. */
function gradedText({ text, evidence, sources: from }: Disagreement): string {
  const grade = t(`evidence.${evidence}`);
  return from.length === 0
    ? t('card.conflictUnsourced', { text, grade })
    : t('compare.graded', { text, grade, sources: from.join(', ') });
}
