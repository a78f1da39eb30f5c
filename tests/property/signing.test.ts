import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AuditLine, nextLine, verifyAudit } from '../../src/record/audit';
import {
  type ChainLink,
  headOf,
  headText,
  judgeHead,
  nextLink,
  readHeadText,
  verifyStore,
} from '../../src/record/chain';
import { beyondCorrection, correct, correctable } from '../../src/record/corrections';
import type { CryptoPort } from '../../src/record/crypto-port';
import { amend, contentOf, fieldsWithout, type SignedVersion, signFirst } from '../../src/record/signed-version';
import { verify } from '../../src/record/signed-record';
import { webChecking } from '../../src/storage/web-crypto';
import { at, author, smallSession, twoInjectors, unwrap } from '../support/signing';

const seed = 20_261_206;
let ports: readonly [CryptoPort, CryptoPort];
beforeAll(async () => {
  ports = await twoInjectors();
});

/** What is done to a store: a session is signed, or one that was is amended, with words or with a correction. */
const steps = fc.array(
  fc.record({
    record: fc.nat({ max: 2 }),
    how: fc.constantFrom('addendum', 'note', 'both'),
    text: fc.string({ minLength: 1, maxLength: 8 }).map((text) => `x${text}`),
    by: fc.constantFrom(0 as const, 1 as const),
  }),
  { minLength: 2, maxLength: 5 },
);

type Store = { readonly links: readonly ChainLink[]; readonly records: ReadonlyMap<string, readonly SignedVersion[]> };

async function storeOf(all: typeof steps extends fc.Arbitrary<infer T> ? T : never): Promise<Store> {
  const records = new Map<string, readonly SignedVersion[]>();
  let links: readonly ChainLink[] = [];
  for (const [n, { record, how, text, by }] of all.entries()) {
    const id = `record-${String(record)}`;
    const before = records.get(id) ?? [];
    const signing = { author, at: at(n), storeHead: links.at(-1)?.head ?? null };
    const last = before.at(-1);
    const change = {
      addendum: { addendum: text },
      note: { session: { ...smallSession({ id }), note: `${String(n)} ${text}` } },
      both: { session: { ...smallSession({ id }), note: `${String(n)} ${text}` }, addendum: text },
    }[how];
    const port = ports[by];
    const version = unwrap(
      last === undefined
        ? await signFirst(smallSession({ id }), signing, port)
        : await amend(before, change, { ...signing, reason: 'put right' }, port),
    );
    records.set(id, [...before, version]);
    links = [...links, await nextLink(headOf(links), version, 'signed', webChecking)];
  }
  return { links, records };
}

const problemOf = async ({ links, records }: Store) => {
  const told = await verifyStore(links, records, webChecking);
  return told.ok ? null : told.error;
};

