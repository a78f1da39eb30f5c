import type { Cited } from '../protocol/paradigm';
import type { Evidence } from '../protocol/rule';
import { retreatment } from '../protocol/safety-limits';
import type { SourceId } from '../protocol/sources';

// What is worked out from diaries says where its rules were read, as the paradigm does. It gets the words for that here, and
// the time between two sessions with its source, so that it depends on the record alone.
export { type Cited, type Evidence, retreatment, type SourceId };
