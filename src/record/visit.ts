/** What a session records of the visit around the procedure. Read by `visit-schema.ts`. */
export type Visit = Readonly<Record<string, unknown>>;
