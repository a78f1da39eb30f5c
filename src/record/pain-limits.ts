/** A drawing of pain holds this many dabs; what is drawn beyond it is refused. Ours: it keeps a record small. */
export const mostPainDabs = 400;
