import '../../messages/later';
import { HeartPulse } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { t } from '../../messages/translate';
import { createPainDesk } from '../../state/pain-desk';
import { isLocked } from '../../state/signature';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/segmented';
import { useChart, useServices } from '../services';
import { ariaKey, keyHint } from './key-hint';
import { MapTool } from './map-tool';
import { PainBrush } from './pain-brush';
import { PainOffers } from './pain-offers';
import styles from './pain-panel.module.css';
import { PreviewMarks } from './preview-marks';
import { SidePanel } from './side-panel';
import { TendernessRows } from './tenderness-rows';

type Part = 'pain' | 'tenderness';

/** Where it hurts: drawn on the head or put by name, felt for muscle by muscle, and where extras could follow it. */
export function PainPanel() {
  const { chart } = useServices();
  const pain = useMemo(() => createPainDesk(chart), [chart]);
  const session = useChart((s) => s.session);
  const signed = useChart((s) => isLocked(s.signature));
  const shown = useChart((s) => s.painShown);
  const [part, setPart] = useState<Part>('pain');
  const writable = session !== null && !signed && !chart.isReadOnly();
  const id = session?.id;
  const dabs = session?.visit?.pain?.dabs;

  useEffect(() => {
    pain.open(writable ? 'draw' : 'turn');
    return pain.close;
  }, [pain, writable, id]);
  useEffect(() => {
    pain.follow();
  }, [pain, dabs]);

  // Wherever the focus is: after a stroke it is on the head, and what is taken back there is the stroke and no dose.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = event.ctrlKey || event.metaKey ? drawingStep(event) : null;
      if (step === null || !writable || (event.target as Element | null)?.closest('dialog') != null) return;
      event.preventDefault();
      pain[step]();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => {
      removeEventListener('keydown', onKey, { capture: true });
    };
  }, [pain, writable]);

  const close = () => {
    chart.begin({ kind: 'idle' });
  };
  return (
    <SidePanel
      title={t('pain.title')}
      onClose={close}
      foot={
        <>
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={shown}
              onChange={(event) => {
                chart.showPain(event.target.checked);
              }}
            />
            {t('pain.show')}
          </label>
          <Button tone="primary" onClick={close}>
            {t('pain.done')}
          </Button>
        </>
      }
    >
      <div className={styles['parts']}>
        <div className={styles['wide']}>
          <Segmented
            label={t('pain.parts')}
            value={part}
            onChange={(to) => {
              setPart(to);
              if (writable) pain.take(to === 'pain' ? 'draw' : 'turn');
            }}
            options={[
              { value: 'pain', label: t('pain.drawn') },
              { value: 'tenderness', label: t('tender.title') },
            ]}
          />
        </div>
        {!writable && <p className={styles['note']}>{t(signed ? 'pain.signed' : 'pain.readOnly')}</p>}
        {part === 'pain' && session !== null && (
          <PreviewMarks pain={pain} patient={session.patient.id} writable={writable} />
        )}
        {part === 'pain' ? (
          <PainBrush pain={pain} writable={writable} />
        ) : (
          <TendernessRows pain={pain} writable={writable} />
        )}
        {writable && <PainOffers pain={pain} />}
      </div>
    </SidePanel>
  );
}

const drawingStep = ({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): 'undo' | 'redo' | null => {
  const letter = key.toLowerCase();
  if (letter === 'y' && !shiftKey) return 'redo';
  return letter !== 'z' ? null : shiftKey ? 'redo' : 'undo';
};

/** The way to where it hurts, under the compass. Pressed while the panel is open. */
export function PainTool() {
  const { apple, chart } = useServices();
  const open = useChart((s) => s.doing.kind === 'drawing-pain');
  const there = useChart((s) => s.session !== null);
  if (!there) return null;
  return (
    <MapTool
      label={t('pain.title')}
      hint={keyHint(t('pain.title'), 'pain', apple)}
      icon={<HeartPulse size={19} aria-hidden="true" />}
      hotkey={ariaKey('pain')}
      pressed={open}
      place={styles['tool']}
      onPress={() => chart.begin({ kind: open ? 'idle' : 'drawing-pain' })}
    />
  );
}
