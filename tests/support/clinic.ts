import type { Near } from '../../src/anatomy/fields';
import type { MoveQuestion } from '../../src/anatomy/move-site';
import type { Neighbour } from '../../src/anatomy/neighbours';
import type { PainAnswer, PainQuestion } from '../../src/anatomy/pain-spots';
import { fixedSites } from '../../src/protocol/fixed-sites';
import type { MuscleId, Side } from '../../src/protocol/words';
import type { AnatomyService, SkinAnswer, SkinQuery } from '../../src/state/anatomy-service';
import { createChart } from '../../src/state/chart';
// Loaded when first asked for; here before, so that no test waits for a file to be read.
import '../../src/state/placing';
import '../../src/state/zone-text';
import { createHeads } from '../../src/state/heads';
import { createReplanning } from '../../src/state/replanning';
import { type Practice, noPractice, ownOrderOf } from '../../src/record/practice';
import { createPractice } from '../../src/state/practice';
import { createSettings } from '../../src/state/settings';
import type { ZonePlacement } from '../../src/state/zones';
import { createMemoryStore, type MemoryDisk, memoryDisk } from './memory-store';
import { sampleAnchor, sampleHead } from './sample-sessions';
import { standardCurves } from './standard-curves';

/** A chart without screens: the real actions over a store in memory, a clock and ids that count, and skin that says what a test wants. */
export function openClinic(disk: MemoryDisk = memoryDisk()) {
  let ticks = 0;
  const now = () => {
    ticks += 1;
    return new Date(Date.UTC(2026, 10, 23, 10, 0, ticks)).toISOString().replace('Z', '+00:00');
  };
  const store = createMemoryStore({ now, disk });
  let kept: string | null = null;
  const settings = createSettings({
    read: () => kept,
    write: (text) => {
      kept = text;
    },
  });
  const practice = createPractice();
  let ofPractice: Practice = noPractice;
  const opened: string[] = [];
  const emergency = { view: false };
  const skin: { answer: SkinAnswer | 'off-skin' | 'not-ready'; asked: SkinQuery[] } = { answer: 'off-skin', asked: [] };
  const moving: { answer: Awaited<ReturnType<AnatomyService['move']>>; asked: MoveQuestion[] } = {
    answer: 'off-skin',
    asked: [],
  };
  const hurting: { answer: PainAnswer | 'not-ready'; asked: PainQuestion[] } = {
    answer: { over: [], spots: [] },
    asked: [],
  };
  const placing: { works: boolean; asked: string[] } = { works: true, asked: [] };
  const zones: { fails: boolean; placement: ZonePlacement } = {
    fails: false,
    placement: { paths: [], near: () => new Map() },
  };
  const placement = {
    anchors: new Map(fixedSites.map((site) => [site.id, sampleAnchor(site.muscle, site.side, site.order)])),
    outsideByMm: new Map([['occipitalis-L-1', 14]]),
  };
  const lower = { shiftMm: 29, upMm: -29, alongMm: 0, toward: 'lateral' } as const;
  const shifts = new Map([['frontalis-L-1', { site: 'frontalis-L-1', ...lower }]]);
  const anatomy: AnatomyService = {
    resolve: (query) => {
      skin.asked.push(query);
      return Promise.resolve(skin.answer);
    },
    place: (head) => {
      placing.asked.push(head);
      const placed = { head: { ...sampleHead, variant: head }, of: () => placement, shiftsTo: () => shifts };
      return Promise.resolve(placing.works ? placed : null);
    },
    move: (question) => {
      moving.asked.push(question);
      return Promise.resolve(moving.answer);
    },
    pain: (question) => {
      hurting.asked.push(question);
      return Promise.resolve(hurting.answer);
    },
    cut: () => Promise.resolve('not-ready'),
  };
  const chart = createChart({
    store,
    settings,
    practice,
    placements: { head: sampleHead, of: () => placement, shiftsTo: () => shifts },
    anatomy,
    heads: createHeads(standardCurves),
    zones: () => (zones.fails ? Promise.reject(new Error('no network')) : Promise.resolve(zones.placement)),
    now,
    newId: () => crypto.randomUUID(),
    readOnly: () => emergency.view,
    onOpened: (session) => opened.push(session),
  });
  return {
    chart,
    replanning: createReplanning({
      chart,
      store,
      shown: practice,
      // The vault's part of it has tests of its own.
      practice: () =>
        Promise.resolve({
          change: (how) => {
            ofPractice = how(ofPractice);
            practice.setState({ ownOrder: ownOrderOf(ofPractice), templates: ofPractice.templates });
            return Promise.resolve(null);
          },
        }),
      anatomy,
    }),
    practice,
    /** Opened to be read only. */
    emergency,
    store,
    settings,
    disk,
    skin,
    moving,
    hurting,
    placing,
    zones,
    opened,
    state: chart.store.getState,
    /** Lets writes and answers that are on their way arrive. */
    settle: async () => {
      // What the chart fetches when it is first asked to place something.
      await Promise.all([import('../../src/state/placing'), import('../../src/state/zone-text')]);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    /** The skin now answers with a point in this muscle. */
    pointIn: (muscle: MuscleId, side: Side, near: readonly Neighbour[] = [], nearestSite: Near | null = null): void => {
      const anchor = sampleAnchor(muscle, side, 40);
      const found: SkinAnswer = {
        under: { muscle, side },
        other: null,
        positionMm: anchor.positionMm,
        normal: anchor.normal,
        anchor,
        nearestSite,
        zones: near,
      };
      skin.answer = found;
    },
    entries: () => chart.store.getState().session?.entries ?? [],
    refusal: () => {
      const { notice } = chart.store.getState();
      return notice?.kind === 'refused' ? notice.message.key : null;
    },
  };
}

export type Clinic = ReturnType<typeof openClinic>;
