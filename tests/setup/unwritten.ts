import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toWrite } from '#server/cli/new/names.ts';

const generator = 'server/src/cli/new/';

/** Files in which words are still missing that only a person can say, see server/src/cli/new. */
export function unwrittenIn(root: string): string[] {
  return ['schema', 'server/src', 'admin/src'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(generator))
      .filter((file) => readFileSync(path.join(root, file), 'utf8').includes(toWrite)),
  );
}
