import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../../messages/translate';
import { muscles } from '../../protocol/paradigm';
import type { MuscleId } from '../../protocol/words';
import { markerState, sideHeading, visibleRows } from '../../state/site-text';
import { useChart, useServices } from '../services';
import { MuscleNode } from './muscle-node';
import styles from './site-list.module.css';
import { SiteNode } from './site-node';
import { columns, type Goal, inTree, siteOfMuscle, treeKey } from './tree-keys';

type Props = {
  /** The muscle worked on, whose sites are drawn as cells. */
  readonly open: MuscleId | undefined;
  /** A button stands under it. */
  readonly extra: boolean;
};

/** Every site by muscle, one stop for Tab. Its muscles lie in the list itself, so that what belongs to one can stand under it. */
export function SiteTree({ open, extra }: Props) {
  const fold = useChart((s) => s.fold);
  const rows = useMemo(() => inTree(visibleRows(fold)), [fold]);
  const selected = useChart((s) => s.selected);
  const next = useChart((s) => s.next);
  const { chart } = useServices();
  const tree = useRef<HTMLDivElement>(null);
  /** A muscle is a stop for Tab while it has the focus; who comes back lands on the selected site. */
  const [muscle, setMuscle] = useState<MuscleId | null>(null);
  const pointed = useRef(false);
  const tab = muscle === null ? (selected ?? next ?? rows[0]?.id) : null;

  const focus = (node: string, preventScroll = false) => {
    tree.current?.querySelector<HTMLElement>(node)?.focus({ preventScroll });
  };

  // The keyboard stays on the selected site when a dose moves the selection on; under a finger nothing scrolls away.
  useEffect(() => {
    if (tree.current?.contains(document.activeElement) === true) focus('[aria-selected="true"]', pointed.current);
    pointed.current = false;
  }, [selected]);

  // Its muscle opens after it was chosen, and may push what the keyboard is on out of sight; under a finger nothing scrolls away.
  useEffect(() => {
    tree.current?.querySelector(':focus-visible')?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const go = (goal: Goal) => {
    if ('muscle' in goal) {
      focus(`[data-muscle="${goal.muscle}"]`);
      return;
    }
    if (goal.site === selected) focus('[aria-selected="true"]', pointed.current);
    chart.select(goal.site, { turn: true });
  };

  // Listeners for all nodes at once: a node that has not changed is not drawn again.
  const onClick = ({ target }: MouseEvent) => {
    const node = nodeOf(target);
    if (node === null) return;
    if ('site' in node) {
      chart.select(node.site, { turn: true });
      return;
    }
    pointed.current = true;
    const site = siteOfMuscle(rows, node.muscle);
    if (site !== undefined) go({ site });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const from = nodeOf(event.target);
    if (from === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const goal = treeKey(event.key, from, rows);
    if (goal === null) return;
    event.preventDefault();
    go(goal);
  };

  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('sites.tree')}
      className={styles['tree']}
      onFocus={({ target }) => {
        setMuscle((target.dataset['muscle'] as MuscleId | undefined) ?? null);
      }}
      onBlur={() => {
        setMuscle(null);
      }}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {muscles.map(({ id, name }, at) => {
        const here = rows.filter((row) => row.muscle === id);
        const isOpen = id === open;
        return (
          <div
            key={id}
            className={styles['group']}
            data-open={isOpen}
            data-extra={isOpen && extra}
            style={{ order: at + 1 }}
          >
            <MuscleNode
              muscle={id}
              name={name}
              rows={here}
              tab={id === muscle}
              posinset={at + 1}
              setsize={muscles.length}
            />
            <div className={`${styles['sites'] ?? ''} ${(isOpen ? styles['cells'] : styles['dots']) ?? ''}`}>
              {columns.map((sides) => {
                const column = here.filter((row) => sides.includes(row.side));
                const side = column[0]?.side;
                return side === undefined ? (
                  <span key={sides.join()} aria-hidden="true" />
                ) : (
                  <div key={sides.join()} role="group" aria-label={sideHeading(side)} className={styles['side']}>
                    {column.map((row) => (
                      <SiteNode
                        key={row.id}
                        row={row}
                        open={isOpen}
                        tab={row.id === tab}
                        posinset={here.indexOf(row) + 1}
                        setsize={here.length}
                        state={markerState(row, next)}
                      />
                    ))}
                  </div>
                );
              })}
            </div>
          </div>
        );
      })}
    </div>
  );
}

function nodeOf(target: EventTarget): Goal | null {
  const node = target instanceof Element ? target.closest<HTMLElement>('[role="treeitem"]') : null;
  const { site, muscle } = node?.dataset ?? {};
  if (site !== undefined) return { site };
  return muscle === undefined ? null : { muscle: muscle as MuscleId };
}
