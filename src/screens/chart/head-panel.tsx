import '../../messages/later';
import type { HeadSize } from '../../anatomy/variant';
import { t } from '../../messages/translate';
import {
  type HeadMeasure,
  headMeasures,
  percentileOf,
  populations,
  presetPercentiles,
} from '../../protocol/anthropometry';
import { Button } from '../../ui/button';
import { RangeField } from '../../ui/range-field';
import { SelectField } from '../../ui/field';
import { useChart, useServices } from '../services';
import styles from './head-panel.module.css';
import { SidePanel } from './side-panel';

const presets = populations.flatMap((population) =>
  presetPercentiles.map((percentile) => ({ population, percentile, value: `${population}-${String(percentile)}` })),
);

/** The head to measure: sliders in mm beside the head they change. */
export function HeadPanel() {
  const { chart, heads } = useServices();
  const variant = useChart((s) => s.variant);
  const placing = useChart((s) => s.placing);
  const locked = useChart((s) => s.session !== null && chart.headLocked(s));
  const size = chart.headSize(variant);
  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  const set = (measure: HeadMeasure, mm: number) => {
    chart.sizeHead({ ...size, [measure]: mm });
  };
  const chosen = presets.find(
    ({ population, percentile }) => heads.fitted(heads.preset(population, percentile)).variant === variant,
  );
  return (
    <SidePanel
      title={t('head.title')}
      onClose={close}
      foot={
        <>
          <span role="status" className={styles['placing']}>
            {placing ? t('head.placing') : ''}
          </span>
          <Button tone="primary" onClick={close}>
            {t('head.done')}
          </Button>
        </>
      }
    >
      <p>{t(locked ? 'head.locked' : 'head.hint')}</p>
      <SelectField
        label={t('head.preset')}
        disabled={locked}
        value={variant === 'standard' ? 'standard' : (chosen?.value ?? 'own')}
        options={[
          { value: 'standard', label: t('head.standard') },
          ...presets.map(({ population, percentile, value }) => ({
            value,
            label: t(`head.preset.${population}`, { percentile }),
          })),
          ...(variant === 'standard' || chosen !== undefined ? [] : [{ value: 'own', label: t('head.own') }]),
        ]}
        onChange={(value) => {
          const preset = presets.find((one) => one.value === value);
          if (value === 'standard') chart.standardHead();
          else if (preset !== undefined) chart.sizeHead(heads.preset(preset.population, preset.percentile));
        }}
      />
      {headMeasures.map((measure) => (
        <RangeField
          key={measure}
          label={t(`head.${measure}`)}
          exactLabel={t('head.exact', { measure: t(`head.${measure}`) })}
          hint={hintOf(measure, size)}
          unit={t('head.mm')}
          value={size[measure]}
          {...heads.limitsOf(measure, size)}
          step={0.5}
          valueText={t('head.valueText', { mm: size[measure], where: percentilesOf(measure, size) })}
          disabled={locked}
          onChange={(mm) => {
            set(measure, mm);
          }}
        />
      ))}
      <p className={styles['note']}>{t('head.note')}</p>
    </SidePanel>
  );
}

const hintOf = (measure: HeadMeasure, size: HeadSize): string =>
  `${t(`head.what.${measure}`)} ${percentilesOf(measure, size)}`;

/** "62nd percentile of women, 31st of men"; says so where there is no survey to tell. */
function percentilesOf(measure: HeadMeasure, size: HeadSize): string {
  const [women, men] = populations.map((population) => percentileOf(measure, population, size[measure]));
  if (women == null || men == null) return t('head.noSurvey');
  return t('head.percentiles', { women: whole(women), men: whole(men) });
}

/** Percentiles are told from 1 to 99. */
const whole = (percentile: number): number => Math.min(99, Math.max(1, Math.round(percentile)));
