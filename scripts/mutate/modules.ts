/** The modules whose tests are tested, in the order in which they are run. */
export const modules = ['ledger', 'outcomes', 'record', 'learn', 'protocol'] as const;
export type Mutated = (typeof modules)[number];

/** How a process that was started for one module knows it. */
export const moduleVariable = 'MUTATED_MODULE';

export function mutatedModule(): Mutated {
  const said = process.env[moduleVariable];
  const module = modules.find((name) => name === said);
  if (module === undefined) throw new Error(`${moduleVariable} names no module that is mutated`);
  return module;
}

/** Tests that are left out here and still run in `npm test`; why stands beside each. */
export const slowTests: ReadonlySet<string> = new Set([
  // How long a fold takes: code that carries its mutants takes longer.
  'tests/unit/ledger/fold-time.test.ts',
  // Reads all sources as text, which are not what is run here.
  'tests/unit/protocol/numbers-stand-once.test.ts',
]);
