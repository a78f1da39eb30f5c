import type { StoreApi } from 'zustand/vanilla';
import type { SessionStore } from '../../record/ports';
import type { Beside } from '../aids/beside';
import type { AnatomyService, DistanceService, MapAnatomy } from '../anatomy-service';
import type { Bulk } from '../bulk';
import type { Chart } from '../chart';
import type { ChartDeps } from '../chart-core';
import type { Command } from '../commands/command';
import type { NoteDesk } from '../note-desk';
import type { OutcomesKit } from '../outcomes/outcomes-kit';
import type { PracticeStore } from '../practice';
import type { PracticeDesk } from '../practice-desk';
import type { Records } from '../records';
import type { Replanning } from '../replanning';
import type { SettingsStore } from '../settings';
import type { SigningDesk } from '../signing';
import type { StockDesk } from '../stock-desk';
import type { CaseId, TrainingCase } from './cases';
import type { Debrief } from './debrief';

/**
 * What Chart is given instead of the app's own in a dry run. Whatever reads or writes records does so in memory; what hands
 * something out of the app refuses.
 */
export type TrainingServices = {
  readonly chart: Chart;
  readonly commands: () => Promise<readonly Command[]>;
  readonly replanning: () => Promise<Replanning>;
  readonly settings: SettingsStore;
  readonly practice: PracticeStore;
  readonly practiceDesk: () => Promise<PracticeDesk>;
  readonly store: SessionStore;
  readonly anatomy: AnatomyService & DistanceService;
  readonly signing: () => Promise<SigningDesk>;
  readonly stock: () => Promise<StockDesk>;
  readonly records: Records;
  readonly note: () => Promise<NoteDesk>;
  /** These reject: nothing of them is in a dry run, and whoever asks says so or shows nothing. */
  readonly bulk: () => Promise<Bulk>;
  readonly beside: () => Promise<Beside>;
  readonly outcomes: () => Promise<OutcomesKit>;
  readonly openSecond: () => void;
  readonly onMapUsable: () => void;
};

/** What a dry run takes from the app: reads of it, a clock and ids. No store of the app is among it. */
export type TrainingPorts = Pick<ChartDeps, 'placements' | 'heads' | 'zones' | 'now' | 'newId'> & {
  /** The app's own, of which copies are taken. */
  readonly settings: Pick<SettingsStore, 'getState'>;
  readonly practice: Pick<PracticeStore, 'getState'>;
  readonly anatomy: MapAnatomy;
  /** Shows another screen, by the fragment of its address. */
  readonly go: (fragment: string) => void;
  /** The head is on screen: questions about it may be got ready for. */
  readonly onMapUsable: () => void;
  /** Has the keys act on a chart; the answer ends that. */
  readonly listen: (to: Pick<TrainingServices, 'chart' | 'commands' | 'settings'>) => () => void;
};

/** A simulated patient in the chair. */
export type DryRun = {
  readonly case: TrainingCase;
  readonly services: TrainingServices;
  /** Has the keys act on this chart; the answer ends that. */
  readonly listen: () => () => void;
  /** Holds what was charted against the model answer. */
  readonly end: () => Promise<EndedRun>;
};

export type EndedRun = {
  readonly case: TrainingCase;
  readonly debrief: Debrief;
  /** Each rule that the chart held to on the way, as it said so, once. */
  readonly refused: readonly string[];
};

export type TrainingState = {
  readonly run: DryRun | null;
  /** The one that was ended last; null once another is begun. */
  readonly ended: EndedRun | null;
};

/** Dry runs, one at a time. A run outlives its screen and ends with the page. */
export type Training = {
  readonly store: StoreApi<TrainingState>;
  /** Seats a patient; the run that is under way is thrown away, unless it is of the same case and `again` is not asked for. */
  readonly begin: (id: CaseId, again?: 'again') => Promise<void>;
  readonly end: () => Promise<void>;
  /** Throws away what was charted, or its debrief, and goes back to the cases. */
  readonly leave: () => void;
};
