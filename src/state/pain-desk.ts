import '../messages/later';
import type { Vec3 } from '../anatomy/anchor';
import { type BrushMm, brushed, brushes } from '../anatomy/brush';
import type { Dab } from '../anatomy/pain-heat';
import { clearTenderness, gradeTenderness, setPain } from '../record/pain-commands';
import { mostPainDabs } from '../record/pain-limits';
import { type TendernessGrade, visitOf } from '../record/visit';
import type { Chart } from './chart';
import type { Offer } from './ftp-offer';
import type { Offers } from './ftp-offers';
import { type muscleSides, type PainPlace, plannedPoints } from './pain-places';

/** What a drag on the skin does while pain is drawn. */
export type PainTool = 'draw' | 'erase' | 'turn';

/**
 * A drawing of pain that is under way. `past`: what it was before each step, the latest last; `ahead`: what was taken back,
 * the next to be put back last. Its own steps: those of the session are doses and sites.
 */
export type Painting = {
  readonly tool: PainTool;
  readonly radiusMm: BrushMm;
  readonly dabs: readonly Dab[];
  readonly past: readonly (readonly Dab[])[];
  readonly ahead: readonly (readonly Dab[])[];
  /** What the patient drew elsewhere, shown in the drawing's place and no part of it; absent where the drawing is shown. */
  readonly lent?: readonly Dab[];
};

/** So many steps can be taken back; a chart is not a paint box. */
const mostSteps = 60;

type MuscleSide = (typeof muscleSides)[number];

export type PainDesk = ReturnType<typeof createPainDesk>;

/**
 * Where it hurts: drawn stroke by stroke, each kept in the record as it ends, until the session is signed; what
 * palpation found; and where extras could be planned for both. Nothing is ever planned by itself.
 */
