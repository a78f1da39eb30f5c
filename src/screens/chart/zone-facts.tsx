import '../../messages/later';
import { X } from 'lucide-react';
import { t } from '../../messages/translate';
import { positionEvidence, zoneOf, zoneSources } from '../../protocol/danger-zones';
import { sources } from '../../protocol/sources';
import { sourceList, spreadText } from '../../state/zone-text';
import { useChart, useServices } from '../services';
import styles from './zone-facts.module.css';

/** What is known of the chosen zone: how far it may lie from where it is drawn, what follows if it is hit, and who says so. */
export function ZoneFacts() {
  const chosen = useChart((s) => s.zone);
  const { chart } = useServices();
  if (chosen === null) return null;
  const zone = zoneOf(chosen);
  const grade = positionEvidence(zone);
  return (
    <section aria-label={zone.name} className={styles['facts']}>
      <div className={styles['head']}>
        <h2>{zone.name}</h2>
        <button
          type="button"
          aria-label={t('zones.close')}
          onClick={() => {
            chart.chooseZone(null);
          }}
        >
          <X size={17} aria-hidden="true" />
        </button>
      </div>
      <p className={styles['why']}>{zone.why.text}</p>
      <p>{spreadText(zone)}</p>
      {zone.depth !== undefined && <p>{t('zones.depth', { mm: zone.depth.mm, of: zone.depth.of })}</p>}
      <details>
        <summary>{sourceList(zoneSources(zone))}</summary>
        <p>
          {t('zones.position', { grade: t(`evidence.${grade}`) })}
          {grade === 'confirmed' ? '' : `, ${t('zones.signOff')}`}. {zone.drawn}
        </p>
        {zone.conflict !== undefined && (
          <p>
            {t('card.conflict')}: {zone.conflict}
          </p>
        )}
        <ul>
          {zone.course.map((point) => (
            <li key={point.is}>
              {point.is} ({t(`evidence.${point.evidence}`)})
            </li>
          ))}
          {zoneSources(zone).map((id) => (
            <li key={id}>
              {id}: {sources[id].title}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
