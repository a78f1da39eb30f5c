import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/messages/en';
import { laterPrefixes } from '../../../src/messages/later-prefixes';

const sourceUnder = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('messages'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

describe('the message catalogue', () => {
  it('holds only messages that can be parsed', () => {
    for (const [key, text] of Object.entries(en)) expect(() => new IntlMessageFormat(text, 'en'), key).not.toThrow();
  });

  it('holds no message that nothing shows', () => {
    const source = sourceUnder(join(import.meta.dirname, '../../../src'));
    // A key is written out, or made from a prefix and a closed set: t(`view.${value}`).
    const prefixes = [...source.matchAll(/`([\w.-]+\.)\$\{/g)].map((match) => match[1] ?? '');
    expect(prefixes.length).toBeGreaterThan(5);
    const unused = Object.keys(en).filter(
      (key) => !source.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('is fetched by whatever shows messages that come after the first load', () => {
    const folder = join(import.meta.dirname, '../../../src');
    // What is refused is named everywhere, and shown by one part alone.
    const shown = laterPrefixes.filter((prefix) => prefix !== 'refused.');
    expect(readFileSync(join(folder, 'screens/chart/refusal-text.tsx'), 'utf8')).toContain("messages/later'");
    const shows = new RegExp(`['\`](${shown.map((prefix) => prefix.replace('.', '\\.')).join('|')})[\\w$]`);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx?$/.test(name) && !name.startsWith('messages'),
    );
    // What says only what patients read has a catalogue of its own, though some of its keys begin alike.
    const forPatients = /\.say\(|messages\/patient\//;
    const showing = files.filter((name) => {
      const code = readFileSync(join(folder, name), 'utf8');
      return shows.test(code) && (code.includes("messages/translate'") || !forPatients.test(code));
    });
    expect(showing.length).toBeGreaterThan(10);
    expect(showing.filter((name) => !readFileSync(join(folder, name), 'utf8').includes("messages/later'"))).toEqual([]);
  });
});
