import '../../messages/later';
import { type KeyboardEvent, useRef } from 'react';
import { t } from '../../messages/translate';
import { dangerZones, zoneSources } from '../../protocol/danger-zones';
import { ZoneGlyph } from '../../scene/zone-glyph';
import { sourceList, spreadText } from '../../state/zone-text';
import { useChart, useServices, useTheme } from '../services';
import { ZoneFacts } from './zone-facts';
import styles from './zone-list.module.css';

const steps: Readonly<Record<string, number | 'first' | 'last' | undefined>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: 'first',
  End: 'last',
};

/**
 * The danger zones by name while their layer is on: the control of which the drawing is the mirror. Choosing one makes
 * it stand out on the head, turns to it, and says what is known of it.
 */
export function ZoneList() {
  const chosen = useChart((s) => s.zone);
  const { chart, wideScreen } = useServices();
  const theme = useTheme();
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.key === 'Escape' && chosen !== null) {
      event.preventDefault();
      chart.chooseZone(null);
      return;
    }
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const last = dangerZones.length - 1;
    const to = by === 'first' ? 0 : by === 'last' ? last : Math.min(last, Math.max(0, at + by));
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[to]?.focus();
  };

  return (
    <div className={styles['zones']}>
      {wideScreen && <ZoneFacts />}
      <div
        ref={list}
        role="listbox"
        aria-label={t('zones.list')}
        aria-orientation="horizontal"
        className={styles['list']}
      >
        {dangerZones.map((zone, at) => (
          <div
            key={zone.id}
            role="option"
            tabIndex={zone.id === (chosen ?? dangerZones[0]?.id) ? 0 : -1}
            aria-selected={zone.id === chosen}
            aria-label={t('zones.option', {
              name: zone.name,
              spread: spreadText(zone),
              sources: sourceList(zoneSources(zone)),
            })}
            data-zone={zone.id}
            className={styles['zone']}
            onFocus={(event) => {
              event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' });
              if (zone.id !== chosen) chart.chooseZone(zone.id);
            }}
            onClick={() => {
              if (zone.id === chosen) chart.chooseZone(zone.id);
            }}
            onKeyDown={(event) => {
              onKeyDown(event, at);
            }}
          >
            <ZoneGlyph kind={zone.kind} theme={theme} />
            {zone.name}
          </div>
        ))}
      </div>
    </div>
  );
}
