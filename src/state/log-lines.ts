import type { Entry } from '../ledger/entry';
import { t } from '../messages/translate';
import type { MuscleId, Side, SiteId } from '../protocol/words';
import { muscleName, siteName } from './site-text';

export type LogLine = { readonly step: string; readonly at: string; readonly what: string; readonly amount: string };

/** The entries after the opening plan as lines, newest first; the entries of one gesture are one line. */
export function logLines(entries: readonly Entry[]): readonly LogLine[] {
  const opening = entries[0]?.step;
  const planned = new Map<SiteId, { muscle: MuscleId; side: Side; ftp: boolean }>();
  const steps = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.kind === 'plan') planned.set(entry.site, entry);
    if (entry.step === opening) continue;
    const step = steps.get(entry.step);
    if (step === undefined) steps.set(entry.step, [entry]);
    else step.push(entry);
  }
  const name = (site: SiteId): string => {
    const plan = planned.get(site);
    // Without the words "follow-the-pain": the F in its number says so, and the line is short.
    return plan === undefined ? site : siteName({ ...plan, id: site, ftp: false });
  };
  return [...steps.values()].reverse().flatMap((made) => {
    const [first] = made;
    if (first === undefined) return [];
    const total = made.reduce((sum, entry) => sum + (entry.kind === 'give' ? entry.units : 0), 0);
    const muscle = planned.get(first.site)?.muscle;
    const what =
      made.length > 1 && muscle !== undefined
        ? t('log.group', { muscle: muscleName(muscle), sites: made.length })
        : name(first.site);
    return [{ step: first.step, at: first.at, what, amount: amountText(first, total) }];
  });
}

function amountText(entry: Entry, given: number): string {
  switch (entry.kind) {
    case 'give':
      return t('ledger.logGiven', { units: given });
    case 'plan':
      return t('ledger.logPlanned');
    case 'skip':
      return t('ledger.logSkipped');
    case 'move':
      return t('ledger.logMoved', { mm: Math.round(entry.shiftMm) });
    case 'void':
      return t('ledger.logVoided');
  }
}
