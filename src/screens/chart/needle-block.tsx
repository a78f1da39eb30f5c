import { t } from '../../messages/translate';
import type { Needle, NeedleWay } from '../../protocol/site';
import { mmText, needleFacts } from '../../state/needle-text';
import { Segmented } from '../../ui/segmented';
import { useChart, useServices } from '../services';
import { NeedleInset } from './needle-inset';
import styles from './needle-block.module.css';
import { useNeedle } from './use-needle';

type Props = {
  readonly needle: Needle;
  /** Follow-the-pain sites have no needle of their own. */
  readonly extra: boolean;
  readonly picture: boolean;
};

/** How the needle is held at the selected site, how deep it gets, and that as a picture. */
export function NeedleBlock({ needle, extra, picture }: Props) {
  const { view } = useNeedle();
  return (
    <>
      <dd>
        {t('card.needleSize', { gauge: needle.gauge, length: needle.lengthMm })}, {needle.direction}; {needle.depth}
        {extra && `. ${t('needle.asFixed')}`}
      </dd>
      {view !== null && (
        <dd className={styles['facts']}>
          <Choices needle={needle} />
          <p>{needleFacts(view).join(' ')}</p>
          {picture && view.pose.ok && <NeedleInset view={view} pose={view.pose.value} />}
        </dd>
      )}
    </>
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
