import '../../messages/later';
import { HeartPulse } from 'lucide-react';
import { t } from '../../messages/translate';
import { useChart, useServices } from '../services';

/** The way to where it hurts, among the tools over the head. Pressed while the panel is open. */
export function PainTool() {
  const { chart } = useServices();
  const open = useChart((s) => s.doing.kind === 'drawing-pain');
  const there = useChart((s) => s.session !== null);
  if (!there) return null;
  return (
    <button
      type="button"
      aria-label={t('pain.title')}
      title={t('pain.open')}
      aria-pressed={open}
      onClick={() => {
        chart.begin({ kind: open ? 'idle' : 'drawing-pain' });
      }}
    >
      <HeartPulse size={19} aria-hidden="true" />
    </button>
  );
}