describe('whatever is signed and amended in a store', () => {
  it('holds version by version and as a chain, and what was signed before stays as it was', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { links, records } = await storeOf(all);
        expect(links).toHaveLength(all.length);
        for (const [id, versions] of records) {
          expect((await verify(versions, webChecking)).ok).toBe(true);
          expect(versions.map(({ version }) => version)).toEqual(versions.map((_, n) => n + 1));
          expect(versions.map(({ previous }) => previous)).toEqual([
            null,
            ...versions.slice(0, -1).map(({ hash }) => hash),
          ]);
          expect(versions.map(({ reason }) => reason)).toEqual(
            versions.map((_, n) => (n === 0 ? undefined : 'put right')),
          );
          expect(versions.every(({ session }) => session.id === id)).toBe(true);
          // Words alone leave the session as it was signed.
          for (const [n, one] of versions.entries())
            if (
              n > 0 &&
              one.addendum !== undefined &&
              all.filter(({ record }) => id === `record-${String(record)}`)[n]?.how === 'addendum'
            )
              expect(one.session).toEqual(versions[n - 1]?.session);
        }
        expect(await problemOf({ links, records })).toBeNull();
      }),
      { seed, numRuns: 6 },
    );
  });

  it('shows what was taken away, exchanged, moved or put in, whichever it was', async () => {
    const harms = fc.record({
      steps,
      which: fc.nat(),
      other: fc.nat(),
      harm: fc.constantFrom(
        'drop-link',
        'swap-links',
        'drop-version',
        'drop-record',
        'double-link',
        'listed-twice',
        'misnumbered',
        'add-version',
        'exchange',
      ),
    });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(harms, async ({ steps: all, which, other, harm }) => {
        const { links, records } = await storeOf(all);
        const at = which % links.length;
        const second = other % links.length;
        const link = links[at];
        const [id = '', versions = []] = [...records][which % records.size] ?? [];
        const kept = new Map(records);
        let chain = links;
        switch (harm) {
          case 'drop-link':
            chain = links.filter((_, n) => n !== at);
            break;
          case 'swap-links':
            if (at === second) return;
            chain = links.map((one, n) => (n === at ? links[second] : n === second ? link : one) ?? one);
            break;
          case 'double-link':
            chain = link === undefined ? links : links.toSpliced(second, 0, link);
            break;
          case 'listed-twice': {
            // By whoever computes the chain anew.
            const [again] = versions;
            if (again === undefined) throw new Error('no version');
            chain = [...links, await nextLink(headOf(links), again, 'restored', webChecking)];
            break;
          }
          case 'misnumbered': {
            const signing = { author, at: '2026-03-02T12:00:00Z', storeHead: links.at(-1)?.head ?? null };
            const late = unwrap(await signFirst(smallSession({ id: 'late' }), signing, ports[0]));
            kept.set('late', [late]);
            const past = { ...headOf(links), count: links.length + 1 };
            chain = [...links, await nextLink(past, late, 'signed', webChecking)];
            break;
          }
          case 'drop-version':
            kept.set(id, versions.slice(0, -1));
            break;
          case 'drop-record':
            kept.delete(id);
            break;
          case 'add-version':
            // As a store gives it back: another object that says the same.
            kept.set(id, [...versions, ...structuredClone(versions.slice(-1))]);
            break;
          case 'exchange': {
            const anew = unwrap(
              await signFirst(
                smallSession({ id }),
                { author, at: at === 0 ? '2026-03-02T11:00:00Z' : '2026-03-02T12:00:00Z', storeHead: null },
                ports[1],
              ),
            );
            kept.set(id, [anew, ...versions.slice(1)]);
            break;
          }
        }
        seen.add(harm);
        expect(await problemOf({ links: chain, records: kept }), harm).not.toBeNull();
      }),
      { seed, numRuns: 24 },
    );
    expect(seen.size).toBeGreaterThan(4);
  });

  it('is judged by a head that was kept outside: as it is, grown since, cut short, or another history', () => {
    const heads = fc.uniqueArray(
      fc.integer({ min: 0, max: 999 }).map((n) => `h${String(n)}`),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(heads, heads, fc.nat({ max: 10 }), fc.boolean(), (chain, foreign, count, ours) => {
        const source = ours ? chain : foreign;
        const head = count === 0 ? null : (source[count - 1] ?? 'x');
        const verdict = judgeHead(chain, { count, head });
        const same = count === 0 || (count <= chain.length && chain[count - 1] === head);
        if (count > chain.length) expect(verdict).toEqual({ kind: 'cut-short', missing: count - chain.length });
        else if (!same) expect(verdict.kind).toBe('another-history');
        else if (count === chain.length) expect(verdict.kind).toBe('current');
        else expect(verdict).toEqual({ kind: 'grown', since: chain.length - count });
      }),
      { seed, numRuns: 200 },
    );
  });

  it('has a head that is read back as it is printed, and no other text is taken for one', () => {
    const hash = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes) => Buffer.from(bytes).toString('base64url'));
    const outside = fc.oneof(
      fc.constant({ count: 0, head: null }),
      fc.record({ count: fc.integer({ min: 1, max: 999_999_999 }), head: hash }),
    );
    fc.assert(
      fc.property(outside, fc.nat(), (one, where) => {
        const text = headText(one);
        expect(readHeadText(`  ${text} `)).toEqual(one);
        const cut = text.length - 1 - (where % Math.max(1, text.length - 2));
        if (one.head !== null) expect(readHeadText(text.slice(0, cut))).toBeNull();
      }),
      { seed, numRuns: 100 },
    );
  });
});

