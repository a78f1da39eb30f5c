import { beforeAll, describe, expect, it } from 'vitest';
import { assessmentFile } from '../../../../src/exchange/assessment-file';
import { certificateFile } from '../../../../src/exchange/certificate';
import type { Attempt, PlacementTask, Score, ScoredPin } from '../../../../src/learn/exam';
import { say } from '../../../../src/messages/translate';
import type { CryptoPort } from '../../../../src/record/crypto-port';
import { err, ok, type StoredDocument, type StoreError } from '../../../../src/record/ports';
import type { Placements } from '../../../../src/state/anatomy-service';
import {
  type AssessmentDraft,
  createAssessmentDesk,
  type LearnFile,
} from '../../../../src/state/learn/assessment-desk';
import type { LearnDocuments } from '../../../../src/state/learn/assessment-keeping';
import { webChecking } from '../../../../src/storage/web-crypto';
import { certificateOf, sampleAssessment } from '../../../support/sample-assessments';
import { sampleHead } from '../../../support/sample-sessions';
import { author, twoInjectors, unwrap } from '../../../support/signing';

let port: CryptoPort;
beforeAll(async () => {
  [port] = await twoInjectors();
});

/** A vault with one kind of document, that several windows share; `fail` says why nothing can be written. */
function disk() {
  const rows = new Map<string, StoredDocument>();
  const state: { fail: StoreError | null } = { fail: null };
  const documents: LearnDocuments = {
    readAll: () => Promise.resolve(ok({ found: [...rows.values()], damaged: [] })),
    write(changes) {
      if (state.fail !== null) return Promise.resolve(err(state.fail));
      for (const { id, expected } of changes) {
        const stored = rows.get(id)?.revision ?? 0;
        if (stored !== expected) return Promise.resolve(err({ kind: 'Conflict', id, stored, expected }));
      }
      for (const { id, doc, expected } of changes)
        rows.set(id, {
          kind: 'practice',
          id,
          revision: expected + 1,
          savedAt: '2026-11-30T09:00:00+01:00',
          doc: JSON.parse(JSON.stringify(doc)) as unknown,
        });
      return Promise.resolve(ok(changes.map(({ expected }) => expected + 1)));
    },
  };
  return { rows, state, documents };
}

/** Each pin 2 mm from its site. */
const scored = (task: PlacementTask, { tookMs }: Attempt): Score => ({
  task,
  pins: task.groups.flatMap(({ asked, muscle, side }) =>
    asked.map((site) => ({
      site,
      muscle,
      side,
      mm: 2,
      off: { upMm: 2, alongMm: 0, toward: 'forward' },
      fromRule: { mm: 2, off: { upMm: 2, alongMm: 0, toward: 'forward' } },
      rightMuscle: true,
      rightSide: true,
      zones: [],
    })),
  ) as unknown as readonly ScoredPin[],
  missed: [],
  tookMs,
});

function windowOn(documents: LearnDocuments, head = { ready: true }) {
  const saved: { name: string; content: string }[] = [];
  const learned: (readonly [string, Score])[] = [];
  let n = 0;
  const desk = createAssessmentDesk({
    documents,
    examiner: { score: (task, attempt) => Promise.resolve(head.ready ? scored(task, attempt) : 'not-ready') },
    place: (variant) => Promise.resolve({ head: { ...sampleHead, variant } } as Placements),
    crypto: webChecking,
    learned: (learner, score) => Promise.resolve(learned.push([learner, score])),
    now: () => {
      n += 1;
      return `2026-11-30T09:00:${String(n).padStart(2, '0')}+01:00`;
    },
    newId: () => crypto.randomUUID(),
    chance: () => 7_000_042,
    version: '0.0.0',
    pdf: () => Promise.resolve(err({ key: 'note.failed.fonts', values: { why: 'no network' } })),
    saveFile: (name, content) => saved.push({ name, content: String(content) }),
  });
  return { desk, saved, learned };
}

