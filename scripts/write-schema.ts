import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { entrySchema, headSchema } from '../src/record/entry-schema';
import { patientSchema, sessionSchema, vialSchema } from '../src/record/schema';
import { sessionFileSchema } from '../src/record/session-file-schema';
import { signedVersionSchema } from '../src/record/signed-record';
import { visitSchema } from '../src/record/visit-schema';

/** What the code checks of a signed file beyond the session: see docs/signing.md. Such a file has both or neither. */
const { hash, signature } = signedVersionSchema.shape;
const signedParts = {
  versions: z.exactOptional(
    z.array(z.extend(signedVersionSchema, { session: z.omit(sessionSchema, { undone: true }) })).check(z.minLength(1)),
  ),
  seal: z.exactOptional(hash),
};

/** Parts that stand in the file and in each signed version are said once; a hash is told by its letters. */
const parts = z.registry<{ readonly id?: string; readonly pattern?: string; readonly description?: string }>();
parts.add(entrySchema, { id: 'entry' });
parts.add(headSchema, { id: 'head' });
parts.add(patientSchema, { id: 'patient' });
parts.add(vialSchema, { id: 'vial' });
parts.add(visitSchema, { id: 'visit' });
parts.add(hash, { id: 'hash', pattern: '^[A-Za-z0-9_-]{43}$', description: 'SHA-256 in base64url without padding' });
parts.add(signature, {
  pattern: '^[A-Za-z0-9_-]{86}$',
  description: 'ECDSA P-256, r and s, in base64url without padding',
});

/** docs/session.schema.json as it has to be: generated from the code that reads session files, signed ones included. */
export function sessionSchemaText(): string {
  const file = z.extend(sessionFileSchema, signedParts);
  const schema = {
    title: 'Aliquot session file',
    description:
      'One injection session: format "aliquot-session", formatVersion 1 to 4. See session-file.md. A signed file has ' +
      '"versions" and "seal" as well, and formatVersion 3 or 4; see signing.md.',
    ...z.toJSONSchema(file, { target: 'draft-2020-12', io: 'input', metadata: parts }),
    dependentRequired: { versions: ['seal'], seal: ['versions'] },
    dependentSchemas: { versions: { properties: { formatVersion: { enum: [3, 4] } } } },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

export const sessionSchemaFile = fileURLToPath(new URL('../docs/session.schema.json', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(sessionSchemaFile, sessionSchemaText());
  console.log(`wrote ${sessionSchemaFile}`);
}
