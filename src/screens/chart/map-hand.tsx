import '../../messages/later';
import { Check, TriangleAlert, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import type { HandTools } from '../../scene/map-props';
import { SkinHand } from '../../scene/skin-hand';
import type { Dropped } from '../../state/drag-text';
import { createPainDesk } from '../../state/pain-desk';
import { isLocked } from '../../state/signature';
import { siteName, visibleRows } from '../../state/site-text';
import { Button } from '../../ui/button';
import { useChart, useServices, useTheme } from '../services';
import styles from './map-hand.module.css';
import { ReasonField, useReason } from './reason-field';

/** What a hand may do on the head now: drag the selected site while it is planned, and paint while pain is drawn. */
export function MapHand(tools: HandTools) {
  const { chart } = useServices();
  const theme = useTheme();
  const fold = useChart((s) => s.fold);
  const row = useChart((s) => s.fold.rows.find((one) => one.id === s.selected));
  const open = useChart((s) => s.session !== null && s.session.finishedAt === undefined && !isLocked(s.signature));
  const doing = useChart((s) => s.doing);
  const tool = useChart((s) => s.painting?.tool ?? 'turn');
  const offers = useChart((s) => s.offers);
  const pain = useMemo(() => createPainDesk(chart), [chart]);
  const moved = useMemo(
    () =>
      visibleRows(fold).flatMap(({ id, muscle, moved: by }) =>
        by === undefined ? [] : [{ id, muscle, from: by.from.positionMm, normal: by.from.normal }],
      ),
    [fold],
  );
  const free = doing.kind === 'idle' || doing.kind === 'confirming-move';
  const site =
    row === undefined || !open || !free || row.state === 'withdrawn'
      ? null
      : {
          id: row.id,
          muscle: row.muscle,
          held: row.state === 'planned' ? ('movable' as const) : ('fixed' as const),
          from: (row.moved?.from ?? row.anchor).positionMm,
        };
  return (
    <SkinHand
      {...tools}
      theme={theme}
      site={site}
      dropped={doing.kind === 'confirming-move' ? doing.dropped : null}
      ask={async (id, ray) => (await chart.placing()).moves.drag(id, ray)}
      onDrop={(id, { ray, at }, said) => {
        if (said.allowed) {
          chart.begin({ kind: 'confirming-move', dropped: { site: id, ray, at, said: { warning: null, ...said } } });
        } else {
          chart.begin({ kind: 'idle' });
          chart.refuse({ key: 'drag.notMoved', values: { why: said.text } });
        }
      }}
      onOff={() => {
        chart.begin({ kind: 'idle' });
        chart.refuse({ key: 'drag.offHead' });
      }}
      onFixed={(id) => {
        const state = fold.rows.find((one) => one.id === id);
        if (state === undefined) return;
        chart.refuse({
          key: state.state === 'given' ? 'drag.given' : 'drag.skipped',
          values: { site: siteName(state) },
        });
      }}
      painting={tool !== 'turn'}
      onStroke={pain.stroke}
      onStrokeEnd={(kept) => {
        if (kept) pain.endStroke();
        else pain.cancelStroke();
      }}
      moved={moved}
      offers={offers}
    />
  );
}

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
