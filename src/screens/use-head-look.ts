import type { MapProps } from '../scene/map-props';
import type { Settings } from '../state/settings';
import { useServices, useSettings } from './services';

type HeadLook = Pick<MapProps, 'theme' | 'tone' | 'hairline' | 'reducedMotion' | 'detail'> & Pick<Settings, 'drawing'>;

/** How a head is drawn on this device: what its user set, and what its screen calls for. Spread over a `HeadMap`. */
export function useHeadLook(): HeadLook {
  const { theme, reducedMotion, smallScreen } = useServices();
  const detail = useSettings((s) => s.detail);
  const drawing = useSettings((s) => s.drawing);
  const tone = useSettings((s) => s.tone);
  const hairline = useSettings((s) => s.hairline);
  const resolved = detail === 'auto' ? (smallScreen ? 'light' : 'full') : detail;
  return { theme, tone, hairline, reducedMotion, drawing, detail: resolved };
}
