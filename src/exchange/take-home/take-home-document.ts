import type { Layer, NotePicture } from '../pdf/note-document';

/**
 * What a patient takes home, as everything that it says, in reading order and one language, without layout. It names nobody.
 * The PDF and the page are two ways of setting the same of these. Plain data, so that it can be handed to a worker.
 */
export type TakeHomeDocument = {
  /** BCP 47. */
  readonly language: string;
  readonly fileTitle: string;
  /** ISO 8601 with offset: when the record was signed. Both files are dated so, whenever they are made. */
  readonly madeAt: string;
  readonly product: string;
  readonly title: string;
  readonly intro: string;
  /** The day of the treatment, and what was given, in sentences. */
  readonly told: readonly string[];
  /** When the next treatment is due; null where this session does not tell. */
  readonly next: { readonly title: string; readonly text: string } | null;
  readonly map: {
    readonly title: string;
    readonly text: string;
    readonly pictures: readonly NotePicture[];
    readonly legend: readonly { readonly parts: readonly Layer[]; readonly text: string }[];
  };
  readonly areas: {
    readonly title: string;
    readonly columns: AreaCells;
    /** `leftOut`: how many were, in a sentence; null where none was. */
    readonly rows: readonly (AreaCells & { readonly leftOut: string | null })[];
  };
  readonly sections: readonly TakeHomeSection[];
  readonly sources: { readonly title: string; readonly lines: readonly string[] };
  /** What the page is not. */
  readonly limits: readonly string[];
  /** "Page {page} of {of}". */
  readonly pageText: string;
  /** Stands at the top of every page after the first. */
  readonly runningTitle: string;
};

export type AreaCells = Readonly<Record<'area' | 'left' | 'middle' | 'right' | 'all', string>>;

export type TakeHomeSection = {
  /** `warn`: unlike everything else on the page. */
  readonly tone: 'plain' | 'warn';
  readonly title: string;
  readonly groups: readonly TakeHomeGroup[];
};
export type TakeHomeGroup = {
  readonly heading: string | null;
  /** Of a group that is a matter of life. */
  readonly urgent: boolean;
  readonly items: readonly string[];
  /** How the practice is reached, where the list is of what to call it for; `href` dials it, null where nothing surely does. */
  readonly call: { readonly text: string; readonly href: string | null } | null;
  /** Stands under the list and is no part of what the heading begins. */
  readonly after: string | null;
};
