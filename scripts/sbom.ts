import { spawnSync } from 'node:child_process';
import { bomFrom } from './licences/bom';
import { root } from './vite/build-inputs';

/**
 * `npm run -s sbom > aliquot.cdx.json`: every package of the lock file as a CycloneDX bill of materials, by npm's own command. The same
 * lock file gives the same bytes. Asks nothing of a network.
 */
const said = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 100_000_000,
  // npm is a script there.
  shell: process.platform === 'win32',
});
if (said.status === 0) process.stdout.write(bomFrom(said.stdout));
else {
  console.error(`npm sbom failed:\n${said.stderr}`);
  process.exitCode = 1;
}
