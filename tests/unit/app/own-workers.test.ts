import { describe, expect, it } from 'vitest';
import { isOwnWorker } from '../../../src/app/own-workers';

const page = 'https://clinic.example/aliquot/index.html?code=1#/records';

describe('a worker of this build', () => {
  it('is known by its address, in whatever folder the app lies', () => {
    expect(isOwnWorker('https://clinic.example/aliquot/service-worker.js', page)).toBe(true);
    expect(isOwnWorker('https://clinic.example/aliquot/assets/note-worker-BxK_2-a9.js', page)).toBe(true);
    expect(isOwnWorker('assets/drawing-worker-D8.js', 'http://127.0.0.1:4173/')).toBe(true);
  });

  it('is no other file of the origin, and none of another', () => {
    for (const address of [
      'https://evil.example/assets/note-worker-a.js',
      'https://clinic.example/assets/note-worker-a.js',
      'https://clinic.example/aliquot/assets/index-a.js',
      'https://clinic.example/aliquot/fhir/assets/note-worker-a.js',
      'https://clinic.example/aliquot/assets/../fhir/service-worker.js',
      'https://clinic.example/aliquot/assets/note-worker-a.js?x=https://evil.example',
      'https://clinic.example.evil.example/aliquot/service-worker.js',
      'data:text/javascript,take(everything)',
      'blob:https://clinic.example/0b0e',
      'javascript:take(everything)//service-worker.js',
      '',
    ])
      expect(isOwnWorker(address, page), address).toBe(false);
  });
});
