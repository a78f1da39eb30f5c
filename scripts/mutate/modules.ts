/** The modules whose tests are tested, in the order in which they are run. */
export const modules = ['ledger', 'outcomes', 'record', 'learn', 'protocol'] as const;
export type Mutated = (typeof modules)[number];

/** How a process that was started for one module knows it. */
export const moduleVariable = 'MUTATED_MODULE';

/** One in so many mutants is judged, for a quick look; 1 or nothing for all. */
export const sampleVariable = 'MUTANTS_SAMPLED';

export function mutatedModule(): Mutated {
  const said = process.env[moduleVariable];
  const module = modules.find((name) => name === said);
  if (module === undefined) throw new Error(`${moduleVariable} names no module that is mutated`);
  return module;
}

/**
 * Tests that are left out here and still run in `npm test`: thousands of mutants would wait for them. A file, or one test of
 * it as `file#names`; a test that is not there ends the run.
 */
export const slowTests: ReadonlySet<string> = new Set([
  // Reads all sources as text, which are not what is run here.
  'tests/unit/protocol/numbers-stand-once.test.ts',
  // Long searches and heads walked over, a second and more each on a busy machine.
  'tests/unit/outcomes/diary-edit.test.ts#what is done to a day of a diary is a sound day after every edit of every sound day',
  'tests/unit/record/billing-lines.test.ts#the lines of a session agree with the ledger to the unit, whatever was charted',
  'tests/unit/record/schema.test.ts#docs/session.schema.json is met by every file that is kept in the fixtures, and by a signed one; not by one whose hash is none',
  'tests/unit/learn/landmark-command.test.ts#a landmark command reads back every sentence in which a site of either map is told',
  'tests/unit/learn/landmark-command.test.ts#a landmark command leads the way it says from every landmark, or is refused',
  'tests/unit/learn/assessment.test.ts#the questions of an assessment are the same wherever it is taken, others with another seed, and as many as were set',
  'tests/unit/learn/assessment.test.ts#the questions of an assessment fail nobody by what was not read in a sound source',
]);
