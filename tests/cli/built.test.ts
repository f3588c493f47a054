import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const copy = mkdtempSync(path.join(os.tmpdir(), 'bangfu-built-'));
const dist = path.join(copy, 'server/dist');

beforeAll(() => {
  mkdirSync(path.join(copy, 'server'));
  for (const name of [
    'server/run.mjs',
    'server/src',
    'schema',
    'package.json',
    'pnpm-lock.yaml',
    'tsconfig.json',
  ])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The builds present after printing the help, and the output. */
function help(): { builds: string[]; said: string } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['server/run.mjs', 'cli/bangfu.ts', '--help'],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return { said: stdout, builds: readdirSync(dist).sort() };
}

test('a program is built once for its sources, and again when one of them changes', () => {
  const first = help();
  expect(first.builds).toHaveLength(1);
  const [build = ''] = first.builds;
  // Left over from long ago.
  mkdirSync(path.join(dist, 'former'));
  utimesSync(path.join(dist, 'former'), 0, 0);
  expect(help()).toEqual({ said: first.said, builds: [build, 'former'].sort() });
  const source = path.join(copy, 'server/src/cli/commands/token.ts');
  writeFileSync(source, readFileSync(source, 'utf8').replace('token create', 'token another'));
  const second = help();
  expect(second.said).toContain('token another');
  expect(second.builds).toHaveLength(2);
  expect(second.builds).toContain(build);
});

test('the sources are run directly where no build can be written', () => {
  const { said } = help();
  rmSync(dist, { recursive: true });
  writeFileSync(dist, '');
  const { stdout } = spawnSync(process.execPath, ['server/run.mjs', 'cli/bangfu.ts', '--help'], {
    cwd: copy,
    encoding: 'utf8',
  });
  expect(stdout).toBe(said);
});
