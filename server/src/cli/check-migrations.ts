import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { drizzleKit, root } from './drizzle-kit.ts';

/** Checks that the migrations give exactly the tables that schema/ declares. */
// The tool wants a relative path, and the settings of drizzle.config.ts that concern the SQL.
const copy = path.relative(root, mkdtempSync(path.join(root, '.tmp-migrations-')));
const options = ['--dialect', 'postgresql', '--schema', './schema/*/*.table.ts', '--casing', 'snake_case'];
try {
  cpSync(path.join(root, 'migrations'), path.join(root, copy), { recursive: true });
  const before = readdirSync(path.join(root, copy)).length;
  // A rename makes it ask; without a terminal it fails, which is the right result too.
  execFileSync(process.execPath, [drizzleKit, 'generate', ...options, '--out', copy], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (readdirSync(path.join(root, copy)).length !== before) {
    console.error(
      'The tables differ from the migrations: run npx --yes pnpm@10 migration <name> and commit the result',
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(path.join(root, copy), { recursive: true, force: true });
}
