import { createStore, type StoreApi } from 'zustand/vanilla';
import { readVariant, standardVariant } from '../anatomy/variant';
import { type WorkOrderId, workOrderIds } from '../ledger/work-order';
import { type Language, languages } from '../messages/patient/languages';
import type { MapId } from '../protocol/words';

/** The skins the head can be drawn with, lightest first. How each looks is the scene's. */
export const skinTones = ['tone-1', 'tone-2', 'tone-3', 'tone-4', 'tone-5', 'tone-6'] as const;
export type SkinTone = (typeof skinTones)[number];

export const lockAfter = ['2', '5', '10', '30', '0'] as const;
type LockAfter = (typeof lockAfter)[number];

/** What this device remembers outside the records. No patient data belongs here. */
export type Settings = {
  readonly theme: 'system' | 'light' | 'dark';
  readonly map: MapId;
  /** The head for new sessions: `standard`, or what it measures (see `variant.ts`). */
  readonly head: string;
  readonly detail: 'auto' | 'full' | 'light';
  /**
   * In 3D, or as a drawing. By itself (`auto`) the head is in 3D, and a machine that turns it too slowly is offered the
   * drawing; wherever 3D fails, the drawing takes its place.
   */
  readonly drawing: 'auto' | '3d' | 'drawn';
  readonly tone: SkinTone;
  /** The painted hairline, brows and midline, for placing. A drawing aid: nothing is measured from it. */
  readonly hairline: boolean;
  readonly injector: string;
  /** What is done to the head by itself: it turns to the site that comes next, or stays as it was left. */
  readonly follow: 'turn' | 'stay';
  /** Each step, and what comes next, is said aloud. */
  readonly speech: boolean;
  /** A short pulse with a dose, a double one with a refusal, where the device has it. */
  readonly haptics: boolean;
  /** Single letters act as shortcuts; off for people whose speech input types letters (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  /** In which order the next site is offered. */
  readonly order: WorkOrderId;
  /** The practice's own order and templates as earlier versions kept them here, unread, until the vault holds them. */
  readonly toMove: { readonly ownOrder?: unknown; readonly templates?: unknown } | null;
  /** The way from the next site through those that follow is drawn on the map. */
  readonly path: boolean;
  /** What a pedal or presenter does that sends PageDown and PageUp: walk the sites, or give and undo. */
  readonly pedal: 'walk' | 'give';
  /** Nothing may be given before identity, consent, checks and the vial's time are recorded. */
  readonly holdFirst: boolean;
  /**
   * This device's vault has a passphrase, as far as is known before it was asked: the lock then shows at once. Only a
   * hint; the vault alone decides.
   */
  readonly locks: boolean;
  /** Minutes without a key or a touch until the vault locks; 0: never. Chosen values, for a device that has a passphrase. */
  readonly lockAfter: LockAfter;
  /** What patients read in Preview and take home. */
  readonly patientLanguage: Language;
  /** The intended-use notice was acknowledged. */
  readonly understood: boolean;
  /** The session to reopen when the page is loaded without one. */
  readonly lastSession: string | null;
};

export const defaultSettings: Settings = {
  theme: 'system',
  map: 'preempt-2017',
  head: standardVariant,
  detail: 'auto',
  drawing: 'auto',
  tone: 'tone-2',
  hairline: false,
  injector: '',
  follow: 'turn',
  speech: false,
  haptics: true,
  letterKeys: true,
  order: 'paradigm',
  toMove: null,
  path: true,
  pedal: 'walk',
  holdFirst: false,
  locks: false,
  lockAfter: '10',
  patientLanguage: 'en',
  understood: false,
  lastSession: null,
};

/** Where settings are kept: one text under one name. Either call may fail quietly; settings are a convenience. */
export type SettingsPort = { readonly read: () => string | null; readonly write: (text: string) => void };

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], fallback: T): T =>
  allowed.find((known) => known === value) ?? fallback;

/** Reads kept settings, taking the default for whatever is missing or not understood. */
export function parseSettings(text: string | null): Settings {
  let raw: unknown = null;
  try {
    raw = text === null ? null : JSON.parse(text);
  } catch {
    raw = null;
  }
  if (typeof raw !== 'object' || raw === null) return defaultSettings;
  const kept = raw as Partial<Record<keyof Settings | 'ownOrder' | 'templates', unknown>>;
  return {
    theme: oneOf(kept.theme, ['system', 'light', 'dark'], defaultSettings.theme),
    map: oneOf(kept.map, ['preempt-2010', 'preempt-2017'], defaultSettings.map),
    head: typeof kept.head === 'string' && readVariant(kept.head).ok ? kept.head : defaultSettings.head,
    detail: oneOf(kept.detail, ['auto', 'full', 'light'], defaultSettings.detail),
    drawing: oneOf(kept.drawing, ['auto', '3d', 'drawn'], defaultSettings.drawing),
    tone: oneOf(kept.tone, skinTones, defaultSettings.tone),
    hairline: kept.hairline === true,
    injector: typeof kept.injector === 'string' ? kept.injector : '',
    follow: oneOf(kept.follow, ['turn', 'stay'], defaultSettings.follow),
    speech: kept.speech === true,
    haptics: kept.haptics !== false,
    letterKeys: kept.letterKeys !== false,
    order: oneOf(kept.order, workOrderIds, defaultSettings.order),
    toMove: toMove(kept),
    path: kept.path !== false,
    pedal: oneOf(kept.pedal, ['walk', 'give'], defaultSettings.pedal),
    holdFirst: kept.holdFirst === true,
    locks: kept.locks === true,
    lockAfter: oneOf(kept.lockAfter, lockAfter, defaultSettings.lockAfter),
    patientLanguage: oneOf(kept.patientLanguage, languages, defaultSettings.patientLanguage),
    understood: kept.understood === true,
    lastSession: typeof kept.lastSession === 'string' ? kept.lastSession : null,
  };
}

/** Carried on to the letter, or it would be lost with the first setting that is written. */
function toMove(kept: Readonly<Record<string, unknown>>): Settings['toMove'] {
  const { toMove: carried, ownOrder, templates } = kept;
  if (typeof carried === 'object' && carried !== null) return carried;
  return ownOrder === undefined && templates === undefined ? null : { ownOrder, templates };
}

export type SettingsStore = StoreApi<Settings>;

/** A store of settings that writes each change through the port. */
export function createSettings(port: SettingsPort): SettingsStore {
  const store = createStore<Settings>()(() => parseSettings(port.read()));
  store.subscribe((settings) => {
    port.write(JSON.stringify(settings));
  });
  return store;
}
