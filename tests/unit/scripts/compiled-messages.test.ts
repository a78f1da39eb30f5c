import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appLanguage } from '../../../scripts/vite/app-language';
import { messagesIn, moduleOf } from '../../../scripts/vite/compiled-messages';
import { en } from '../../../src/messages/en';

const fileWith = (code: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'aliquot-messages-')), 'da.ts');
  writeFileSync(file, code);
  return file;
};

describe('the app in another language', () => {
  it('has the messages of its file, and English where the file has none', async () => {
    const own = await messagesIn('da', fileWith("export const messages = { 'ledger.ml': '{ml} milliliter' };"));
    expect(own['ledger.ml']).toBe('{ml} milliliter');
    expect(own['app.name']).toBe(en['app.name']);
    expect(Object.keys(own)).toEqual(Object.keys(en));
  });

  it('is not built of a file with a message that the app does not know', async () => {
    const file = fileWith("export const messages = { 'ledger.litres': 'x' };");
    await expect(messagesIn('da', file)).rejects.toThrow('ledger.litres');
  });

  it('is not built of a message that cannot be parsed', async () => {
    const own = await messagesIn('da', fileWith("export const messages = { 'ledger.ml': '{ml' };"));
    expect(() => moduleOf('/src/messages/en.ts', own)).toThrow();
  });

  it('loads no more than in English: first messages first, later ones later', async () => {
    const own = await messagesIn('da', fileWith("export const messages = { 'ledger.ml': 'A', 'learn.title': 'B' };"));
    const [first, later] = [moduleOf('/src/messages/en.ts', own), moduleOf('/src/messages/later.ts', own)];
    expect(first).toContain('"value":"A"');
    expect(later).not.toContain('"value":"A"');
    expect([first.includes('"value":"B"'), later.includes('"value":"B"')]).toEqual([false, true]);
  });

  it('is English where no language is asked for, and no build where the language is none', () => {
    expect(appLanguage('')).toBe('en');
    expect(appLanguage('pt-BR')).toBe('pt-BR');
    expect(() => appLanguage('../secret')).toThrow('ALIQUOT_LANGUAGE');
  });
});
