import { createContext, useContext, useEffect } from 'react';
import { useStore } from 'zustand';
import type { SessionStore } from '../record/ports';
import type { Picture } from '../scene/head-map';
import type { Beside } from '../state/aids/beside';
import type { AnatomyService, DistanceService, ExamAnatomy, MapAnatomy, RuleAnatomy } from '../state/anatomy-service';
import type { Bulk } from '../state/bulk';
import type { Chart } from '../state/chart';
import type { ClinicServer } from '../state/clinic-server';
import type { ChartState } from '../state/chart-state';
import type { Command } from '../state/commands/command';
import type { Heads } from '../state/heads';
import type { Records } from '../state/records';
import type { Replanning } from '../state/replanning';
import type { LearnKit } from '../state/learn/learn-kit';
import type { OutcomesKit } from '../state/outcomes/outcomes-kit';
import type { Lock } from '../state/lock';
import type { NoteDesk } from '../state/note-desk';
import type { PracticeStore, ShownPractice } from '../state/practice';
import type { PracticeDesk } from '../state/practice-desk';
import type { Settings, SettingsStore } from '../state/settings';
import type { SigningDesk } from '../state/signing';
import type { StockDesk } from '../state/stock-desk';
import type { Updates } from '../state/updates';
import type { VaultDesk } from '../state/vault-desk';

/** What the screens are given by the composition root. */
export type Services = {
  readonly chart: Chart;
  /** Every action, fetched when it is needed. */
  readonly commands: () => Promise<readonly Command[]>;
  /** Planning a session after another one, fetched when it is needed. */
  readonly replanning: () => Promise<Replanning>;
  readonly settings: SettingsStore;
  /** What the practice keeps, as far as it was read; `practiceDesk` reads and changes it, fetched when it is needed. */
  readonly practice: PracticeStore;
  readonly practiceDesk: () => Promise<PracticeDesk>;
  readonly heads: Heads;
  readonly store: SessionStore;
  readonly anatomy: AnatomyService & DistanceService & ExamAnatomy & MapAnatomy & RuleAnatomy;
  readonly signing: () => Promise<SigningDesk>;
  /** Vials and lots, fetched when they are needed. */
  readonly stock: () => Promise<StockDesk>;
  readonly lock: Lock;
  /** What is done to the vault as a whole, fetched when it is needed. */
  readonly vault: () => Promise<VaultDesk>;
  readonly records: Records;
  /** The clinic's server, fetched when it is needed; `start` sends what is to be sent, where one is set. */
  readonly server: { readonly open: () => Promise<ClinicServer>; readonly start: () => Promise<ClinicServer | null> };
  /** Many sessions at once, out and in, fetched when it is needed. */
  readonly bulk: () => Promise<Bulk>;
  /** Procedure notes as pages and PDFs, fetched when they are needed. */
  readonly note: () => Promise<NoteDesk>;
  /** Aids for busy hands and second screens, fetched when they are needed. */
  readonly beside: () => Promise<Beside>;
  /** What Learn is made of, fetched when it is needed. */
  readonly learn: () => Promise<LearnKit>;
  /** What is kept of patients between sessions, fetched when it is needed. */
  readonly outcomes: () => Promise<OutcomesKit>;
  /** Opens a second screen, or says how to where the browser does not let it. */
  readonly openSecond: () => void;
  /** How far this version is kept on the device, and newer ones, fetched when it is needed. */
  readonly updates: () => Promise<Updates>;
  readonly version: string;
  readonly headModel: string;
  /** The theme in force: the setting, or the device's where the setting says so. */
  readonly theme: 'light' | 'dark';
  readonly reducedMotion: boolean;
  /** A phone. */
  readonly smallScreen: boolean;
  /** Wide enough for the site card to float over the head. */
  readonly wideScreen: boolean;
  readonly apple: boolean;
  /** The head is on screen: what is needed later may be fetched now. */
  readonly onMapUsable: (picture: Picture) => void;
  /** A pointer has come to the map: the skin under it will be asked about. */
  readonly onHandNear: () => void;
  readonly persistence: { readonly granted: () => Promise<boolean>; readonly ask: () => Promise<boolean> };
};

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('a screen stands outside the services it needs');
  return services;
}

/** Reads the chart's state; the component draws again only when what it reads changed. */
export function useChart<T>(read: (state: ChartState) => T): T {
  return useStore(useServices().chart.store, read);
}

export function useSettings<T>(read: (settings: Settings) => T): T {
  return useStore(useServices().settings, read);
}

/** Reads what the practice keeps, and has it read from the vault where that was not done yet. */
export function usePractice<T>(read: (practice: ShownPractice) => T): T {
  const { practice, practiceDesk } = useServices();
  useEffect(() => {
    void practiceDesk().catch(() => undefined);
  }, [practiceDesk]);
  return useStore(practice, read);
}

export const useTheme = (): 'light' | 'dark' => useServices().theme;
