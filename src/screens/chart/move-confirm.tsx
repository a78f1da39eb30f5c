import '../../messages/later';
import { Check, TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import type { Dropped } from '../../state/drag-text';
import { siteName } from '../../state/site-text';
import { Button } from '../../ui/button';
import { useChart, useServices } from '../services';
import styles from './move-confirm.module.css';
import { ReasonField, useReason } from './reason-field';

/** After a drag: what would become of the site, and one press to have it. Until then nothing is recorded. */
export function MoveConfirm() {
  const dropped = useChart((s) => (s.doing.kind === 'confirming-move' ? s.doing.dropped : null));
  return dropped === null ? null : <Line key={dropped.site} dropped={dropped} />;
}

function Line({ dropped }: { readonly dropped: Dropped }) {
  const { chart } = useServices();
  const { site, ray, said } = dropped;
  const row = useChart((s) => s.fold.rows.find((one) => one.id === site));
  const selected = useChart((s) => s.selected);
  const reason = useReason('move');
  const [problem, setProblem] = useState<string | null>(null);
  const go = useRef<HTMLDivElement>(null);
  const leave = () => {
    chart.begin({ kind: 'idle' });
  };

  // The pointer let go on the head: the keyboard goes on here, with Enter to move and Escape to leave it.
  useEffect(() => {
    go.current?.querySelector('button')?.focus();
  }, [dropped]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') chart.begin({ kind: 'idle' });
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, [chart]);
  // Another site was chosen: this one is left where it is.
  useEffect(() => {
    if (selected !== site) chart.begin({ kind: 'idle' });
  }, [chart, selected, site]);

  if (row === undefined) return null;
  return (
    <section aria-label={t('drag.confirm')} className={styles['line']}>
      <div className={styles['what']}>
        <p role="status">{t('drag.would', { site: siteName(row), how: said.text })}</p>
        {said.warning !== null && (
          <p className={styles['warning']}>
            <TriangleAlert size={16} aria-hidden="true" />
            <span>{said.warning}</span>
          </p>
        )}
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      </div>
      <div className={styles['reason']}>
        <ReasonField reason={reason} />
      </div>
      <div className={styles['buttons']} ref={go}>
        <Button
          tone="primary"
          icon={<Check size={18} strokeWidth={2.4} aria-hidden="true" />}
          onClick={() => {
            void chart.moveSite(site, { ray }, reason.text).then((why) => {
              setProblem(why === null ? null : t(why.key, why.values));
            });
          }}
        >
          {t('drag.do')}
        </Button>
        <Button icon={<X size={17} aria-hidden="true" />} onClick={leave}>
          {t('drag.leave')}
        </Button>
      </div>
    </section>
  );
}
