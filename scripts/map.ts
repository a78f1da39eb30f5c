import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Anatomy } from '../src/anatomy/anatomy';
import { curvesOf } from '../src/anatomy/head-size';
import { type NotPlaced, type PlacedSite, placeSites } from '../src/anatomy/place-sites';
import { measuresFrom, variantProblemText } from '../src/anatomy/variant';
import { variantHead } from '../src/anatomy/variant-head';
import { completed, solveWarp } from '../src/anatomy/variant-solve';
import { isMapId, mapOf } from '../src/protocol/maps';
import { siteName } from '../src/protocol/names';
import { sitesOf } from '../src/protocol/sites';
import { readHead } from './read-head';
import { fixed, rounded } from './rounded';

/**
 * `npm run map -- [--json] [--map preempt-2010] [--variant file.json]`: where the rules of a map put the sites on the
 * standard head, or on one of the size in a file (`{"headLength": 205, ...}`, mm; what is left out is the standard
 * head's, the circumference that of its length and breadth). Every distance is measured back along the skin. Lengths in mm, head's frame.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    map: { type: 'string', default: 'preempt-2017' },
    variant: { type: 'string' },
  },
});

function refuse(why: string): never {
  console.error(why);
  process.exit(2);
}

const map = isMapId(values.map) ? values.map : refuse(`There is no map ${values.map}: preempt-2017 or preempt-2010.`);

const standard = await readHead();
const anatomy = values.variant === undefined ? new Anatomy(standard) : variantFrom(values.variant);
const placed = placeSites(anatomy, sitesOf(map));
if (placed.ok) print(placed.value);
else fail(placed.error);

/** The head of the size that a file names; refuses one that cannot be, with the reason. */
function variantFrom(path: string): Anatomy {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return refuse(`--variant ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const curves = curvesOf(new Anatomy(standard));
  const some = measuresFrom(value);
  if (!some.ok) return refuse(`--variant ${path}: ${variantProblemText(some.error)}`);
  const size = completed(curves, some.value);
  const warp = solveWarp(curves, size);
  if (!warp.ok) return refuse(`--variant ${path}: ${variantProblemText(warp.error)}`);
  return new Anatomy(variantHead(standard, curves, size, warp.value));
}

function print(sites: readonly PlacedSite[]): void {
  if (values.json) {
    console.log(JSON.stringify(sites.map(row), null, 2));
    return;
  }
  const { title, status } = mapOf(map);
  console.log(`${title} (${status})\nmm in the head's frame: +x patient's left, +y up, +z forward\n`);
  for (const placed of sites) console.log(`${text(placed)}\n`);
  const outside = sites.filter(({ insideMuscle }) => !insideMuscle);
  console.log(`${sites.length} sites, ${outside.length} of them outside the muscle as drawn.`);
}

function row({ site, positionMm, normal, measured, legs, insideMuscle, outsideByMm, conflict }: PlacedSite): object {
  return {
    id: site.id,
    muscle: site.muscle,
    side: site.side,
    ordinal: site.ordinal,
    units: site.units,
    rule: site.rule.sentence,
    positionMm: rounded(positionMm, 3),
    normal: rounded(normal, 4),
    measuredMm: Object.fromEntries(Object.entries(measured).map(([leg, mm]) => [leg, fixed(mm, 3)])),
    legs: legs.map((leg) => ({ ...leg, measured: fixed(leg.measured, 4) })),
    insideMuscle,
    outsideByMm: fixed(outsideByMm, 2),
    conflict,
  };
}

function text({ site, positionMm, legs, insideMuscle, outsideByMm, conflict }: PlacedSite): string {
  const lines = [
    `${siteName(site)} (${site.id}, ${site.units} U) at ${rounded(positionMm, 1).join(', ')}`,
    `  ${site.rule.sentence}`,
    ...legs.map(({ name, unit, chosen, measured }) => {
      const asked = chosen === null ? '' : ` (rule: ${chosen})`;
      return unit === 'mm' ? `  ${fixed(measured, 2)} mm ${name}${asked}` : `  ${fixed(measured, 4)} ${name}${asked}`;
    }),
    `  ${insideMuscle ? 'inside its muscle' : `outside its muscle by ${outsideByMm.toFixed(1)} mm`}`,
  ];
  if (conflict !== null) lines.push(`  Conflict: ${conflict}`);
  return lines.join('\n');
}

function fail({ site, why }: NotPlaced): void {
  console.error(`${site} cannot be placed: ${why.kind}`);
  process.exitCode = 1;
}
