import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/storage/backup-content';
import { readBackup, writeBackup } from '../../../src/storage/backup-file';

const gzip = async (text: string) =>
  new Uint8Array(
    await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );
const document = { kind: 'session', id: 'a', revision: 1, savedAt: '2026-03-02T10:00:00+01:00', doc: {} } as const;
const content = { madeAt: '2026-03-02T10:00:00+01:00', documents: [document] };

describe('what lies in a backup', () => {
  it('is unpacked no further than a backup can be long', async () => {
    const text = JSON.stringify(content);
    expect(await readContent(await gzip(text), text.length)).toEqual(content);
    expect(await readContent(await gzip(text), text.length - 1)).toBeNull();
    const bomb = await gzip(`${' '.repeat(5_000_000)}${text}`);
    expect(bomb.length).toBeLessThan(10_000);
    expect(await readContent(bomb, 1_000_000)).toBeNull();
  });

  it('is refused where it is something else, whoever sealed it', async () => {
    for (const said of [
      'null',
      '7',
      '[]',
      '{}',
      '{"madeAt":"x"}',
      JSON.stringify({ ...content, documents: 7 }),
      JSON.stringify({ ...content, documents: [null] }),
      JSON.stringify({ ...content, documents: [{ ...document, id: 7 }] }),
      JSON.stringify({ ...content, documents: [{ ...document, revision: '1' }] }),
      'no JSON',
    ])
      expect(await readContent(await gzip(said)), said).toBeNull();
    expect(await readContent(new TextEncoder().encode('no gzip')), 'no gzip').toBeNull();

    const passphrase = 'known to a stranger';
    const cost = { memoryKiB: 8, iterations: 1 };
    const planted = { madeAt: 'x', documents: 7 } as unknown as typeof content;
    const file = await writeBackup(planted, { passphrase: { text: passphrase, cost } });
    expect(await readBackup(file, { by: 'passphrase', passphrase })).toEqual({
      ok: false,
      error: { kind: 'BackupDamaged' },
    });
  });
});
