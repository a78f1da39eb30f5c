import { standardVariant } from '../anatomy/variant';
import type { DocumentStore } from '../record/ports';
import { drawNote } from '../scene/note/draw-note';
import { type AssessmentDeps, type AssessmentDesk, createAssessmentDesk } from '../state/learn/assessment-desk';
import { sameLearner } from '../learn/class-results';
import { createCertificatePdf } from '../state/learn/assessment-pdf';
import type { LearningDesk } from '../state/learn/learning-desk';
import { webChecking } from '../storage/web-crypto';
import type { Kit } from './app';
import { isoNow, newId, saveFile } from './browser';
import type { LazyStore } from './lazy-store';
import { createNoteWriter } from './note-writer';
import { placements } from './placements';

/** Assessments and certificates: kept in the vault, beside what was learned. */
export function openAssessments(kit: Kit & { readonly store: LazyStore }, learning: LearningDesk): AssessmentDesk {
  const { anatomy, heads, onHandNear, practice, practiceDesk, store, version } = kit;
  // The vault is fetched when it is asked; Learn is drawn without it.
  const there = async (): Promise<DocumentStore> => (await store.records()).documents;
  const place: AssessmentDeps['place'] = (head) => {
    if (head === standardVariant) return Promise.resolve(placements);
    // Has the full head fetched, without which none of another size is worked out.
    onHandNear();
    return anatomy.place(head);
  };
  return createAssessmentDesk({
    documents: {
      readAll: async () => (await there()).readAll('learning'),
      write: async (changes) =>
        (await there()).write(
          changes.map((change) => ({ kind: 'learning', ...change })),
          'strict',
        ),
    },
    examiner: anatomy,
    place,
    crypto: webChecking,
    // One device may hold the exam for a whole class: what one of them did is no one else's.
    learned: async (learner, score) => {
      const chosen = learning.store.getState().learning?.learner.name;
      if (chosen !== undefined && sameLearner(chosen) === sameLearner(learner))
        await learning.addPlacement(score, 'assessment');
    },
    now: isoNow,
    newId,
    chance: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    version,
    pdf: createCertificatePdf({
      heads,
      place,
      draw: drawNote,
      writeCertificate: createNoteWriter().writeCertificate,
      region: async () => {
        // A vault that is shut keeps its region to itself.
        await practiceDesk().catch(() => undefined);
        return practice.getState().region;
      },
    }),
    saveFile,
  });
}
