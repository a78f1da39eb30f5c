import '../../messages/later';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { assessmentFile, assessmentKey, readAssessmentFile, sameAssessment } from '../../exchange/assessment-file';
import { certificateFile, readCertificate, signCertificate } from '../../exchange/certificate';
import type { AttemptKept } from '../../exchange/certificate-kept';
import { type Assessment, type QuestionsResult, resultOf } from '../../learn/assessment';
import { assessmentTask } from '../../learn/assessment-task';
import type { ClassResults } from '../../learn/class-results';
import type { Attempt, PlacementTask, Score } from '../../learn/exam';
import type { Message } from '../../messages/translate';
import type { Bytes, CheckingPort, CryptoPort } from '../../record/crypto-port';
import { err, ok, type Result, type StoreError } from '../../record/ports';
import type { Author } from '../../record/signed-version';
import type { ExamAnatomy, Placement, Placements } from '../anatomy-service';
import { assessmentDocId, certificateDocId } from './assessment-ids';
import { classCsv } from './assessment-csv';
import { certificateFileName, short } from './assessment-names';
import {
  createKeeping,
  type Kept,
  type KeptAssessment,
  type KeptCertificate,
  type LearnDocuments,
  writing,
} from './assessment-keeping';
import { certificateProblemMessage, notKept } from './assessment-text';

/** Whose key signs: open from when an attempt is begun until it ends. */
type LearnSigner = { readonly port: CryptoPort; readonly author: Author };

/** An attempt that is going on. */
type Running = {
  readonly attempt: AttemptKept;
  readonly assessment: Assessment;
  readonly task: PlacementTask;
};

type AssessmentState = Kept & { readonly running: Running | null };

/** What became of a file. */
export type FileTaken = { readonly name: string; readonly taken: boolean; readonly said: Message };
export type LearnFile = { readonly name: string; readonly bytes: () => Promise<Bytes> };

/** An assessment as a supervisor fills it in. */
export type AssessmentDraft = Omit<Assessment, 'id' | 'madeAt'>;

/** Makes, takes and keeps assessments and their certificates. What could not be done is said, and nothing is then changed. */
export type AssessmentDesk = {
  readonly store: StoreApi<AssessmentState>;
  /** Reads what is kept. */
  readonly ready: () => Promise<StoreError | null>;
  /** A seed that nobody chose, short enough to be read out. */
  readonly seed: () => number;
  readonly make: (draft: AssessmentDraft) => Promise<Result<KeptAssessment, Message>>;
  /** Takes assessments and certificates from files, each checked by itself. */
  readonly takeFiles: (files: readonly LearnFile[]) => Promise<readonly FileTaken[]>;
  /** Puts the attempt down as begun, and says what is to be placed. */
  readonly begin: (kept: KeptAssessment, learner: string, signer: LearnSigner) => Promise<Result<Running, Message>>;
  /**
   * Scores, judges and signs what was placed. A certificate that could not be kept comes back all the same, and says so. Where the
   * head cannot be asked, the attempt goes on: the same can be handed in again.
   */
  readonly finish: (placed: Attempt, questions: QuestionsResult) => Promise<Result<KeptCertificate, Message>>;
  /** The attempt was left: put down as not finished. */
  readonly leave: () => Promise<void>;
  /** Where the sites of an assessment stand on its head; null where they cannot be placed. */
  readonly places: (assessment: Assessment) => Promise<Placement | null>;
  readonly removeAssessment: (kept: KeptAssessment) => Promise<StoreError | null>;
  readonly removeCertificate: (kept: KeptCertificate) => Promise<StoreError | null>;
  readonly saveAssessment: (kept: KeptAssessment) => void;
  readonly saveCertificate: (kept: KeptCertificate) => void;
  /** The table of a class for a spreadsheet. Answers the name of the file. */
  readonly saveTable: (results: ClassResults) => string;
  /** The certificate as a page. Answers the name of the file. */
  readonly savePdf: (kept: KeptCertificate) => Promise<Result<string, Message>>;
};

