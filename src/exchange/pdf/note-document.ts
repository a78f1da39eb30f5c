/**
 * A procedure note as everything that its page says: strings and pictures in reading order, no layout. The PDF and the
 * printed page are two ways of setting the same of these; neither adds a word or a figure. Plain data, so that it can be
 * handed to a worker; where a sentence has gaps in braces, they are filled once the page is set (`filled`).
 */
export type NoteDocument = {
  /** BCP 47. */
  readonly language: string;
  /** Of the file; names no patient. */
  readonly fileTitle: string;
  /** ISO 8601 with offset: when the version was signed, or a draft last changed. The file is dated so, whenever it is made. */
  readonly madeAt: string;
  readonly product: string;
  readonly title: string;
  readonly subtitle: string;
  /** What must be read before anything else: a draft, or a version that was replaced; null where neither. */
  readonly warning: string | null;
  readonly patient: Named;
  readonly session: string;
  readonly pictures: readonly NotePicture[];
  readonly table: NoteTable;
  readonly paragraphs: readonly Said[];
  readonly vials: readonly NoteCard[];
  readonly balances: readonly NoteCard[];
  readonly due: NoteDue;
  /** Null on a draft. */
  readonly signature: NoteSignature | null;
  readonly footer: string;
  /** "Page {page} of {of}". */
  readonly pageText: string;
  /** Stands at the top of every page after the first. */
  readonly runningTitle: string;
  /** Every version of an amended record; null where there is one alone. */
  readonly history: NoteHistory | null;
  /** Tells that the named `{parts}` hold letters that the page's fonts have not. */
  readonly cannotShow: string;
};

/** A text under the name of what it is of, which is said where the text cannot be shown. */
export type Named = { readonly name: string; readonly text: string };

/** "Extras. F1 temporalis left, ...": how a paragraph begins, in bold, and what it says. */
export type Said = { readonly lead: string; readonly text: string };

export type NoteTable = {
  readonly name: string;
  readonly columns: NoteCells<string>;
  readonly rows: readonly NoteRow[];
  readonly total: NoteCells<string>;
};
export type NoteCells<T> = {
  readonly muscle: T;
  readonly left: T;
  readonly right: T;
  readonly midline: T;
  readonly sites: T;
  readonly units: T;
  readonly ml: T;
  readonly at: T;
  readonly rule: T;
};
/** `hue` as #RRGGBB: the colour of the muscle's sites in the pictures. */
export type NoteRow = NoteCells<string> & { readonly hue: string };

/** Pairs of a name and what stands under it. */
export type NoteCard = { readonly title: string; readonly lines: readonly Named[] };
export type NoteDue = { readonly title: string; readonly day: string; readonly text: string };
export type NoteSignature = {
  readonly name: Named;
  readonly lines: readonly string[];
  /** What the signature is. */
  readonly meaning: string;
  readonly seal: { readonly title: string; readonly lines: readonly string[] };
};

export type NoteHistory = {
  readonly title: string;
  readonly versions: readonly {
    readonly title: string;
    /** Who, when, why and what was added. */
    readonly said: readonly Said[];
    /** What differs from the version before; empty for the first, and where words alone were added. */
    readonly changes: readonly Said[];
  }[];
};

/** One view of the head in units of its own: `width` by `height`, y down. Everything seen lies within. */
export type NotePicture = {
  readonly title: string;
  /** What it shows, for who cannot see it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** What lies at its left and right edge. */
  readonly edges: readonly [left: string, right: string];
  readonly head: Drawn;
  readonly marks: readonly NoteMark[];
};

/** Paths about an origin at `x`, `y`, `scale` units of the picture to one of theirs; back to front. */
type Drawn = {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly layers: readonly Layer[];
};
/** SVG path data; even-odd. Colours as #RRGGBB, widths in the path's own units. */
export type Layer = {
  readonly d: string;
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeOpacity?: number;
  readonly strokeWidth?: number;
};

/** A numbered site: its glyph about `x`, `y`, its number about `label`, and the line between them where they stand apart. */
export type NoteMark = {
  readonly number: string;
  readonly x: number;
  readonly y: number;
  readonly parts: readonly Layer[];
  readonly label: { readonly x: number; readonly y: number; readonly colour: string; readonly size: number };
  readonly leader?: { readonly from: Point; readonly to: Point; readonly colour: string };
};
type Point = { readonly x: number; readonly y: number };
