import '../messages/later';
import type { AddressProblem } from '../exchange/fhir/server-address';
import type { Capability, Lack } from '../exchange/fhir/capability';
import type { ClientError } from '../exchange/fhir/client-error';
import type { SmartProblem } from '../exchange/fhir/smart';
import { type Message, t } from '../messages/translate';

/** Why an address is not taken, and what would be. */
export function addressMessage(problem: AddressProblem): Message {
  switch (problem.kind) {
    case 'NotEncrypted':
      return { key: 'server.address.NotEncrypted', values: { host: problem.host } };
    case 'OtherScheme':
      return { key: 'server.address.OtherScheme', values: { scheme: problem.scheme } };
    case 'Unreadable':
    case 'HoldsPassword':
    case 'HasQuery':
      return { key: `server.address.${problem.kind}` };
  }
}

/** Why a request came to nothing, and what to do. */
export function clientMessage(error: ClientError): Message {
  switch (error.kind) {
    case 'Timeout':
      return { key: 'server.error.Timeout', values: { seconds: Math.round(error.afterMs / 1000) } };
    case 'Refused':
    case 'Busy':
    case 'Server':
      return { key: `server.error.${error.kind}`, values: { status: error.status, text: saidBy(error.text) } };
    case 'Unauthorized':
    case 'Forbidden':
      return { key: `server.error.${error.kind}`, values: { text: saidBy(error.text) } };
    case 'NotFhir':
      return { key: 'server.error.NotFhir', values: { found: error.found } };
    case 'Offline':
    case 'Cancelled':
      return { key: `server.error.${error.kind}` };
  }
}

/** What the server itself said, as the end of a sentence; nothing where it said nothing. */
export const saidBy = (text: string): string => (text === '' ? '' : t('server.said', { text }));

/** Why a sign-in came to nothing. */
export function smartMessage(problem: SmartProblem | { readonly kind: 'NoAnswer' }): Message {
  switch (problem.kind) {
    case 'NoSmart':
    case 'NotEncrypted':
    case 'NoToken':
      return { key: `server.smart.${problem.kind}`, values: { what: problem.what } };
    case 'Denied':
      return { key: 'server.smart.Denied', values: { why: problem.why } };
    case 'OtherSignIn':
    case 'NoAnswer':
      return { key: `server.smart.${problem.kind}` };
  }
}

/** What a test of the connection found. */
export function capabilityMessage({ software, fhirVersion, lacks }: Capability): Message {
  const name = software === '' ? t('server.unnamed') : software;
  if (lacks.length === 0) return { key: 'server.works', values: { name, version: fhirVersion } };
  return { key: 'server.lacks', values: { name, version: fhirVersion, what: lacks.map(lackText).join(', ') } };
}

const lackText = (lack: Lack): string => (lack.kind === 'transaction' ? t('server.lack.transaction') : lack.type);
