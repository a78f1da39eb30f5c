import '../../messages/later';
import { useMemo } from 'react';
import type { HandTools } from '../../scene/map-props';
import { SkinHand } from '../../scene/skin-hand';
import { createPainDesk } from '../../state/pain-desk';
import { isLocked } from '../../state/signature';
import { siteName, visibleRows } from '../../state/site-text';
import { useChart, useServices, useTheme } from '../services';

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
