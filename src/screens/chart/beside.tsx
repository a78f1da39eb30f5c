import '../../messages/later';
import { MonitorUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import type { Beside as Desk } from '../../state/aids/beside';
import { useChart, useServices } from '../services';
import { keyHint } from './key-hint';
import { MapTool } from './map-tool';

/**
 * What runs beside a session that is charted, and ends when Chart is left: speech, pulses, a screen that stays on, and telling
 * second screens. All that is seen of it here is the button that opens one.
 */
export function Beside() {
  const { apple, beside, openSecond, smallScreen } = useServices();
  const charting = useChart((s) => s.session !== null);
  const [desk, setDesk] = useState<Desk | null>(null);
  // There before it is pressed: a browser opens a window only while it answers a press. Charting goes on without it.
  useEffect(() => {
    void beside().then(setDesk, () => undefined);
  }, [beside]);
  useEffect(() => {
    if (desk === null || !charting) return;
    const ends = [desk.aids.begin(), desk.second.tell()];
    return () => {
      for (const end of ends) end();
    };
  }, [desk, charting]);
  if (desk === null || smallScreen) return null;
  return (
    <MapTool
      label={t('second.open')}
      hint={keyHint(t('second.open'), 'second-screen', apple)}
      icon={<MonitorUp size={19} aria-hidden="true" />}
      onPress={openSecond}
    />
  );
}
