import type { Named, NotePicture, NoteSignature } from './note-document';

/** A table of texts; `hue` of a row as #RRGGBB, where it is of a muscle. */
export type CertificateTable<Column extends string> = {
  readonly title: string;
  readonly columns: Readonly<Record<Column, string>>;
  readonly rows: readonly (Readonly<Record<Column, string>> & { readonly hue: string | null })[];
};

/**
 * A certificate as everything that its page says, in reading order, no layout. Plain data, so that it can be handed to a
 * worker; gaps in braces are filled once the page is set.
 */
export type CertificateDocument = {
  /** BCP 47. */
  readonly language: string;
  /** Of the file; names nobody. */
  readonly fileTitle: string;
  /** ISO 8601 with offset: when it was signed. */
  readonly madeAt: string;
  readonly product: string;
  readonly title: string;
  readonly subtitle: string;
  readonly learner: Named;
  readonly taken: string;
  readonly passed: boolean;
  readonly verdict: string;
  readonly score: string;
  readonly figures: readonly Named[];
  readonly criteria: CertificateTable<'name' | 'wanted' | 'found' | 'met'>;
  readonly pictures: readonly NotePicture[];
  readonly sites: CertificateTable<'site' | 'mm' | 'said'>;
  /** What the figures are no measure of, and what they were measured on. */
  readonly limit: string;
  readonly measured: string;
  readonly signature: NoteSignature;
  readonly footer: string;
  readonly pageText: string;
  readonly runningTitle: string;
  readonly cannotShow: string;
};
