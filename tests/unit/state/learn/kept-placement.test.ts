import { describe, expect, it } from 'vitest';
import type { Score } from '../../../../src/learn/exam';
import { maps } from '../../../../src/protocol/maps';
import type { MapId } from '../../../../src/protocol/words';
import { createLearningDesk } from '../../../../src/state/learn/create-learning-desk';
import { documentMemory } from '../../../support/document-memory';
import { scoredPin } from '../../../support/scored-pin';

const site = 'occipitalis-L-1';
const placedOn = (map: MapId): Score => ({
  task: { map, head: 'standard', groups: [] },
  pins: [scoredPin(site)],
  missed: ['procerus-M'],
  tookMs: 1000,
});

describe('a placement that is kept', () => {
  it('counts for its sites on the map that it was placed by, and for no other', async () => {
    let made = 0;
    const desk = createLearningDesk({
      documents: documentMemory(),
      now: () => '2026-11-29T09:00:00+01:00',
      newId: () => {
        made += 1;
        return `id-${String(made)}`;
      },
      tellOthers: () => undefined,
      saveFile: () => undefined,
    });
    for (const { id } of maps) await desk.addPlacement(placedOn(id), 'practice');
    const { learning } = desk.store.getState();
    expect(learning?.placements.map(({ map }) => map)).toEqual(maps.map(({ id }) => id));
    expect(learning?.reviews.map(({ card, rating }) => [card, rating])).toEqual(
      maps.flatMap(({ id }) => [
        [`site:${id}:${site}`, 'easy'],
        [`site:${id}:procerus-M`, 'again'],
      ]),
    );
  });
});
