import { layerLaw, type ModuleLaw } from '../../tests/support/layer-law';

/** The part of a module's page that says what the layer law says. Everything between the marks is written by the command. */
const begin = '<!-- The law: written by `npm run architecture` from tests/support/layer-law.ts. -->';
const end = '<!-- End of the law. -->';

/** The page with its law as it stands now. Throws where the page has no such part. */
export function withLaw(page: string, name: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/modules/${name}.md has no part for the law: ${begin} ... ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${lawTable(name)}\n\n${page.slice(to)}`;
}

/** Who may import whom, as the rows of a table. */
export function lawTable(name: string): string {
  const law = layerLaw[name];
  if (law === undefined) throw new Error(`tests/support/layer-law.ts knows no module ${name}`);
  const others = Object.keys(layerLaw).filter((other) => other !== name);
  const rows = [
    ['May import', mayImport(law)],
    ['Must not import', listed(others.filter((other) => law.ours[other] === undefined))],
    ['May be imported by', importers(name)],
    ['Packages', listed(law.packages)],
    ['Pure', law.pure === true ? 'yes: no React, page, clock, chance, network or storage' : 'no'],
  ];
  return ['| | |', '|---|---|', ...rows.map(([what, says]) => `| ${what} | ${says} |`)].join('\n');
}

function mayImport({ ours, assets }: ModuleLaw): string {
  const names = Object.entries(ours).map(([other, reach]) => `\`${other}\`${reach === 'types' ? ' (types only)' : ''}`);
  return [...names, ...(assets === true ? ['files of `assets`'] : [])].join(', ') || 'nothing of ours';
}

function importers(name: string): string {
  const found = Object.entries(layerLaw).filter(([, { ours }]) => ours[name] !== undefined);
  return (
    found.map(([other, { ours }]) => `\`${other}\`${ours[name] === 'types' ? ' (types only)' : ''}`).join(', ') ||
    'nobody'
  );
}

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ') || 'none';
