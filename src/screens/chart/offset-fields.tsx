import '../../messages/later';
import type { SkinOffset } from '../../anatomy/anchor';
import { t } from '../../messages/translate';
import { SelectField, TextField } from '../../ui/field';
import styles from './form.module.css';

export type Offset = Pick<SkinOffset, 'landmark' | 'upMm' | 'toward' | 'alongMm'>;

type Props = {
  readonly offset: Offset;
  readonly landmarks: readonly SkinOffset['landmark'][];
  /** False in the midline, which is left by no walk across. */
  readonly across?: boolean;
  readonly onChange: (offset: Offset) => void;
};

/** A point of the skin without a pointer: a landmark, and two walks along the skin from it. */
export function OffsetFields({ offset, landmarks, across = true, onChange }: Props) {
  const change = (part: Partial<Offset>) => {
    onChange({ ...offset, ...part });
  };
  return (
    <>
      <SelectField
        label={t('ftp.landmark')}
        value={offset.landmark}
        options={landmarks.map((value) => ({ value, label: t(`landmark.${value}`) }))}
        onChange={(landmark) => {
          change({ landmark });
        }}
      />
      <div className={styles['pair']}>
        <TextField
          label={t('ftp.up')}
          hint={t('ftp.upHint')}
          type="number"
          step={1}
          min={-150}
          max={150}
          required
          value={Number.isNaN(offset.upMm) ? '' : offset.upMm}
          onChange={(event) => {
            change({ upMm: event.target.valueAsNumber });
          }}
        />
        {across && (
          <TextField
            label={t('ftp.along')}
            type="number"
            step={1}
            min={0}
            max={150}
            required
            value={Number.isNaN(offset.alongMm) ? '' : offset.alongMm}
            onChange={(event) => {
              change({ alongMm: event.target.valueAsNumber });
            }}
          />
        )}
      </div>
      {across && (
        <SelectField
          label={t('ftp.toward')}
          value={offset.toward}
          options={(['forward', 'back', 'lateral', 'medial'] as const).map((value) => ({
            value,
            label: t(`ftp.toward.${value}`),
          }))}
          onChange={(toward) => {
            change({ toward });
          }}
        />
      )}
    </>
  );
}
