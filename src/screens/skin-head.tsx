import '../messages/later';
import type { ComponentProps } from 'react';
import { t } from '../messages/translate';
import { HeadMap } from '../scene/head-map';
import { useHeadLook } from './use-head-look';

type Map = ComponentProps<typeof HeadMap>;
type Props = Pick<Map, 'sites' | 'selected' | 'shape' | 'turnTo' | 'onSelect' | 'onView' | 'onUsable' | 'onFailure'> &
  Partial<Pick<Map, 'others' | 'hand' | 'hairline'>>;

/** A head to be looked at with marks on its skin: no needle, nothing that covers it, and nothing is charted by a press on it. */
export function SkinHead(props: Props) {
  return (
    <HeadMap
      {...useHeadLook()}
      layer="skin"
      needle={null}
      label={t('map.canvas')}
      covered={nothing}
      onSkin={ignore}
      {...props}
    />
  );
}

const nothing = { right: 0, bottom: 0 };
const ignore = () => undefined;
