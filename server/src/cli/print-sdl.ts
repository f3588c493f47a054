import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '#api/schema.ts';

/** Writes schema/api.graphql anew; a difference there is a change of the API and is reviewed as one. */
const path = new URL('../../../schema/api.graphql', import.meta.url);
writeFileSync(path, `${printSchema(lexicographicSortSchema(createSchema()))}\n`);
