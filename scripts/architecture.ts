import { readFileSync, writeFileSync } from 'node:fs';
import { filesByModule, importCounts, readSources } from './architecture/import-counts';
import { withLaw } from './architecture/law-text';
import { layers } from './architecture/layers';
import { architecturePicture } from './architecture/picture';

/**
 * `npm run architecture`: draws docs/pictures/architecture.svg from the imports of src as they are, and writes the law
 * of tests/support/layer-law.ts into the pages of docs/modules. The tests hold both to it.
 */
const sources = readSources();
const picture = 'docs/pictures/architecture.svg';
writeFileSync(picture, architecturePicture(importCounts(sources), filesByModule(sources)));
console.log(picture);

for (const [name] of layers.flatMap(({ modules }) => modules)) {
  const page = `docs/modules/${name}.md`;
  writeFileSync(page, withLaw(readFileSync(page, 'utf8'), name));
  console.log(page);
}
