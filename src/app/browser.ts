import type { SettingsPort } from '../state/settings';
import { named } from './demo';

/** The local time as ISO 8601 with its offset: "2026-11-23T10:47:12.345+01:00". */
export function isoNow(date = new Date()): string {
  const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, '0');
  const minutes = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  return `${local}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** Random ids: unguessable, and the same length on every device. */
export const newId = (): string => crypto.randomUUID();

export const settingsKey = named('aliquot.settings');

/** Settings in local storage; a browser that forbids it only forgets them. */
export const settingsPort: SettingsPort = {
  read: () => {
    try {
      return localStorage.getItem(settingsKey);
    } catch {
      return null;
    }
  },
  write: (text) => {
    try {
      localStorage.setItem(settingsKey, text);
    } catch {
      // Settings are a convenience; the records are kept elsewhere and say so when they cannot be.
    }
  },
};

/** Hands a text, or bytes, to the user as a file. */
export function saveFile(name: string, content: BlobPart, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the address after this task.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

/** Whether the browser has promised to keep the data, and asking it to. False where it does not know the question. */
export const persistence = {
  granted: async (): Promise<boolean> => 'storage' in navigator && (await navigator.storage.persisted()),
  ask: async (): Promise<boolean> => 'storage' in navigator && (await navigator.storage.persist()),
};
