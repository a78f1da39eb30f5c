import { parseArgs } from 'node:util';
import { Anatomy } from '../src/anatomy/anatomy';
import { type NotPlaced, type PlacedSite, placeSites } from '../src/anatomy/place-sites';
import { isMapId, mapOf } from '../src/protocol/maps';
import { siteName } from '../src/protocol/names';
import { sitesOf } from '../src/protocol/sites';
import { readHead } from './read-head';
import { fixed, rounded } from './rounded';

/**
 * `npm run map -- [--json] [--map preempt-2010]`: where the rules of a map put the sites on the standard head, every
 * distance measured back along the skin. Lengths in mm, head's frame.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    map: { type: 'string', default: 'preempt-2017' },
    variant: { type: 'string' },
  },
});

const refuse = (why: string): never => {
  console.error(why);
  process.exit(2);
};

if (values.variant !== undefined) {
  refuse(`--variant ${values.variant}: this version has the standard head only, so no variant can be mapped yet.`);
}
const map = isMapId(values.map) ? values.map : refuse(`There is no map ${values.map}: preempt-2017 or preempt-2010.`);

const placed = placeSites(new Anatomy(await readHead()), sitesOf(map));
if (placed.ok) print(placed.value);
else fail(placed.error);

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
