/** A reason that says nothing is none. */
export const isBlank = (reason: string): boolean => reason.trim() === '';
