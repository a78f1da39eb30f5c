import '../../messages/later';
import { MonitorUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../messages/translate';
import type { SecondDesk } from '../../state/second/desk';
import { useServices } from '../services';

/** Opens a window that shows this session to whoever injects while another charts. */
export function SecondButton() {
  const { chart, second } = useServices();
  const [desk, setDesk] = useState<SecondDesk | null>(null);
  // There before it is pressed: a browser opens a window only while it answers a press.
  useEffect(() => {
    void second().then(setDesk, () => undefined);
  }, [second]);
  if (desk === null) return null;
  return (
    <button
      type="button"
      aria-label={t('second.open')}
      title={t('second.open')}
      onClick={() => {
        if (desk.open()) return;
        const address = new URL('#/second', location.href).href;
        chart.say({ key: 'second.blocked', values: { address } });
      }}
    >
      <MonitorUp size={19} aria-hidden="true" />
    </button>
  );
}
