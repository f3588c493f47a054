import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
/** Every place in the project that tells somebody what to run. */
const mentions = execFileSync('git', ['grep', '-hoE', '(npx[a-z -]*|`)pnpm(@[0-9]+)? [a-z-]+'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);

it('commands are given everywhere in a form that needs nothing installed and fetches pnpm', () => {
  expect(mentions.length).toBeGreaterThan(20);
  expect(mentions.filter((one) => !one.startsWith('npx --yes pnpm@10 '))).toEqual([]);
});

it('exists', () => {
  const named = mentions.map((one) => one.split(' ').at(-1) ?? '');
  expect(named.filter((one) => !(one in scripts || ['exec', 'install'].includes(one)))).toEqual([]);
});

it('asks for the name of a migration, and accepts it as documented', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'server/src/cli/migration.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  for (const args of [[], ['--name', 'x'], ['Add Things']]) {
    const { status, stderr } = run(...args);
    expect(status).toBe(1);
    expect(stderr).toContain('npx --yes pnpm@10 migration add_village_alias');
  }
  // The tables match the migrations, so there is nothing to write.
  const { status, stdout } = run('nothing_new');
  expect(status, stdout).toBe(0);
  expect(stdout).toContain('nothing to migrate');
}, 60_000);
