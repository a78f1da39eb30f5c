import type { FetchPort } from '../exchange/fhir/client';

/** The one way out of the app: to the clinic's own server, and only where one is set. */
export const network: FetchPort = (url, init) => fetch(url, init);
