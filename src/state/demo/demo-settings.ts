import { parseSettings, type Settings } from '../settings';

/**
 * What of this device's settings holds in the demo as well: how the app looks, and that its notice was read. `kept` is the text
 * under which they are kept; whatever of it is not understood is the default.
 */
export function settingsForDemo(kept: string | null): Partial<Settings> {
  const { theme, tone, hairline, detail, drawing, letterKeys, patientLanguage, understood } = parseSettings(kept);
  return { theme, tone, hairline, detail, drawing, letterKeys, patientLanguage, understood };
}
