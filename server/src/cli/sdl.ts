import '#schema/metadata-stub.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createSchema } from '#api/schema/schema.ts';
import { sdlOf } from '#api/schema/sdl.ts';

/** Writes the SDL to schema/api.graphql; with --check only compares it. */
const file = path.resolve(import.meta.dirname, '../../../schema/api.graphql');
const printed = sdlOf(createSchema());

if (!process.argv.includes('--check')) writeFileSync(file, printed);
else if (readFileSync(file, 'utf8') !== printed) {
  console.error(
    'schema/api.graphql is not what the server offers: run npx --yes pnpm@10 sdl and commit the result',
  );
  process.exitCode = 1;
}
