import '../../messages/later';
import type { Fold, SiteRow } from '../../ledger/state';
import { t } from '../../messages/translate';
import { aliquot, fixedSiteCount, muscleOf, muscles } from '../../protocol/paradigm';
import { regions } from '../../protocol/regions';
import { safetyCheckOf } from '../../protocol/safety-checks';
import { cumulativeDose } from '../../protocol/safety-limits';
import { type MuscleId, sumOfUnits, thousandths } from '../../protocol/words';
import { needlesOf } from '../../record/needles';
import { visitOf } from '../../record/visit';
import { muscleName, ordinalOf, sideName, siteName } from '../site-text';
import { type Attempt, cited, convention, type DebriefLine, fromCautions, line, type Statement } from './debrief-line';
import { excusedSites, tailoringLines } from './debrief-tailoring';

/** What was given and what was not, against what should have been. */
export function doseLines(attempt: Attempt, fold: Fold): readonly DebriefLine[] {
  const beside = besideLines(fold);
  if (attempt.case.model.outcome === 'stop') return [stopLine(attempt, fold), ...beside];
  return [
    ...(fold.totals.stopped
      ? [line('stopped', 'missed', t('training.line.stoppedWrongly'), convention(t('training.rule.stop')))]
      : []),
    ...siteLines(attempt, fold),
    ...extraLines(attempt, fold.rows),
    ...tailoringLines(attempt, fold.rows),
    ...beside,
  ];
}

/** Where nothing is injected today, that is the whole of the answer, and it is put down. */
function stopLine({ case: { model }, session }: Attempt, { totals }: Fold): DebriefLine {
  const forbidding: readonly Statement[] = model.yes.flatMap((id) => {
    const { effect, because } = safetyCheckOf(id);
    return effect === 'blocks' ? fromCautions(because) : [];
  });
  const limit = { units: cumulativeDose.maximum.units };
  const reasons: readonly Statement[] = [
    ...forbidding,
    ...(model.elsewhere === null ? [] : cited(t('training.rule.cumulative', limit), cumulativeDose.maximum)),
  ];
  const count = needlesOf(session.entries).length;
  if (count > 0 && forbidding.length > 0)
    return line('outcome', 'missed', t('training.line.injected', { count }), reasons);
  if (count > 0) {
    // The limit is one that the Chart lets be set aside, up to a total and for a reason.
    const dose = sumOfUnits([model.elsewhere?.units ?? 0, totals.total]);
    const reasoned = visitOf(session).overrides.some(
      (one) => one.rule === 'cumulative-dose' && thousandths(one.units) >= thousandths(dose),
    );
    return reasoned
      ? line('outcome', 'differs', t('training.line.injectedOver', { count, ...limit }), reasons)
      : line(
          'outcome',
          'missed',
          t('training.line.injectedUnreasoned', { count, ...limit }),
          reasons,
          convention(t('training.rule.overLimit')),
        );
  }
  return totals.stopped
    ? line('outcome', 'right', t('training.line.stopped'), reasons, convention(t('training.rule.stop')))
    : line('outcome', 'missed', t('training.line.notStopped'), reasons, convention(t('training.rule.stop')));
}

function siteLines(attempt: Attempt, { rows }: Fold): readonly DebriefLine[] {
  const excused = excusedSites(attempt, rows);
  const fixed = rows.filter(({ ftp }) => !ftp);
  const without = fixed.filter(({ id, state }) => state !== 'given' && !excused.leftOut.has(id));
  const moved = fixed.filter(({ id, moved }) => moved !== undefined && !excused.moved.has(id));
  const missing = muscles.flatMap(({ id }) => {
    const sites = without.filter(({ muscle }) => muscle === id);
    return sites.length === 0
      ? []
      : [
          line(
            `sites-${id}`,
            'missed',
            sites.length === fixedSiteCount(muscleOf(id))
              ? t('training.line.muscleMissing', { muscle: muscleName(id) })
              : t('training.line.sitesMissing', { muscle: muscleName(id), sites: sites.map(within).join(', ') }),
            doseOf(id),
          ),
        ];
  });
  const given = fixed.filter(({ state }) => state === 'given');
  return [
    ...missing,
    ...(missing.length > 0
      ? []
      : [
          line(
            'sites',
            'right',
            t(given.length < fixed.length ? 'training.line.sitesTailored' : 'training.line.sites', {
              sites: given.length,
              units: given.length * aliquot.units,
            }),
            cited(t('training.rule.table'), muscleOf('temporalis').dose),
          ),
        ]),
    ...(moved.length === 0
      ? []
      : [
          line(
            'moved',
            'differs',
            t('training.line.moved', { sites: moved.map(siteName).join(', ') }),
            convention(t('training.rule.deviation')),
          ),
        ]),
  ];
}

/** "left 2": a site under the name of its muscle. */
const within = ({ id, side }: SiteRow): string => t('training.site', { side: sideName[side], n: ordinalOf(id) });

/** What a muscle takes by the table: so many sites of so many units. */
function doseOf(id: MuscleId): readonly Statement[] {
  const muscle = muscleOf(id);
  const values = { muscle: muscle.name, sites: fixedSiteCount(muscle), units: muscle.unitsPerSite };
  return cited(t('training.rule.sites', values), muscle.dose);
}

function extraLines({ case: { model } }: Attempt, rows: readonly SiteRow[]): readonly DebriefLine[] {
  const given = rows.filter(({ ftp, state }) => ftp && state === 'given');
  const fits = ({ muscle, side }: SiteRow) =>
    model.extras.some((place) => place.muscle === muscle && place.side === side);
  const [there, elsewhere] = [given.filter(fits), given.filter((row) => !fits(row))];
  const rule = [
    ...cited(t('training.rule.extras'), muscleOf('temporalis').dose),
    ...cited(t('training.rule.usLabel', { units: regions.us.labelMaximum.units }), regions.us.labelMaximum),
  ];
  return [
    ...(model.extras.length === 0
      ? []
      : there.length > 0
        ? [line('extras', 'right', t('training.line.extras', { sites: there.map(siteName).join(', ') }), rule)]
        : // They may be given and never must: to give none is no less than it should be.
          [line('extras', 'right', t('training.line.noExtras'), rule)]),
    ...(elsewhere.length === 0
      ? []
      : [
          line(
            'extras-elsewhere',
            // Where the story names the place of the pain, extras at another are to be done otherwise; else it is open.
            model.extras.length > 0 ? 'missed' : 'differs',
            t('training.line.extrasElsewhere', { sites: elsewhere.map(siteName).join(', ') }),
            rule,
          ),
        ]),
  ];
}

/** What happened beside the plan is right to be put down, and no part of the model answer. */
function besideLines({ events }: Fold): readonly DebriefLine[] {
  const standing = events.filter(({ voided }) => voided === undefined).map(({ entry }) => entry.kind);
  return (['incident', 'off-protocol'] as const).flatMap((kind) => {
    const count = standing.filter((one) => one === kind).length;
    return count === 0
      ? []
      : [line(kind, 'differs', t(`training.line.${kind}`, { count }), convention(t(`training.rule.${kind}`)))];
  });
}
