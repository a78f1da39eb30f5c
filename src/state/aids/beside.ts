import type { SecondDesk } from '../second/desk';
import type { Aids } from './aids';

/** What runs beside the chart, fetched together: charting does not need it. */
export type Beside = { readonly aids: Aids; readonly second: SecondDesk };
