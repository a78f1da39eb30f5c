import '../../messages/later';
import { useId } from 'react';
import { t } from '../../messages/translate';
import { skinLook } from '../../scene/skin-tones';
import { type SkinTone, skinTones } from '../../state/settings';
import { useGroupName } from '../../ui/use-group-name';
import styles from './tone-field.module.css';

type Props = { readonly value: SkinTone; readonly onChange: (tone: SkinTone) => void };

/** The skins of the head as named swatches. Native radios carry the keyboard and the names. */
export function ToneField({ value, onChange }: Props) {
  const group = useGroupName();
  const hint = useId();
  return (
    <div className={styles['field']}>
      <div id={group} className={styles['label']}>
        {t('settings.tone')}
      </div>
      <div role="radiogroup" aria-labelledby={group} aria-describedby={hint} className={styles['tones']}>
        {skinTones.map((tone) => (
          <label key={tone} className={styles['tone']} title={t(`settings.tone.${tone}`)}>
            <input
              type="radio"
              name={group}
              value={tone}
              checked={tone === value}
              aria-label={t(`settings.tone.${tone}`)}
              onChange={() => {
                onChange(tone);
              }}
            />
            <span style={{ backgroundColor: skinLook(tone, 'skin').color }} />
          </label>
        ))}
      </div>
      <div id={hint} className={styles['hint']}>
        {t(`settings.tone.${value}`)}. {t('settings.toneHint')}
      </div>
    </div>
  );
}
