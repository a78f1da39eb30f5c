import '../../messages/later';
import { X } from 'lucide-react';
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
import { usePanelFocus } from '../../ui/use-panel-focus';
import { useChart, useServices } from '../services';
import styles from './head-panel.module.css';

const presets = populations.flatMap((population) =>
  presetPercentiles.map((percentile) => ({ population, percentile, value: `${population}-${String(percentile)}` })),
);

/** The head to measure: sliders in mm beside the head they change. */
export function HeadPanel() {
  const { chart, heads } = useServices();
  const variant = useChart((s) => s.variant);
  const placing = useChart((s) => s.placing);
  const locked = useChart((s) => s.session !== null && chart.headLocked(s));
  const panel = usePanelFocus<HTMLElement>();
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
    <section
      ref={panel}
      aria-label={t('head.title')}
      className={styles['panel']}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className={styles['head']}>
        <h2>{t('head.title')}</h2>
        <button type="button" className={styles['close']} aria-label={t('action.close')} onClick={close}>
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      <div className={styles['body']}>
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
      </div>
      <div className={styles['foot']}>
        <span role="status">{placing ? t('head.placing') : ''}</span>
        <Button tone="primary" onClick={close}>
          {t('head.done')}
        </Button>
      </div>
    </section>
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
