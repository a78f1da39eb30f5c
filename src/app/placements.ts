import built from '../../assets/head/sites.json';
import type { PlacedHead } from '../anatomy/placed-head';
import { placementsOf } from '../state/placements';

/**
 * The sites of both maps as the rules place them on the standard head, computed when the head was built. The file is
 * held to the rules by a test; only its literal types are lost on the way.
 */
export const placements = placementsOf(built as unknown as PlacedHead);
