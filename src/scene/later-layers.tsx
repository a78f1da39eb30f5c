import { type ComponentProps, lazy, Suspense } from 'react';
import type { MuscleLayer } from './muscle-layer';
import type { NeedleAtSite } from './needle';
import type { SkinHeat } from './skin-heat';
import type { ZoneLayer } from './zone-layer';

// Layers that the head is first shown without: each is fetched when it is first wanted.

const Muscles = lazy(async () => ({ default: (await import('./muscle-layer')).MuscleLayer }));
const Zones = lazy(async () => ({ default: (await import('./zone-layer')).ZoneLayer }));
const Heat = lazy(async () => ({ default: (await import('./skin-heat')).SkinHeat }));
const Needle = lazy(async () => ({ default: (await import('./needle')).NeedleAtSite }));

export const LaterMuscles = (props: ComponentProps<typeof MuscleLayer>) => (
  <Suspense>
    <Muscles {...props} />
  </Suspense>
);

export const LaterZones = (props: ComponentProps<typeof ZoneLayer>) => (
  <Suspense>
    <Zones {...props} />
  </Suspense>
);

export const LaterHeat = (props: ComponentProps<typeof SkinHeat>) => (
  <Suspense>
    <Heat {...props} />
  </Suspense>
);

export const LaterNeedle = (props: ComponentProps<typeof NeedleAtSite>) => (
  <Suspense>
    <Needle {...props} />
  </Suspense>
);
