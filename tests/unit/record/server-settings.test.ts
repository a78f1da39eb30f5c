import { describe, expect, it } from 'vitest';
import { readServerSettings, type ServerSettings } from '../../../src/record/server-settings';

const grant = { access: 'secret', expiresAt: null, tokenEndpoint: 'https://fhir.clinic.example/token' };
const smart: ServerSettings = {
  address: '/fhir',
  paused: true,
  signIn: { kind: 'smart', client: 'aliquot', scope: 'openid', grant },
};

describe('the settings of a server', () => {
  it.each<ServerSettings>([
    smart,
    { address: '/fhir', paused: false, signIn: { kind: 'none' } },
    { address: '/fhir', paused: false, signIn: { kind: 'bearer', token: 'secret' } },
  ])('are read as they were kept: %j', (settings) => {
    expect(readServerSettings(settings)).toEqual(settings);
  });

  it.each([
    null,
    {},
    { ...smart, paused: 'yes' },
    { ...smart, signIn: { kind: 'basic' } },
    { ...smart, signIn: { ...smart.signIn, grant: { ...grant, expiresAt: 'tomorrow' } } },
  ])('are to be set anew where they cannot be read: %j', (kept) => {
    expect(readServerSettings(kept)).toBeNull();
  });
});
