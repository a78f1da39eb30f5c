import '../../../messages/later';
import { Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { sitesToChooseFrom } from '../../../learn/task';
import { t } from '../../../messages/translate';
import { maps } from '../../../protocol/maps';
import { fixedSiteCount, muscles } from '../../../protocol/paradigm';
import type { MapId, MuscleId } from '../../../protocol/words';
import { type ExamChoice, presetHeads, surpriseHead } from '../../../state/learn/exam-run';
import { Button } from '../../../ui/button';
import { SelectField } from '../../../ui/field';
import { Segmented } from '../../../ui/segmented';
import { MuscleCode } from '../../chart/muscle-code';
import { useServices, useSettings } from '../../services';
import page from '../../shell/page.module.css';
import styles from './exam-choose.module.css';

type Props = {
  /** What is ticked at first. */
  readonly ticked: readonly MuscleId[];
  readonly onStart: (choice: ExamChoice) => void;
};

/** Fewer than all, where a whole map would be too much for once. */
const counts = [1, 3, 5, 10, 15, 20];
const standard = 'standard';

/** What is to be placed, and on which head. */
export function ExamChoose({ ticked, onStart }: Props) {
  const { heads } = useServices();
  const preferred = useSettings((s) => s.map);
  const [chosen, setChosen] = useState(ticked);
  const [side, setSide] = useState<ExamChoice['side']>('left');
  const [count, setCount] = useState('all');
  const [head, setHead] = useState(standard);
  const [map, setMap] = useState<MapId>(preferred);
  const presets = useMemo(() => presetHeads(heads), [heads]);
  const among = sitesToChooseFrom({ muscles: chosen, side }).length;
  const some = Number(count);
  const asked = count === 'all' || some >= among ? among : some;
  const whole = chosen.length === muscles.length;
  return (
    <main className={page['page']}>
      <h1>{t('exam.name')}</h1>
      <p className={page['hint']}>{t('exam.intro')}</p>
      <form
        className={page['card']}
        onSubmit={(event) => {
          event.preventDefault();
          if (among > 0) onStart({ map, head, muscles: chosen, side, count: asked === among ? null : asked });
        }}
      >
        <fieldset className={styles['muscles']}>
          <legend>{t('exam.muscles')}</legend>
          <label>
            <input
              type="checkbox"
              checked={whole}
              onChange={() => {
                setChosen(whole ? [] : muscles.map(({ id }) => id));
              }}
            />
            <span>{t('exam.wholeMap')}</span>
          </label>
          {muscles.map((muscle) => (
            <label key={muscle.id}>
              <input
                type="checkbox"
                checked={chosen.includes(muscle.id)}
                onChange={({ target }) => {
                  setChosen(target.checked ? [...chosen, muscle.id] : chosen.filter((id) => id !== muscle.id));
                }}
              />
              <MuscleCode muscle={muscle.id} />
              <span>{t('exam.muscleOption', { muscle: muscle.name, n: fixedSiteCount(muscle) })}</span>
            </label>
          ))}
        </fieldset>
        <div className={styles['side']}>
          <span aria-hidden="true">{t('exam.side')}</span>
          <Segmented
            label={t('exam.side')}
            value={side}
            onChange={setSide}
            options={(['left', 'right', 'both'] as const).map((value) => ({ value, label: t(`exam.side.${value}`) }))}
          />
        </div>
        <div className={styles['fields']}>
          <SelectField
            label={t('exam.count')}
            value={asked === among ? 'all' : count}
            options={[
              { value: 'all', label: t('exam.countAll', { n: among }) },
              ...counts.filter((n) => n < among).map((n) => ({ value: String(n), label: t('exam.countSome', { n }) })),
            ]}
            onChange={setCount}
          />
          <SelectField
            label={t('exam.head')}
            value={head}
            options={[
              { value: standard, label: t('head.standard') },
              { value: surpriseHead, label: t('exam.head.surprise') },
              ...presets.map((preset) => ({
                value: preset.head,
                label: t(`head.preset.${preset.population}`, { percentile: preset.percentile }),
              })),
            ]}
            onChange={setHead}
          />
          <SelectField
            label={t('exam.map')}
            value={map}
            options={maps.map(({ id, shortTitle }) => ({ value: id, label: shortTitle }))}
            onChange={setMap}
          />
        </div>
        <p role="status" className={styles['none']}>
          {among === 0 ? t('exam.noMuscle') : ''}
        </p>
        <div className={styles['start']}>
          <Button
            type="submit"
            tone="primary"
            size="large"
            disabled={among === 0}
            icon={<Play size={17} aria-hidden="true" />}
          >
            {t('exam.start', { n: asked })}
          </Button>
        </div>
      </form>
      <p className={page['hint']}>
        {t('exam.convention')} {t('exam.model')}
      </p>
    </main>
  );
}
