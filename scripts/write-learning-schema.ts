import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { learningFileSchema } from '../src/learn/learning-schema';

/** docs/learning.schema.json as it has to be: generated from the code that reads files of what was learned. */
export function learningSchemaText(): string {
  const schema = {
    title: 'Aliquot learning file',
    description:
      'Everything that one learner has answered and placed: format "aliquot-learning", formatVersion 1. See learn-drills.md.',
    ...z.toJSONSchema(learningFileSchema, { target: 'draft-2020-12', io: 'input' }),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

export const learningSchemaFile = fileURLToPath(new URL('../docs/learning.schema.json', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(learningSchemaFile, learningSchemaText());
  console.log(`wrote ${learningSchemaFile}`);
}
