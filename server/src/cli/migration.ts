import { spawnSync } from 'node:child_process';
import { drizzleKit, root } from './drizzle-kit.ts';

/** Derives the next migration from what has changed in schema/: `migration <name> [options of drizzle-kit]`. */
const [name, ...options] = process.argv.slice(2);
if (name && /^[a-z][a-z0-9_]*$/.test(name)) {
  const { status } = spawnSync(process.execPath, [drizzleKit, 'generate', '--name', name, ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  console.error(
    'Say what the migration does, in small letters: npx --yes pnpm@10 migration add_village_alias\n' +
      'To write the SQL by hand: npx --yes pnpm@10 migration fill_village_alias --custom',
  );
  process.exitCode = 1;
}
