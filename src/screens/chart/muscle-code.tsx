import { muscles } from '../../protocol/paradigm';
import type { MuscleId } from '../../protocol/words';
import { muscleChip } from '../../scene/palette';
import { useTheme } from '../services';
import styles from './muscle-code.module.css';

/** The two-letter code on the muscle's hue: hue never stands alone. */
export function MuscleCode({ muscle }: { readonly muscle: MuscleId }) {
  const { background, text } = muscleChip(muscle, useTheme());
  return (
    <span className={styles['code']} aria-hidden="true" style={{ background, color: text }}>
      {muscles.find((m) => m.id === muscle)?.code}
    </span>
  );
}
