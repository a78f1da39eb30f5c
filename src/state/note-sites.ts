import '../messages/later';
import type { PictureSite } from './note-document';
import type { Vial } from '../ledger/vial';
import { t } from '../messages/translate';
import { offProtocolMuscles } from '../protocol/off-protocol';
import type { NoteEvent, NoteSite, ProcedureNote } from '../record/procedure-note';
import { noteTime } from './note-dates';
import { markerState, movedText, muscleAndSide, sideName, siteName, stateName } from './site-text';

/** To the hundredth: a syringe is read to that, and 5 U in 0.1 mL adds up to it. Never a zero at the end, which is misread tenfold. */
export const mlText = (ml: number): string => String(Math.round(ml * 100) / 100);

/** What a person wrote over several lines, on one: a line of the note is one statement. */
export const oneLine = (text: string): string => text.trim().replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' / ');

/** An extra has its number from the note alone: its own counts within its muscle and side. */
const named = (row: NoteSite['row']): string => (row.ftp ? muscleAndSide(row.muscle, row.side) : siteName(row));

/** "8–11, F1": consecutive numbers as a range. */
export function numbersText(sites: readonly NoteSite[]): string {
  const parts: string[] = [];
  let run: number[] = [];
  const end = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined) {
      if (last - first > 1) parts.push(t('note.range', { from: String(first), to: String(last) }));
      else parts.push(...run.map(String));
    }
    run = [];
  };
  for (const { number } of sites) {
    const n = /^\d+$/.test(number) ? Number(number) : null;
    if (n === null || run.at(-1) !== n - 1) end();
    if (n === null) parts.push(number);
    else run.push(n);
  }
  end();
  return parts.length === 0 ? t('note.none') : parts.join(', ');
}

/** The sites as a picture shows them; nothing is "next" on a note. */
export const pictureSites = ({ sites }: ProcedureNote): readonly PictureSite[] =>
  sites.map(({ number, row }) => {
    const state = markerState(row, null);
    return {
      number,
      muscle: row.muscle,
      ftp: row.ftp,
      state,
      positionMm: row.anchor.positionMm,
      normal: row.anchor.normal,
      told: t('note.pictureSite', { number, site: named(row), state: stateName(state) }),
    };
  });

/** Number, name, and the sentence of its place. */
export const extraText = ({ number, row }: NoteSite): string =>
  t('note.site', { number, site: named(row), text: row.anchor.sentence });

/** Number, name, and why it was skipped, on one line, or that it is still planned. */
export const notGivenText = ({ number, row }: NoteSite): string =>
  t('note.site', {
    number,
    site: named(row),
    text: row.state === 'skipped' ? oneLine(row.reason ?? t('note.skipped')) : t('note.stillPlanned'),
  });

/** How far, to where and why, as one line; none of a site that stands where it was planned. */
export const movedSiteText = ({ number, row }: NoteSite): readonly string[] =>
  row.moved === undefined
    ? []
    : [
        t('note.movedSite', {
          number,
          site: named(row),
          how: movedText(row.moved),
          to: row.anchor.sentence,
          reason: oneLine(row.moved.reason),
        }),
      ];

/** What happened beside the plan, and where, in a sentence. `vials` are those of the session: of several it is told which. */
export function eventText({ entry, site }: NoteEvent, vials: readonly Pick<Vial, 'id'>[]): string {
  const drawn = 'vial' in entry ? vials.findIndex(({ id }) => id === entry.vial) + 1 : 0;
  const about = {
    units: 'units' in entry ? entry.units : 0,
    reason: oneLine(entry.reason ?? ''),
    when: noteTime(entry.at),
    vial: vials.length > 1 && drawn > 0 ? t('note.ofVial', { number: drawn }) : '',
  };
  switch (entry.kind) {
    case 'incident':
      return t('note.incident', { ...about, where: siteOf(site), what: t(`incident.${entry.what}`) }).trim();
    case 'off-protocol':
      return t('note.offProtocol', {
        ...about,
        muscle: offProtocolMuscles[entry.muscle].name,
        side: sideName[entry.side],
        where: oneLine(entry.where),
      }).trim();
    case 'waste':
      return t('note.waste', about).trim();
    case 'stop':
      return t('note.stop', about).trim();
  }
}

function siteOf(site: NoteEvent['site']): string {
  if (site === undefined) return t('note.noSite');
  const { number, row } = site;
  return number === null
    ? t('note.incidentOff', { site: named(row) })
    : t('note.incidentAt', { number, site: named(row) });
}
