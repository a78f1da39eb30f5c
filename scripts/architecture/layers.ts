/** The folders of src from the one that may see everything down to the one that sees nothing, as the picture stacks them. */
export type Layer = {
  readonly title: string;
  readonly says: string;
  readonly pure?: boolean;
  /** Folder and what it knows, in a few words. An importer stands before what it imports. */
  readonly modules: readonly (readonly [name: string, knows: string])[];
};

export const layers: readonly Layer[] = [
  { title: 'Composition', says: 'puts it together', modules: [['app', 'wiring and workers']] },
  {
    title: 'Interface',
    says: 'shows state, holds no facts',
    modules: [
      ['screens', 'what is on each screen'],
      ['scene', 'the head in 3D and drawn'],
      ['ui', 'controls and design tokens'],
    ],
  },
  {
    title: 'What is being done',
    says: 'actions as data',
    modules: [['state', 'every action once, in stores without React']],
  },
  {
    title: 'Edges',
    says: 'disk, files, words',
    modules: [
      ['exchange', 'session file, FHIR, PDF, CSV, calendar'],
      ['storage', 'the encrypted vault and its backups'],
      ['messages', 'every visible sentence'],
    ],
  },
  {
    title: 'Pure core',
    says: 'no page, clock, chance or storage',
    pure: true,
    modules: [
      ['learn', 'what is taught, asked and scored'],
      ['outcomes', 'diary windows, bounds, verdicts'],
      ['record', 'session, visit, signing, chain, ports'],
      ['ledger', 'entries, rules, totals'],
      ['anatomy', 'the skin, and rules walked along it'],
      ['protocol', 'the paradigm as data, with its sources'],
    ],
  },
];
