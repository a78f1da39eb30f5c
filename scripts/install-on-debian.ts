import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Installs a package of Debian's with apt-get. False, and nothing is done, where this is not Debian or not run as root;
 * throws with what apt-get said where it fails. `begin` is called before it begins.
 */
export function installOnDebian(name: string, begin: () => void): boolean {
  if (!isRootOnDebian()) return false;
  begin();
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const done = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (done.status !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${done.stdout}${done.stderr}`);
  }
  return true;
}

function isRootOnDebian(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
