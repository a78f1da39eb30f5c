import { parseArgs } from 'node:util';
import { readHead } from './read-head';
import { rounded } from './rounded';

/** `npm run landmarks -- [--json]`: the named landmarks of the standard head, mm in the head's frame. */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const { landmarks } = await readHead();
const rows = landmarks.map(({ id, side, positionMm }) => ({ id, side, positionMm: rounded(positionMm, 3) }));
if (values.json) {
  console.log(JSON.stringify(rows, null, 2));
} else {
  console.log(`mm in the head's frame: +x patient's left, +y up, +z forward\n`);
  for (const { id, side, positionMm } of rows) {
    console.log(`${id.padEnd(26)}${side.padEnd(10)}${positionMm.map((mm) => mm.toFixed(1).padStart(8)).join('')}`);
  }
}