describe('a correction of a signed session', () => {
  it('changes what it names, nothing else, and no dose or site whatever is asked for', () => {
    const session = contentOf(smallSession());
    const words = fc.constantFrom(
      '',
      ' ',
      'Demo, Ada (synthetic)',
      '1980',
      '1980-02-29',
      '1980-02-30',
      'C1',
      '2027-08',
      'soon',
    );
    const asked = fc.record({
      label: words,
      born: words,
      recordNumber: words,
      injector: words,
      note: words,
      lot: words,
      expiry: words,
    });
    let done = 0;
    fc.assert(
      fc.property(asked, ({ label, born, recordNumber, injector, note, lot, expiry }) => {
        const [vial] = session.vials;
        if (vial === undefined) throw new Error('no vial');
        const told = correct(
          session,
          {
            ...correctable(session),
            patient: { label, born, recordNumber },
            injector,
            note,
            vials: { [vial.id]: { lot, expiry } },
          },
          '2026-03-09',
        );
        const day = ['1980', '1980-02-29'].includes(born);
        const fine =
          label.trim() + recordNumber.trim() !== '' &&
          (born.trim() === '' || day) &&
          ['', ' ', '1980-02-29', '2027-08'].includes(expiry);
        expect(told.ok).toBe(fine);
        if (!told.ok) return;
        done += 1;
        expect(beyondCorrection(session, told.value)).toBeNull();
        expect(told.value.entries).toEqual(session.entries);
        expect([told.value.injector, told.value.note]).toEqual([injector.trim(), note.trim()]);
        const others = (one: object) => fieldsWithout(one, ['patient', 'injector', 'note', 'vials']);
        expect(others(told.value)).toEqual(others(session));
        expect(told.value.patient.id).toBe(session.patient.id);
        const ofLabel = (one: object) => fieldsWithout(one, ['lot', 'expiry']);
        expect(told.value.vials.map(ofLabel)).toEqual(session.vials.map(ofLabel));
      }),
      { seed, numRuns: 250 },
    );
    expect(done).toBeGreaterThan(10);
    const elsewhere = { ...session, entries: session.entries.slice(0, -1) };
    expect(beyondCorrection(session, elsewhere)).not.toBeNull();
  });
});

describe('the audit log', () => {
  const kinds = fc.constantFrom('created', 'viewed', 'signed', 'amended', 'exported', 'printed');
  const events = fc.array(fc.record({ kind: kinds, record: fc.constantFrom('a', 'b') }), {
    minLength: 2,
    maxLength: 7,
  });

  it('holds line after line, and the first that was changed, taken out or moved is named', async () => {
    const harms = fc.record({
      events,
      which: fc.nat(),
      harm: fc.constantFrom('none', 'who', 'event', 'drop', 'swap', 'end', 'forged'),
    });
    await fc.assert(
      fc.asyncProperty(harms, async ({ events: all, which, harm }) => {
        let lines: readonly AuditLine[] = [];
        for (const [n, event] of all.entries())
          lines = [...lines, await nextLine(lines.at(-1) ?? null, { at: at(n), who: 'p-1', event }, webChecking)];
        const place = which % (lines.length - 1);
        const [here, next] = [lines[place], lines[place + 1]];
        if (here === undefined || next === undefined) throw new Error('no lines');
        // A line of another log, whole in itself and of the right number.
        const forged = await nextLine(
          { n: place, hash: 'x' },
          { at: at(0), who: 'p-2', event: here.event },
          webChecking,
        );
        const harmed = {
          none: lines,
          who: lines.with(place, { ...here, who: 'p-2' }),
          event: lines.with(place, { ...here, event: { kind: 'unlocked' } }),
          drop: lines.toSpliced(place, 1),
          swap: lines.with(place, next).with(place + 1, here),
          end: lines.slice(0, -1),
          forged: lines.with(place, forged),
        }[harm];
        const told = await verifyAudit(harmed, webChecking);
        if (harm === 'none' || harm === 'end') {
          expect(told).toEqual({ ok: true, value: { count: harmed.length, head: harmed.at(-1)?.hash ?? null } });
          // A cut end shows against a hash that was kept outside alone.
          const outside = { count: lines.length, head: lines.at(-1)?.hash ?? null };
          const hashes = harmed.map(({ hash }) => hash);
          expect(judgeHead(hashes, outside).kind).toBe(harm === 'none' ? 'current' : 'cut-short');
        } else
          expect(told).toEqual({
            ok: false,
            error: { n: place + 1, kind: harm === 'who' || harm === 'event' ? 'hash' : 'link' },
          });
      }),
      { seed, numRuns: 40 },
    );
  });
});
