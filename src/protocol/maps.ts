import type { ProtocolMap } from './map';
import { preempt2010 } from './maps/preempt-2010';
import { preempt2017 } from './maps/preempt-2017';
import type { MapId } from './words';

/** The published maps, newest first. A record names the one it follows. */
export const maps: readonly ProtocolMap[] = [preempt2017, preempt2010];

/** The map of that id. */
export const mapOf = (id: MapId): ProtocolMap => (id === 'preempt-2010' ? preempt2010 : preempt2017);

/** The map to compare one with. */
export const otherMap = (id: MapId): MapId => (id === 'preempt-2010' ? 'preempt-2017' : 'preempt-2010');

/** Whether a text, from a file or a command line, names a map. */
export const isMapId = (text: string): text is MapId => maps.some((map) => map.id === text);
