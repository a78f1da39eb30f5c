import { serve } from './serve';
import { buildIfNeeded, dist } from './vite/build-inputs';

const { HOST = '127.0.0.1', PORT } = process.env;
const defaultPort = 4173;
const asked = PORT !== undefined && PORT !== '';
const port = asked ? Number(PORT) : defaultPort;

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT is not a port: ${String(PORT)}`);
  process.exit(1);
}
await buildIfNeeded(console.log);
try {
  // A port that was asked for is taken at its word; the default one gives way.
  const { url } = await serve({ directory: dist, host: HOST, port, orNext: !asked });
  console.log(`Aliquot is at ${url}  (Ctrl+C stops it)`);
} catch (error) {
  console.error(`Aliquot could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
