import '../../messages/later';
import { useMemo } from 'react';
import { t } from '../../messages/translate';
import type { Needle, NeedleWay } from '../../protocol/site';
import { briefText, mmText, needleFacts } from '../../state/needle-text';
import { needleView } from '../../state/needle-view';
import { Segmented } from '../../ui/segmented';
import { useChart, useServices } from '../services';
import { NeedleInset } from './needle-inset';
import styles from './needle-block.module.css';
import { useChosenNeedle } from './use-chosen-needle';

type Props = {
  readonly needle: Needle;
  /** Where there is no room: one line, and only where needle and muscle can be compared. */
  readonly brief: boolean;
};

/** The needle at the selected site as a picture, how deep it gets, and what the text leaves open. */
export function NeedleBlock({ needle, brief }: Props) {
  const chosen = useChosenNeedle();
  const view = useMemo(
    () => (chosen === null ? null : needleView(chosen.site, chosen.muscle, chosen.needle, chosen.band, chosen.choice)),
    [chosen],
  );
  if (view === null) return null;
  if (brief) {
    const line = briefText(view);
    return line === null ? null : <p className={styles['brief']}>{line}</p>;
  }
  const { pose } = view;
  return (
    <div className={styles['block']}>
      {pose.ok && <NeedleInset view={view} pose={pose.value} />}
      {/* The picture itself says what its tip means. */}
      <p>{needleFacts(view, { orientation: false }).join(' ')}</p>
      <Choices needle={needle} />
    </div>
  );
}

/** What the text leaves open: the needle's length in a thick neck, the angle over the temple. */
function Choices({ needle }: { readonly needle: Needle }) {
  const { chart } = useServices();
  const { longer, otherWay } = useChart((s) => s.needle);
  const other = needle.pose.alternatives[0];
  return (
    <>
      {needle.alternative !== undefined && (
        <Segmented
          label={t('needle.length')}
          value={longer ? 'longer' : 'usual'}
          onChange={(value) => {
            chart.setNeedle({ longer: value === 'longer' });
          }}
          options={[
            { value: 'usual', label: t('needle.lengthOption', { length: mmText(needle.lengthMm) }) },
            { value: 'longer', label: t('needle.lengthOption', { length: mmText(needle.alternative.lengthMm) }) },
          ]}
        />
      )}
      {other !== undefined && (
        <Segmented
          label={t('needle.angle')}
          value={otherWay ? 'other' : 'usual'}
          onChange={(value) => {
            chart.setNeedle({ otherWay: value === 'other' });
          }}
          options={[
            { value: 'usual', label: degreesOf(needle.pose.way) },
            { value: 'other', label: degreesOf(other.way) },
          ]}
        />
      )}
    </>
  );
}

const degreesOf = (way: NeedleWay): string =>
  t('needle.angleOption', { degrees: way.kind === 'to-skin' ? way.degrees : 0 });
