import { fixedSites } from '../../src/protocol/fixed-sites';
import type { AnatomyService, DistanceService } from '../../src/state/anatomy-service';
import { createHeads } from '../../src/state/heads';
import { createPractice } from '../../src/state/practice';
import { createSettings, defaultSettings } from '../../src/state/settings';
import type { TrainingPorts } from '../../src/state/training/training-kit';
import { sampleAnchor, sampleHead } from './sample-sessions';
import { standardCurves } from './standard-curves';

/** What a dry run takes from an app that has no screens: a clock that counts seconds, and skin that is never there. */
export function trainingPorts(change: Partial<TrainingPorts> = {}) {
  const written: string[] = [];
  const settings = createSettings({
    read: () => JSON.stringify({ ...defaultSettings, injector: 'Dr A. Example', lastSession: 'the-real-one' }),
    write: (text) => written.push(text),
  });
  let at = Date.parse('2026-06-02T09:00:00Z');
  const now = () => {
    at += 1000;
    return new Date(at).toISOString().replace('Z', '+00:00');
  };
  const placement = {
    anchors: new Map(fixedSites.map((site) => [site.id, sampleAnchor(site.muscle, site.side, site.order)])),
    outsideByMm: new Map<string, number>(),
  };
  const notReady = () => Promise.resolve('not-ready' as const);
  const anatomy: AnatomyService & DistanceService = {
    place: () => Promise.resolve(null),
    resolve: notReady,
    move: notReady,
    pain: notReady,
    cut: notReady,
    between: notReady,
  };
  const ports: TrainingPorts = {
    settings,
    practice: createPractice(),
    placements: { head: sampleHead, of: () => placement, shiftsTo: () => new Map() },
    heads: createHeads(standardCurves),
    zones: () => Promise.resolve({ paths: [], near: () => new Map() }),
    anatomy: { onMap: () => anatomy },
    now,
    newId: () => crypto.randomUUID(),
    go: () => undefined,
    onMapUsable: () => undefined,
    listen: () => () => undefined,
    ...change,
  };
  return { ports, settings, written };
}
