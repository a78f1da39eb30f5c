import { describe, expect, it } from 'vitest';
import { connectSources } from '../../../scripts/vite/connect-sources';

describe('the origins that a hosted build may talk to', () => {
  it('are those that are named, and none where none is', () => {
    expect(connectSources(undefined)).toEqual([]);
    expect(connectSources(' https://fhir.example/r4, https://login.example:8443 https://fhir.example ')).toEqual([
      'https://fhir.example',
      'https://login.example:8443',
    ]);
    expect(connectSources('http://127.0.0.1:8080/fhir')).toEqual(['http://127.0.0.1:8080']);
  });

  it('stop the build where one is no single https origin', () => {
    for (const text of [
      '*',
      'https://*',
      'https://*.example',
      'fhir.example',
      'http://fhir.example',
      "'unsafe-inline'",
      'https:',
      'data:',
    ])
      expect(() => connectSources(text), text).toThrow('CONNECT_SRC');
  });
});