export function createPainDesk(chart: Pick<Chart, 'store' | 'change' | 'placing' | 'say'>) {
  const { store } = chart;
  /** The drawing before the stroke that is under way. */
  let before: readonly Dab[] | null = null;
  let asked = 0;
  /** What is the patient's own drawing, whenever it is shown again: several, where one was taken over in place of another. */
  const taken = new WeakSet<readonly Dab[]>();

  const recorded = (): readonly Dab[] => {
    const pain = store.getState().session?.visit?.pain;
    if (pain?.drawn === 'preview') taken.add(pain.dabs);
    return pain?.dabs ?? [];
  };
  const paint = (change: Partial<Painting>): void => {
    const { painting } = store.getState();
    if (painting !== null) store.setState({ painting: { ...painting, ...change } });
  };

  const keep = (dabs: readonly Dab[]): void => {
    const drawn = taken.has(dabs) ? 'preview' : 'chair';
    chart.change((session, made) => {
      const visit = setPain(visitOf(session), { head: session.head, drawn, dabs }, made);
      return visit.ok ? { ...session, visit: visit.value } : session;
    }, 'finished-too');
  };

  /** One step of the drawing: shown, kept, and able to be taken back. */
  const step = (from: readonly Dab[], to: readonly Dab[]): void => {
    const { painting } = store.getState();
    if (painting === null || to === from) return;
    paint({ dabs: to, past: [...painting.past, from].slice(-mostSteps), ahead: [] });
    keep(to);
    if (to.length >= mostPainDabs) chart.say({ key: 'pain.full', values: { most: mostPainDabs } });
  };

  /** Every point under the tool, one after the other. */
  const worked = (
    { tool, radiusMm, dabs }: Pick<Painting, 'tool' | 'radiusMm' | 'dabs'>,
    points: readonly Vec3[],
  ): readonly Dab[] => brushed(dabs, points, { erase: tool === 'erase', radiusMm, most: mostPainDabs });

  return {
    /** Begins drawing on what is on record. `tool`: what a drag does at first. */
    open: (tool: PainTool): void => {
      const painting = { tool, radiusMm: brushes.standardMm, dabs: recorded(), past: [], ahead: [] };
      store.setState({ painting, painShown: true, layer: 'skin' });
    },
    close: (): void => {
      before = null;
      asked += 1;
      store.setState({ painting: null, offers: [] });
    },
    /** The session changed under the drawing, in another window or by opening another one. */
    follow: (): void => {
      const dabs = recorded();
      const { painting } = store.getState();
      if (painting !== null && before === null && !same(painting.dabs, dabs)) paint({ dabs, past: [], ahead: [] });
    },
    take: (tool: PainTool): void => {
      paint({ tool });
    },
    size: (radiusMm: BrushMm): void => {
      paint({ radiusMm });
    },

    /** A stroke over these points of the skin, so far. `rubber`: with the other end of a pen, it takes away. */
    stroke: (points: readonly Vec3[], rubber = false): void => {
      const { painting } = store.getState();
      if (painting === null || painting.tool === 'turn') return;
      before ??= painting.dabs;
      const dabs = worked(rubber ? { ...painting, tool: 'erase' } : painting, points);
      if (dabs !== painting.dabs) paint({ dabs });
    },
    endStroke: (): void => {
      const { painting } = store.getState();
      if (before !== null && painting !== null) step(before, painting.dabs);
      before = null;
    },
    cancelStroke: (): void => {
      if (before !== null) paint({ dabs: before });
      before = null;
    },

    clear: (): void => {
      const { painting } = store.getState();
      if (painting !== null && painting.dabs.length > 0) step(painting.dabs, []);
    },
    undo: (): void => {
      const { painting } = store.getState();
      const last = painting?.past.at(-1);
      if (painting === null || last === undefined) return;
      paint({ dabs: last, past: painting.past.slice(0, -1), ahead: [...painting.ahead, painting.dabs] });
      keep(last);
    },
    redo: (): void => {
      const { painting } = store.getState();
      const next = painting?.ahead.at(-1);
      if (painting === null || next === undefined) return;
      paint({ dabs: next, past: [...painting.past, painting.dabs], ahead: painting.ahead.slice(0, -1) });
      keep(next);
    },

    /** Shows what the patient marked in the drawing's place, or the drawing again. */
    lend: (dabs: readonly Dab[] | null): void => {
      const { painting } = store.getState();
      if (painting === null) return;
      // Kept by name, so that what was lent is left out.
      const { tool, radiusMm, dabs: drawn, past, ahead } = painting;
      const own: Painting = { tool, radiusMm, dabs: drawn, past, ahead };
      store.setState({ painting: dabs === null ? own : { ...own, lent: dabs }, painShown: true, layer: 'skin' });
    },
    /** Takes what the patient marked, on the head of this session, in place of what is drawn. It can be taken back. */
    takeOver: (dabs: readonly Dab[]): void => {
      const { painting } = store.getState();
      if (painting === null) return;
      taken.add(dabs);
      step(painting.dabs, dabs);
    },

    /** Draws or erases a place by its name. */
    put: async (place: PainPlace, tool: 'draw' | 'erase'): Promise<void> => {
      const { painting: open, fold } = store.getState();
      if (open === null) return;
      const { resolve } = await chart.placing();
      const walked = await Promise.all(place.walks.map((walk) => resolve({ kind: 'offset', ...walk })));
      const there = walked.flatMap((answer) => (typeof answer === 'string' ? [] : [answer.positionMm]));
      const points = [...plannedPoints(place, fold.rows), ...there];
      const { painting } = store.getState();
      if (painting === null) return;
      if (points.length === 0) chart.say({ key: 'ftp.wait' });
      else step(painting.dabs, worked({ ...painting, tool }, points));
    },

    /** Records what palpation found; null takes it away. */
    grade: ({ muscle, side }: MuscleSide, grade: TendernessGrade | null): void => {
      chart.change((session, made) => {
        const visit = visitOf(session);
        if (grade === null) {
          const cleared = clearTenderness(visit, { muscle, side });
          return cleared === visit ? session : { ...session, visit: cleared };
        }
        const graded = gradeTenderness(visit, { muscle, side, grade }, made);
        return graded.ok ? { ...session, visit: graded.value } : session;
      }, 'finished-too');
    },

    /** Finds where extras could be planned, and shows it; null where a later question has overtaken this one. */
    offer: async (): Promise<Offers | null> => {
      asked += 1;
      const mine = asked;
      const found = await (await chart.placing()).offers.find();
      if (mine !== asked) return null;
      store.setState({ offers: found?.offers ?? [] });
      return found;
    },
    /** Plans an extra where it was offered. True if done. */
    plan: async (offer: Offer): Promise<boolean> => (await chart.placing()).extras.onOffer(offer),
  };
}

const same = (a: readonly Dab[], b: readonly Dab[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every(({ positionMm, radiusMm }, i) => {
      const other = b[i];
      return other?.radiusMm === radiusMm && positionMm.every((mm, k) => mm === other.positionMm[k]);
    }));
