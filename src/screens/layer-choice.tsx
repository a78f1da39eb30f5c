import { Layers, UserRound } from 'lucide-react';
import { t } from '../messages/translate';
import type { MapProps } from '../scene/map-props';
import { Segmented } from '../ui/segmented';

type Props = {
  readonly layer: MapProps['layer'];
  readonly onChange: (layer: MapProps['layer']) => void;
};

/** What the head shows, over it: its skin, or the muscles beneath. */
export function LayerChoice({ layer, onChange }: Props) {
  return (
    <Segmented
      label={t('layers.name')}
      floating
      value={layer}
      onChange={onChange}
      options={[
        { value: 'skin', label: t('layers.skin'), icon: <UserRound size={17} aria-hidden="true" /> },
        { value: 'muscles', label: t('layers.muscles'), icon: <Layers size={17} aria-hidden="true" /> },
      ]}
    />
  );
}
