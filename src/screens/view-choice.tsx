import { t } from '../messages/translate';
import { type ViewPreset, viewPresets } from '../scene/map-props';
import { Segmented } from '../ui/segmented';

type Props = {
  /** Null where the head was turned by hand. */
  readonly view: ViewPreset | null;
  readonly onChange: (view: ViewPreset) => void;
  /** The digits turn the head too, and stand beside the names. */
  readonly digits?: true;
};

/** The quick views of a head, over it. */
export function ViewChoice({ view, onChange, digits }: Props) {
  return (
    <Segmented
      label={t('view.name')}
      floating
      value={view}
      onChange={onChange}
      options={viewPresets.map((value, i) => ({
        value,
        label: t(`view.${value}`),
        ...(digits === true ? { hotkey: String(i + 1) } : {}),
      }))}
    />
  );
}
