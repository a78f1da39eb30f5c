import { createFhirProxy, readProxyBase } from './fhir-proxy';
import { type Handler, serve } from './serve';
import { buildIfNeeded, dist } from './vite/build-inputs';

const { HOST = '127.0.0.1', PORT, FHIR_BASE_URL, FHIR_AUTHORIZATION, FHIR_HOSTS = '' } = process.env;
const defaultPort = 4173;
const asked = PORT !== undefined && PORT !== '';
const port = asked ? Number(PORT) : defaultPort;

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT is not a port: ${String(PORT)}`);
  process.exit(1);
}

/** The clinic's FHIR server on the app's own origin, where one is named. */
function fhirProxy(): Handler | undefined {
  if (FHIR_BASE_URL === undefined || FHIR_BASE_URL === '') return undefined;
  const hosts = FHIR_HOSTS.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  return createFhirProxy({
    base: FHIR_BASE_URL,
    hosts: [HOST, ...hosts],
    ...(FHIR_AUTHORIZATION === undefined || FHIR_AUTHORIZATION === '' ? {} : { authorization: FHIR_AUTHORIZATION }),
  });
}

try {
  const before = fhirProxy();
  await buildIfNeeded(console.log);
  // A port that was asked for is taken at its word; the default one gives way.
  const { url } = await serve({
    directory: dist,
    host: HOST,
    port,
    orNext: !asked,
    ...(before === undefined ? {} : { before }),
  });
  console.log(`Aliquot is at ${url}  (Ctrl+C stops it)`);
  if (before !== undefined) console.log(`FHIR server: ${readProxyBase(FHIR_BASE_URL ?? '')} at ${url}fhir`);
} catch (error) {
  console.error(`Aliquot could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