const draft = (): AssessmentDraft => {
  const { title, by, map, head, muscles, side, count, questions, seed, limitMinutes, pass } = sampleAssessment();
  return { title, by, map, head, muscles, side, count, questions, seed, limitMinutes, pass };
};
const fileOf = (name: string, text: string): LearnFile => ({
  name,
  bytes: () => Promise.resolve(new TextEncoder().encode(text)),
});
const attempt: Attempt = { pins: [], tookMs: 61_000 };
const noQuestions = { asked: 0, right: 0 };
const signer = () => ({ port, author });

describe('the desk of assessments', () => {
  it('makes an assessment, takes it, and keeps a certificate that the next window reads and verifies', async () => {
    const { documents } = disk();
    const { desk, learned } = windowOn(documents);
    await desk.ready();
    const made = unwrap(await desk.make(draft()));
    const running = unwrap(await desk.begin(made, ' Demo, Maren (synthetic) ', signer()));
    expect(running.task.groups.flatMap(({ asked }) => asked)).toHaveLength(10);
    const kept = unwrap(await desk.finish(attempt, noQuestions));
    expect(kept.certificate.verdict.passed).toBe(true);
    expect(kept.certificate.learner).toBe('Demo, Maren (synthetic)');
    expect(learned.map(([learner]) => learner)).toEqual(['Demo, Maren (synthetic)']);

    const next = windowOn(documents).desk;
    expect(await next.ready()).toBeNull();
    const { assessments, certificates, attempts, running: nobody, unreadable } = next.store.getState();
    expect(assessments).toEqual([made]);
    expect(certificates).toEqual([kept]);
    expect(attempts.map(({ ended }) => ended)).toEqual(['certified']);
    expect([nobody, unreadable]).toEqual([null, 0]);
  });

  it('puts down an attempt that was left, and one on which the window was closed, as not finished', async () => {
    const { documents } = disk();
    const { desk } = windowOn(documents);
    const made = unwrap(await desk.make(draft()));
    await desk.begin(made, 'A', signer());
    await desk.leave();
    await desk.begin(made, 'B', signer());
    const next = windowOn(documents).desk;
    await next.ready();
    expect(next.store.getState().attempts.map(({ learner, ended }) => [learner, ended])).toEqual([
      ['B', null],
      ['A', 'left'],
    ]);
    expect(next.store.getState().certificates).toEqual([]);
  });

  it('goes on with the attempt where the head could not be asked: the same pins are handed in again', async () => {
    const head = { ready: false };
    const { desk } = windowOn(disk().documents, head);
    await desk.begin(unwrap(await desk.make(draft())), 'A', signer());
    expect(await desk.finish(attempt, noQuestions)).toMatchObject({ error: { key: 'assess.take.notScored' } });
    expect(desk.store.getState().running).not.toBeNull();
    head.ready = true;
    expect((await desk.finish(attempt, noQuestions)).ok).toBe(true);
    expect(desk.store.getState().running).toBeNull();
  });

  it('keeps the certificate of one who goes away while it is being made', async () => {
    const { documents } = disk();
    const { desk } = windowOn(documents);
    await desk.begin(unwrap(await desk.make(draft())), 'A', signer());
    const finishing = desk.finish(attempt, noQuestions);
    await desk.leave();
    expect(unwrap(await finishing).notKept).toBeUndefined();
    const next = windowOn(documents).desk;
    await next.ready();
    expect(next.store.getState().attempts.map(({ ended }) => ended)).toEqual(['certified']);
  });

  it('hands out a certificate that could not be kept, and says why it was not', async () => {
    const { documents, state, rows } = disk();
    const { desk, saved } = windowOn(documents);
    await desk.begin(unwrap(await desk.make(draft())), 'A', signer());
    state.fail = { kind: 'DiskFull' };
    const kept = unwrap(await desk.finish(attempt, noQuestions));
    expect(kept.notKept).toEqual({ kind: 'DiskFull' });
    expect([...rows.keys()].filter((id) => id.startsWith('certificate.'))).toEqual([]);
    desk.saveCertificate(kept);
    expect(saved[0]?.name).toMatch(/^aliquot-certificate-2026-11-30-[0-9a-f]{8}\.json$/);
    await desk.ready();
    expect(desk.store.getState().certificates).toEqual([kept]);
  });

  it('begins nothing that it cannot put down, and nothing without a name', async () => {
    const { documents, state } = disk();
    const { desk } = windowOn(documents);
    const made = unwrap(await desk.make(draft()));
    expect(await desk.begin(made, '  ', signer())).toMatchObject({ error: { key: 'assess.take.nameMissing' } });
    state.fail = { kind: 'ReadOnly' };
    expect(await desk.begin(made, 'A', signer())).toMatchObject({ error: { key: 'assess.notKept' } });
    expect(desk.store.getState().running).toBeNull();
  });

  it('takes several files at once, each by itself: what is no certificate is said and changes nothing', async () => {
    const { desk } = windowOn(disk().documents);
    const certificate = await certificateOf(port);
    const text = certificateFile(certificate);
    const taken = await desk.takeFiles([
      fileOf('a.json', text),
      fileOf('b.json', text),
      fileOf('c.json', text.replace('"passed": true', '"passed": false')),
      fileOf('d.json', assessmentFile(sampleAssessment(), '1')),
      fileOf('e.json', '{}'),
      fileOf('f.json', assessmentFile(sampleAssessment({ count: 0 }), '1')),
    ]);
    expect(taken.map(({ taken: was, said }) => [was, say(said)])).toEqual([
      [true, 'Demo, Maren (synthetic): a certificate, taken in.'],
      [false, 'Demo, Maren (synthetic): this certificate is already here.'],
      [false, 'It was changed after it was signed. It is no certificate, and was not taken.'],
      [true, 'Autumn course, day 2: an assessment, taken in.'],
      [false, 'It is no assessment and no certificate. Nothing was changed.'],
      [false, 'It is damaged at assessment.count: out of range. Nothing was changed.'],
    ]);
    expect(desk.store.getState().certificates.map(({ own }) => own)).toEqual([false]);
  });

  it('removes a certificate and takes it in again', async () => {
    const { documents } = disk();
    const { desk } = windowOn(documents);
    const text = certificateFile(await certificateOf(port));
    await desk.takeFiles([fileOf('a.json', text)]);
    const [kept] = desk.store.getState().certificates;
    if (kept === undefined) throw new Error('not taken');
    expect(await desk.removeCertificate(kept)).toBeNull();
    const next = windowOn(documents).desk;
    await next.ready();
    expect(next.store.getState().certificates).toEqual([]);
    await next.takeFiles([fileOf('a.json', text)]);
    expect(next.store.getState().certificates).toHaveLength(1);
  });

  it('leaves what it cannot read as it lies, and counts it; documents of others are none of its business', async () => {
    const { documents, rows } = disk();
    const { desk } = windowOn(documents);
    await desk.takeFiles([fileOf('a.json', certificateFile(await certificateOf(port)))]);
    const [row] = rows.values();
    if (row === undefined) throw new Error('nothing was kept');
    const altered = JSON.parse(JSON.stringify(row.doc).replace('Maren', 'Moren')) as unknown;
    rows.set(row.id, { ...row, doc: altered });
    rows.set('learners', { ...row, id: 'learners', doc: {} });
    rows.set('assessment.later', { ...row, id: 'assessment.later', doc: { version: 2, what: 'assessment' } });
    const next = windowOn(documents).desk;
    await next.ready();
    expect(next.store.getState()).toMatchObject({ certificates: [], unreadable: 2 });
    expect(rows.get(row.id)?.doc).toEqual(altered);
  });
});
