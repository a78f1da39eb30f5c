import { browserFlags, findBrowser, quickFlags } from '../../scripts/find-browser';

/** Of all addresses there are, this machine's alone are found. */
const nowhereElse = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/**
 * How the tests start their browser. Pages that come one after the other share a process: to begin one and read the app's
 * code anew is half of what opening it costs. Windows that are open at once get one `each`, as at a clinic.
 */
export function launching(processes: 'shared' | 'each') {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No browser found: run `npm test`, which says what to install.');
  return {
    executablePath,
    args: [...browserFlags, ...quickFlags, nowhereElse, ...(processes === 'shared' ? ['--process-per-site'] : [])],
  };
}
