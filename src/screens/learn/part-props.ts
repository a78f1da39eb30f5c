/** What every part of Learn is shown with. `at`: a place within it, from the address. */
export type PartProps = { readonly at: string | null };
