import type { Cited } from '../protocol/paradigm';
import { retreatment } from '../protocol/safety-limits';

// What is worked out from diaries says where its rules were read, as the paradigm does. It gets the words for that here, and
// the time between two sessions with its source, so that it depends on the record alone.
export { type Cited, retreatment };
