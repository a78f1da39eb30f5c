import { parseArgs } from 'node:util';
import { Anatomy } from '../src/anatomy/anatomy';
import { checkAnatomy, type CheckRow, tolerance } from '../src/anatomy/check';
import { type Conflict, findConflicts } from '../src/anatomy/conflicts';
import { toBorder } from '../src/anatomy/margin';
import { placeSites } from '../src/anatomy/place-sites';
import { maps } from '../src/protocol/maps';
import { unmeasured } from '../src/protocol/measurements';
import { sitesOf } from '../src/protocol/sites';
import { type DrawnHead, readHead } from './read-head';
import { fixed } from './rounded';

/**
 * `npm run anatomy:check [-- --json | --conflicts --json | --margins --json]`: the built head and muscles measured back
 * against the published figures; where rules and measurements disagree; how far each site lies from its muscle's border.
 * Exits with 1 where a figure is more than 1.5 standard deviations off.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    conflicts: { type: 'boolean', default: false },
    margins: { type: 'boolean', default: false },
  },
});

const head = await readHead();
const anatomy = new Anatomy(head);
const wantsRows = !values.json || (!values.conflicts && !values.margins);
const rows = wantsRows ? checkAnatomy(anatomy, head.muscles) : [];
if (rows.some(({ nearest }) => Math.abs(nearest.z) > tolerance)) process.exitCode = 1;

if (!values.json) print();
else if (values.conflicts) json(findConflicts(anatomy, head.muscles).map(conflictRow));
else if (values.margins) json(margins(anatomy, head));
else json(rows.map(measureRow));

function json(list: readonly object[]): void {
  console.log(JSON.stringify(list, null, 2));
}

function measureRow({ measurement, ours, nearest, compared }: CheckRow): object {
  const { id, what, unit, source, evidence, chosenSpread } = measurement;
  const { of, mean, sd, n } = nearest;
  return {
    id,
    what,
    unit,
    source,
    evidence,
    of,
    mean,
    sd,
    ...(n === undefined ? {} : { n }),
    ours: fixed(ours, 4),
    z: fixed(nearest.z, 4),
    ...(compared.length === 1 ? {} : { compared: compared.map((one) => ({ ...one, z: fixed(one.z, 4) })) }),
    ...(chosenSpread === undefined ? {} : { chosenSpread }),
  };
}

function conflictRow(conflict: Conflict): object {
  return { ...conflict, distanceMm: fixed(conflict.distanceMm, 1) };
}

/** Each site of either map: inside its muscle or not, and how far from the border; the left stands for both sides. */
function margins(from: Anatomy, { muscles }: DrawnHead): readonly Margin[] {
  return maps.flatMap(({ id }) => {
    const placed = placeSites(from, sitesOf(id));
    if (!placed.ok) throw new Error(`${placed.error.site} cannot be placed: ${placed.error.why.kind}`);
    return placed.value
      .filter(({ site }) => site.side !== 'right')
      .map(({ site, positionMm, normal, insideMuscle }) => ({
        map: id,
        site: site.id,
        inside: insideMuscle,
        toBorderMm: fixed(toBorder(muscles, site, positionMm, normal), 1),
      }));
  });
}

type Margin = { readonly map: string; readonly site: string; readonly inside: boolean; readonly toBorderMm: number };

function print(): void {
  console.log('Published mean ± SD, ours, z. Of men and women the nearer counts: the head is neither.\n');
  for (const row of rows) console.log(text(row));
  console.log('\nNot measured:');
  for (const { what, source, why } of unmeasured) console.log(`  ${what} (${source}): ${why}.`);
  console.log('\nWhere a rule and a measurement disagree (neither is bent to the other; left side):');
  for (const conflict of findConflicts(anatomy, head.muscles)) console.log(conflictText(conflict));
  console.log('\nSites and the borders of their muscles (left side):');
  for (const { map, site, inside, toBorderMm } of margins(anatomy, head)) {
    console.log(`  ${map}  ${site.padEnd(16)}${inside ? 'inside by' : 'OUTSIDE by'} ${toBorderMm.toFixed(1)} mm`);
  }
}

function text({ measurement, ours, nearest, compared }: CheckRow): string {
  const { what, unit, source, chosenSpread } = measurement;
  const digits = unit === 'ratio' ? 2 : 1;
  const of = nearest.of === 'everyone' ? '' : ` ${nearest.of}`;
  const n = nearest.n === undefined ? '' : `, n ${String(nearest.n)}`;
  const others = compared.filter((one) => one !== nearest);
  const beside = others.map(({ of: who, z }) => `; against ${who} z ${signed(z)}`).join('');
  const lines = [
    what,
    `  ${String(nearest.mean)} ± ${String(nearest.sd)} ${unit}${of} (${source}${n}); ours ${ours.toFixed(digits)}; z ${signed(nearest.z)}${beside}` +
      (Math.abs(nearest.z) > tolerance ? '  TOO FAR' : ''),
  ];
  if (chosenSpread !== undefined) lines.push(`  The spread is chosen. ${chosenSpread}`);
  return lines.join('\n');
}

function conflictText({ map, site, ruleSource, ruleEvidence, measurement, measurementSource, distanceMm }: Conflict) {
  return `  ${map} ${site}: ${distanceMm.toFixed(1)} mm. Rule: ${ruleSource} (${ruleEvidence}). Against ${measurement} (${measurementSource}).`;
}

function signed(z: number): string {
  return `${z < 0 ? '-' : '+'}${Math.abs(z).toFixed(2)}`;
}
