/** The three cuts of the note's typeface, each a whole TrueType file. What is used of them is embedded, nothing else. */
export type NoteFonts = { readonly regular: Uint8Array; readonly semibold: Uint8Array; readonly bold: Uint8Array };
export type Cut = keyof NoteFonts;
export const cuts: readonly Cut[] = ['regular', 'semibold', 'bold'];
