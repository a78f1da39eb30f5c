import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './vite/build-inputs';

/** Where everything lies that is made: the compiled launcher, the list of its archives, databases and logs. Not in git. */
export const cacheFolder = join(root, '.cache/fhir-server');
const project = join(root, 'tests/fhir-server');
/** What HAPI FHIR 8 asks for. */
const oldestJava = 17;
/** A start takes 40 s on two busy cores; longer than this means that it hangs. */
const longestStartMs = 400_000;

/** What is missing on this machine to run the server, in words; null where nothing is. */
export function whatIsMissing(): string | null {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.error !== undefined || java.status !== 0) return `no Java (${String(oldestJava)} or newer, as "java")`;
  const found = Number(/version "(\d+)/.exec(java.stderr + java.stdout)?.[1] ?? 0);
  if (found < oldestJava) return `no Java ${String(oldestJava)} or newer (found ${String(found)})`;
  const maven = spawnSync('mvn', ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  return maven.error === undefined && maven.status === 0 ? null : 'no Maven (as "mvn")';
}

/**
 * Has Maven fetch the server and compile its launcher, where that was not done before. Gives the class path. Throws with what
 * Maven said.
 */
export function assembleServer(say: (line: string) => void): string {
  const hash = createHash('sha256');
  for (const name of ['pom.xml', 'FhirServer.java']) hash.update(readFileSync(join(project, name)));
  const made = hash.digest('hex');
  const [stamp, list] = [join(cacheFolder, 'stamp'), join(cacheFolder, 'classpath')];
  const isMade = () => {
    const archives = readFileSync(list, 'utf8').trim();
    const whole = readFileSync(stamp, 'utf8') === made && archives.split(delimiter).every((path) => existsSync(path));
    return whole ? archives : null;
  };
  const kept = existsSync(stamp) && existsSync(list) ? isMade() : null;
  const classes = join(cacheFolder, 'classes');
  if (kept !== null) return [classes, kept].join(delimiter);

  say('Maven fetches the FHIR server, which takes some minutes the first time ...');
  mkdirSync(cacheFolder, { recursive: true });
  const maven = spawnSync(
    'mvn',
    ['-B', '-q', '-f', join(project, 'pom.xml'), 'compile', 'dependency:build-classpath', `-Dmdep.outputFile=${list}`],
    { encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (maven.status !== 0) throw new Error(`Maven could not assemble the server:\n${maven.stdout}${maven.stderr}`);
  writeFileSync(stamp, made);
  const archives = isMade();
  if (archives === null) throw new Error('Maven said nothing, and the server is not whole');
  return [classes, archives].join(delimiter);
}

export type FhirServer = {
  /** Where it answers: `http://127.0.0.1:<port>/fhir`. */
  readonly base: string;
  readonly pid: number;
  /** As when the power of its program goes: it is killed, and what it was doing is not done. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
};

export type ServerOptions = {
  readonly classPath: string;
  /** Where its database is; a server started on the same folder again has what the one before it kept. */
  readonly folder: string;
  /** Refuse what the server's own validator finds an error in. */
  readonly validates?: boolean;
};

/** Starts the server on a free port of the loopback interface and waits until it answers. Killed with this process. */
export async function startFhirServer({ classPath, folder, validates = false }: ServerOptions): Promise<FhirServer> {
  mkdirSync(folder, { recursive: true });
  const log = join(folder, 'server.log');
  const child = spawn(
    'java',
    [
      '-Xmx3g',
      '-XX:+UseSerialGC',
      // Compiled once and quickly: it lives for minutes, and starts in a third of the time.
      '-XX:TieredStopAtLevel=1',
      '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
      '-Duser.timezone=UTC',
      '-cp',
      classPath,
      'FhirServer',
      '0',
      folder,
      ...(validates ? ['validate'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const onExit = () => child.kill('SIGKILL');
  process.on('exit', onExit);
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      process.removeListener('exit', onExit);
      resolve();
    });
  });
  child.stderr.pipe(createWriteStream(log, { flags: 'a' }));
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  try {
    const port = await portOf(child, log);
    const base = `http://127.0.0.1:${String(port)}/fhir`;
    const { ok } = await fetch(`${base}/metadata`);
    if (!ok || child.pid === undefined) throw new Error(`the server answers, but not /metadata: see ${log}`);
    return { base, pid: child.pid, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** The port that the server says it is ready on. */
function portOf(child: ChildProcess & { readonly stdout: NodeJS.ReadableStream }, log: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`the server was not ready in ${String(longestStartMs / 1000)} s: see ${log}`));
    }, longestStartMs);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const port = /^ready (\d+)$/m.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended with code ${String(code)} before it was ready: see ${log}`));
    });
  });
}