export type AssessmentDeps = {
  readonly documents: LearnDocuments;
  readonly examiner: ExamAnatomy;
  /** The sites of a head; null where they cannot be placed. */
  readonly place: (head: string) => Promise<Placements | null>;
  readonly crypto: CheckingPort;
  /** Keeps the placement among what this learner did, where it is the one who learns on this device. */
  readonly learned: (learner: string, score: Score) => Promise<unknown>;
  /** ISO 8601 with offset. */
  readonly now: () => string;
  readonly newId: () => string;
  /** 32 bits by chance. */
  readonly chance: () => number;
  readonly version: string;
  readonly pdf: (kept: KeptCertificate) => Promise<Result<Bytes, Message>>;
  readonly saveFile: (name: string, content: string | Bytes, type: string) => void;
};

const json = 'application/json';
const nothing: Kept = { assessments: [], attempts: [], certificates: [], unreadable: 0 };

/** Holds a key that signs only while an attempt is going on; without one `finish` throws: a defect. */
export function createAssessmentDesk(deps: AssessmentDeps): AssessmentDesk {
  const { documents, examiner, place, crypto, learned, now, newId, chance, version, pdf, saveFile } = deps;
  const keeping = createKeeping(documents, crypto);
  const store = createStore<AssessmentState>(() => ({ ...nothing, running: null }));
  let signer: LearnSigner | null = null;
  /** What was handed in is being scored: whoever goes away now has not left. */
  let finishing = false;

  const keepAssessment = async (assessment: Assessment): Promise<Result<KeptAssessment, StoreError>> => {
    const kept = { assessment, key: await assessmentKey(assessment, crypto) };
    const error = await keeping.write([writing.assessment(kept)]);
    if (error !== null) return err(error);
    store.setState(({ assessments }) => ({ assessments: [kept, ...assessments] }));
    return ok(kept);
  };

  const end = (attempt: AttemptKept, ended: 'left' | 'certified'): AttemptKept => {
    const done = { ...attempt, ended };
    signer = null;
    store.setState(({ attempts }) => ({
      running: null,
      attempts: attempts.map((one) => (one.id === done.id ? done : one)),
    }));
    return done;
  };

  const takeAssessment = async (assessment: Assessment): Promise<Omit<FileTaken, 'name'>> => {
    const values = { title: assessment.title };
    if (store.getState().assessments.some((one) => sameAssessment(one.assessment, assessment)))
      return { taken: false, said: { key: 'assess.file.assessmentHere', values } };
    const kept = await keepAssessment(assessment);
    return kept.ok
      ? { taken: true, said: { key: 'assess.file.assessmentTaken', values } }
      : { taken: false, said: notKept(kept.error) };
  };

  const takeFile = async (bytes: Bytes): Promise<Omit<FileTaken, 'name'>> => {
    const assessment = readAssessmentFile(bytes);
    if (assessment.ok) return takeAssessment(assessment.value);
    const read = await readCertificate(bytes, crypto);
    if (!read.ok) {
      // Told of the one that it says it is.
      const isOther = read.error.kind === 'OtherFormat' && read.error.other;
      return { taken: false, said: certificateProblemMessage(isOther ? assessment.error : read.error) };
    }
    const { certificate, keyName } = read.value;
    const values = { learner: certificate.learner };
    if (store.getState().certificates.some((one) => one.certificate.hash === certificate.hash))
      return { taken: false, said: { key: 'assess.file.certificateHere', values } };
    const key = await assessmentKey(certificate.assessment, crypto);
    const kept: KeptCertificate = { certificate, key, keyName, own: false };
    const error = await keeping.write([writing.certificate(kept)]);
    if (error !== null) return { taken: false, said: notKept(error) };
    store.setState(({ certificates }) => ({ certificates: [kept, ...certificates] }));
    return { taken: true, said: { key: 'assess.file.certificateTaken', values } };
  };

  const finish: AssessmentDesk['finish'] = async (placed, questions) => {
    const { running } = store.getState();
    const signing = signer;
    if (running === null || signing === null) throw new Error('no attempt is going on');
    const { attempt, assessment, task } = running;
    const [score, placements] = await Promise.all([examiner.score(task, placed), place(task.head)]);
    if (score === 'not-ready' || placements === null) return err({ key: 'assess.take.notScored' });
    const signed = await signCertificate(
      {
        id: newId(),
        app: version,
        head: placements.head,
        learner: attempt.learner,
        author: signing.author,
        takenAt: attempt.begunAt,
        signedAt: now(),
        assessment,
        result: resultOf(score, questions),
      },
      signing.port,
    );
    if (!signed.ok) return err({ key: 'assess.take.notSigned', values: { path: signed.error.path } });
    const certificate = signed.value;
    const read = await readCertificate(new TextEncoder().encode(certificateFile(certificate)), crypto);
    if (!read.ok) throw new Error(`a certificate just made is not read back: ${read.error.kind}`);
    const key = await assessmentKey(assessment, crypto);
    const made: KeptCertificate = { certificate, key, keyName: read.value.keyName, own: true };
    const error = await keeping.write([writing.certificate(made), writing.attempt({ ...attempt, ended: 'certified' })]);
    const kept = error === null ? made : { ...made, notKept: error };
    end(attempt, 'certified');
    store.setState(({ certificates }) => ({ certificates: [kept, ...certificates] }));
    // What it is worth to the learner's own schedule is a matter apart.
    await learned(attempt.learner, score).catch(() => undefined);
    return ok(kept);
  };

  return {
    store,

    async ready() {
      const kept = await keeping.read();
      if (!kept.ok) return kept.error;
      store.setState(({ certificates, running }) => {
        // What could not be kept is shown until the window is closed.
        const loose = certificates.filter(({ notKept: why }) => why !== undefined);
        return { ...kept.value, certificates: [...loose, ...kept.value.certificates], running };
      });
      return null;
    },

    seed: () => chance() % 1_000_000,

    async make(draft) {
      const made = await keepAssessment({ ...draft, id: newId(), madeAt: now() });
      return made.ok ? made : err(notKept(made.error));
    },

    async takeFiles(files) {
      const said: FileTaken[] = [];
      for (const { name, bytes } of files) said.push({ name, ...(await takeFile(await bytes())) });
      return said;
    },

    async begin({ assessment }, learner, with_) {
      const name = learner.trim();
      if (name === '') return err({ key: 'assess.take.nameMissing' });
      const attempt: AttemptKept = {
        id: newId(),
        title: assessment.title,
        learner: name,
        begunAt: now(),
        ended: null,
      };
      const error = await keeping.write([writing.attempt(attempt)]);
      if (error !== null) return err(notKept(error));
      const running = { attempt, assessment, task: assessmentTask(assessment) };
      signer = with_;
      store.setState(({ attempts }) => ({ running, attempts: [attempt, ...attempts] }));
      return ok(running);
    },

    finish: async (placed, questions) => {
      finishing = true;
      try {
        return await finish(placed, questions);
      } finally {
        finishing = false;
      }
    },

    async leave() {
      const { running } = store.getState();
      if (running === null || finishing) return;
      // Where this cannot be written, it stands as begun and never ended, which says the same.
      await keeping.write([writing.attempt(end(running.attempt, 'left'))]);
    },

    places: async ({ head, map }) => (await place(head))?.of(map) ?? null,

    async removeAssessment({ key }) {
      const error = await keeping.write([writing.removal(assessmentDocId(key))]);
      if (error !== null) return error;
      store.setState(({ assessments }) => ({ assessments: assessments.filter((one) => one.key !== key) }));
      return null;
    },

    async removeCertificate({ certificate, notKept: loose }) {
      const error =
        loose === undefined ? await keeping.write([writing.removal(certificateDocId(certificate.hash))]) : null;
      if (error !== null) return error;
      store.setState(({ certificates }) => ({
        certificates: certificates.filter((one) => one.certificate.hash !== certificate.hash),
      }));
      return null;
    },

    saveAssessment({ assessment }) {
      saveFile(
        `aliquot-assessment-${assessment.madeAt.slice(0, 10)}-${short(assessment.id)}.json`,
        assessmentFile(assessment, version),
        json,
      );
    },

    saveCertificate({ certificate }) {
      saveFile(certificateFileName(certificate, 'json'), certificateFile(certificate), json);
    },

    saveTable(results) {
      const name = `aliquot-class-${now().slice(0, 10)}-${short(results.assessment.id)}.csv`;
      const { certificates } = store.getState();
      saveFile(name, classCsv(results, certificates), 'text/csv');
      return name;
    },

    async savePdf(kept) {
      const bytes = await pdf(kept);
      if (!bytes.ok) return bytes;
      const name = certificateFileName(kept.certificate, 'pdf');
      saveFile(name, bytes.value, 'application/pdf');
      return ok(name);
    },
  };
}
