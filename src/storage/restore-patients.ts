import { parseDiary } from '../outcomes/diary';
import { joinDiaries } from '../outcomes/diary-join';
import { parsePatientFile } from '../outcomes/patient-file';
import { joinFiles } from '../outcomes/patient-file-join';
import type { StoredDocument } from '../record/ports';
import { disagree, type Living, planOne, type Planning } from './restore-step';

type Joined = { readonly doc: unknown; readonly differ: readonly string[] | null };

/** What both sides hold as one; which of them this version cannot read where it is one of them. */
type Join = (here: unknown, there: unknown, take: 'here' | 'there') => Joined | 'unread here' | 'unread there';

const diaries: Join = (mine, theirs, take) => {
  const [here, there] = [parseDiary(mine), parseDiary(theirs)];
  if (!there.ok) return 'unread there';
  if (!here.ok) return 'unread here';
  const { diary, differ } = joinDiaries(here.value, there.value, take);
  return { doc: diary === here.value ? mine : diary, differ: differ.length === 0 ? null : differ };
};

const files: Join = (mine, theirs, take) => {
  const [here, there] = [parsePatientFile(mine), parsePatientFile(theirs)];
  if (!there.ok) return 'unread there';
  if (!here.ok) return 'unread here';
  const { file, differs } = joinFiles(here.value, there.value, take);
  return { doc: file === here.value ? mine : file, differ: differs ? [] : null };
};

const joins: Readonly<Partial<Record<StoredDocument['kind'], Join>>> = { diary: diaries, patient: files };

/** What is kept of a patient between sessions and is joined: two kinds have one id. */
export const patientsPlace = ({ kind, id }: Pick<StoredDocument, 'kind' | 'id'>): string => `${kind}/${id}`;

/** Whether both sides of it are joined, neither in place of the other: a diary or a patient file. */
export const isOfPatient = ({ kind }: Pick<StoredDocument, 'kind'>): boolean => joins[kind] !== undefined;

/**
 * A patient's diary or file. Days and entries are added to on either side, and neither side is the later of the two: what is
 * missing here is taken in from the backup, whatever the revisions. A day or an entry that says something else here stays, and is
 * told as a conflict, unless the backup's was asked for. What this version cannot read here, and can in the backup, is a conflict
 * as well, however often it was written here; what it cannot read in the backup stands by itself.
 */
export function planOfPatient(
  plan: Planning,
  document: StoredDocument,
  living: Living | undefined,
  take: boolean,
): void {
  const here = living?.kind === 'sound' ? living.document : null;
  const joined = here === null ? undefined : joins[document.kind]?.(here.doc, document.doc, take ? 'there' : 'here');
  if (joined === 'unread here' && !take) {
    disagree(plan, document, living, { unread: true });
    return;
  }
  if (here === null || joined === undefined || typeof joined === 'string') {
    planOne(plan, document, living, take);
    return;
  }
  const differs = joined.differ !== null && !take;
  if (differs) disagree(plan, document, living, joined.differ.length === 0 ? {} : { days: joined.differ });
  if (joined.doc !== here.doc) {
    plan.write.push({
      document: { ...document, doc: joined.doc },
      expected: here.revision,
      revision: Math.max(here.revision, document.revision) + 1,
    });
  } else if (!differs) plan.same += 1;
}
