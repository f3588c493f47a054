import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterAll } from 'vitest';
import { persistedOperations } from '../../admin/build/persisted-operations.ts';

const files = (document: string) => ({
  'index.html':
    '<!doctype html><html lang="en"><title>t</title><script type="module" src="/src/main.ts"></script>',
  'src/main.ts': "import { asked } from './asked.graphql.ts';\nconsole.log(asked);",
  'src/asked.graphql.ts': `import { graphql } from './api/graphql.ts';\nexport const asked = graphql(\`${document}\`);`,
  'src/api/graphql.ts': 'export const graphql = (text: string) => text;',
});

/** Builds front ends of one document each as the console is built; gives the folders that would be served. */
export function frontEnds() {
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-front-ends-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let built = 0;
  return async (name: string, document: string): Promise<string> => {
    built += 1;
    const root = join(folder, String(built));
    for (const [file, text] of Object.entries(files(document))) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [persistedOperations({ name, folder: join(root, 'src'), page: join(root, 'index.html') })],
    });
    return join(root, 'dist');
  };
}
