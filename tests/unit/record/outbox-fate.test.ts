import { describe, expect, it } from 'vitest';
import type { SendState } from '../../../src/record/outbox';
import { fateOf } from '../../../src/record/outbox-fate';

const startedAt = '2026-03-02T09:00:00+01:00';
const moment = { at: startedAt, where: 'https://fhir.example', hash: 'h' };
const item = { session: 'a', patient: 'p', startedAt, hash: 'h' };
const sent: SendState = { kind: 'sent', ...moment };
const refused: SendState = { kind: 'refused', ...moment, status: 422, text: 'no', mend: 'record' };
const fate = (versions: number, states: Readonly<Record<string, SendState>>) =>
  fateOf(
    Array.from({ length: versions }, (_, n) => ({ ...item, version: n + 1 })),
    { states: new Map(Object.entries(states)), where: moment.where },
  );

describe('a session at the server is', () => {
  it('sent once every version of it is, at this server', () => {
    expect(fate(2, { 'a.1': sent, 'a.2': sent })).toEqual({ kind: 'sent' });
    expect(fate(2, { 'a.1': sent })).toEqual({ kind: 'waiting' });
    expect(fate(1, {})).toEqual({ kind: 'waiting' });
    expect(fate(1, { 'a.1': { ...sent, where: 'https://another.example' } })).toEqual({ kind: 'waiting' });
    expect(fate(1, { 'a.1': { ...sent, hash: 'of another version' } })).toEqual({ kind: 'waiting' });
    expect(fate(1, { 'a.1': { kind: 'sending', ...moment, tries: 0 } })).toEqual({ kind: 'waiting' });
  });

  it('refused as soon as one version is, with the reason', () => {
    const why = { kind: 'refused', version: 2, refusal: { status: 422, text: 'no', mend: 'record' } };
    expect(fate(3, { 'a.1': sent, 'a.2': refused })).toEqual(why);
    expect(fate(1, { 'a.1': { ...refused, where: 'https://another.example' } })).toEqual({ kind: 'waiting' });
  });
});
