import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withChecksInSteps } from './check-steps.ts';
import { drizzleKit, root } from './drizzle-kit.ts';

const folder = path.join(root, 'migrations');
const files = (): string[] => readdirSync(folder).filter((file) => file.endsWith('.sql'));

/** Derives the next migration from the changes in schema/: `migration <name> [options of drizzle-kit]`. */
const [name, ...options] = process.argv.slice(2);
if (name && /^[a-z][a-z0-9_]*$/.test(name)) {
  const former = new Set(files());
  const { status } = spawnSync(process.execPath, [drizzleKit, 'generate', '--name', name, ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const file of files().filter((one) => !former.has(one))) {
    const place = path.join(folder, file);
    const derived = readFileSync(place, 'utf8');
    const stepwise = withChecksInSteps(derived);
    if (stepwise !== derived) writeFileSync(place, stepwise);
  }
  process.exitCode = status ?? 1;
} else {
  console.error(
    'Say what the migration does, in small letters: npx --yes pnpm@10 migration add_village_alias\n' +
      'To write the SQL by hand: npx --yes pnpm@10 migration fill_village_alias --custom',
  );
  process.exitCode = 1;
}
