import { changesBetween } from '../record/changes';
import type { PatientFile } from './patient-file';

export type JoinedFile = {
  /** The very file that is here where the other adds nothing. */
  readonly file: PatientFile;
  /** Something stands differently in the two. */
  readonly differs: boolean;
};

/**
 * What is kept of one patient in two places, as one: every entry that either has, each once. What stands differently in both
 * stays as it is `here`, or is taken as it is `there`. Nothing that only one of them knows is lost.
 */
export function joinFiles(here: PatientFile, there: PatientFile, take: 'here' | 'there'): JoinedFile {
  const seen = { differs: false, changed: false };
  /** Fields that this version does not know are joined like the others. */
  const fields = (own: Fields, other: Fields): Fields => {
    const joined: Record<string, unknown> = { ...own };
    for (const [name, theirs] of Object.entries(other)) {
      const mine = own[name];
      if (mine === undefined) {
        joined[name] = theirs;
        seen.changed = true;
      } else if (isList(mine) && isList(theirs)) joined[name] = entries(mine, theirs);
      else if (isFields(mine) && isFields(theirs)) joined[name] = fields(mine, theirs);
      else joined[name] = chosen(mine, theirs);
    }
    return joined;
  };
  const chosen = (mine: unknown, theirs: unknown): unknown => {
    if (isSame(mine, theirs)) return mine;
    seen.differs = true;
    if (take === 'here') return mine;
    seen.changed = true;
    return theirs;
  };
  const entries = (mine: readonly unknown[], theirs: readonly unknown[]): readonly unknown[] => {
    const all = [...mine];
    for (const one of theirs) {
      const id = idOf(one);
      const at = all.findIndex((own) => (id === null ? isSame(own, one) : idOf(own) === id));
      if (at >= 0) all[at] = chosen(all[at], one);
      else {
        all.push(one);
        seen.changed = true;
      }
    }
    return all;
  };
  const file = fields(here, there) as PatientFile;
  return { file: seen.changed ? file : here, differs: seen.differs };
}

type Fields = Readonly<Record<string, unknown>>;

const isSame = (a: unknown, b: unknown): boolean => changesBetween({ a }, { a: b }).length === 0;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const idOf = (one: unknown): string | null => (isFields(one) && typeof one['id'] === 'string' ? one['id'] : null);
