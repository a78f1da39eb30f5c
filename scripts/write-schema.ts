import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJSONSchema } from 'zod/mini';
import { sessionFileSchema } from '../src/record/session-file-schema';

/** docs/session.schema.json as it has to be: generated from the code that reads session files. */
export function sessionSchemaText(): string {
  const schema = {
    title: 'Aliquot session file',
    description: 'One injection session: format "aliquot-session", formatVersion 1, 2 or 3. See session-file.md.',
    ...toJSONSchema(sessionFileSchema, { target: 'draft-2020-12', io: 'input' }),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

export const sessionSchemaFile = fileURLToPath(new URL('../docs/session.schema.json', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(sessionSchemaFile, sessionSchemaText());
  console.log(`wrote ${sessionSchemaFile}`);
}
