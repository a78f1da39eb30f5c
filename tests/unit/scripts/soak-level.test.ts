import { describe, expect, it } from 'vitest';
import { grown, type Reading, slack, soakOf } from '../../../scripts/prove/soak-level';

const warm: Reading = {
  held: { heap: 22e6, nodes: 3600, listeners: 270, documents: 4, workers: 2, contexts: 1 },
  drawn: { buffers: 20, vertexArrays: 6, textures: 7, programs: 6, framebuffers: 4 },
  fresh: 11e6,
};
const level = { heap: '', fresh: '', page: '', scene: '' };
const holding = (more: Partial<Reading['held']>): Reading => ({ ...warm, held: { ...warm.held, ...more } });

describe('a soak', () => {
  it('finds nothing where as much is held as after the warm-up, or less', () => {
    expect(grown(warm, warm)).toEqual(level);
    expect(grown(warm, { ...holding({ heap: 21e6, nodes: 3000, contexts: 0 }), fresh: null })).toEqual(level);
  });

  it('finds a heap that grew, and tells one that grew with the records from one that did not', () => {
    const more = slack.heap + 10_000;
    expect(grown(warm, { ...holding({ heap: 22e6 + more }), fresh: 11e6 + more })).toEqual({
      ...level,
      heap: '1.01 MB more',
    });
    expect(grown(warm, { ...warm, fresh: 11e6 - more })).toEqual({ ...level, fresh: '1.01 MB more' });
  });

  it('finds each count that grew, by its name', () => {
    expect(grown(warm, holding({ nodes: 3701, listeners: 290 })).page).toBe('nodes 3600 to 3701');
    expect(grown(warm, holding({ workers: 3 })).page).toBe('workers 2 to 3');
    expect(grown(warm, holding({ contexts: 2 })).scene).toBe('contexts 1 to 2');
    expect(
      grown(warm, { ...warm, drawn: { buffers: 20, vertexArrays: 6, textures: 8, programs: 6, framebuffers: 4 } })
        .scene,
    ).toBe('textures 7 to 8');
  });

  it('is warm after a hundred sessions and read every fifty, and a short one is read after its warm-up too', () => {
    expect(soakOf(1000)).toEqual({ sessions: 1000, head: true, warmUp: 100, every: 50 });
    for (const sessions of [4, 5, 12, 200]) {
      const { warmUp, every } = soakOf(sessions);
      expect(warmUp % every).toBe(0);
      expect(sessions).toBeGreaterThan(warmUp);
    }
  });
});
