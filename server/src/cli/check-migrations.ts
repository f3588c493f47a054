import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Says whether the migrations give exactly the tables that schema/ declares. */
const root = path.resolve(import.meta.dirname, '../../..');
const kit = path.join(path.dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs');

// The tool wants a relative path, and the same settings as drizzle.config.ts where they concern the SQL.
const copy = path.relative(root, mkdtempSync(path.join(root, '.tmp-migrations-')));
const options = ['--dialect', 'postgresql', '--schema', './schema/*/*.table.ts', '--casing', 'snake_case'];
try {
  cpSync(path.join(root, 'migrations'), path.join(root, copy), { recursive: true });
  const before = readdirSync(path.join(root, copy)).length;
  // A rename makes it ask; without a terminal it fails, which is the right answer too.
  execFileSync(process.execPath, [kit, 'generate', ...options, '--out', copy], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (readdirSync(path.join(root, copy)).length !== before) {
    console.error(
      'The tables differ from the migrations: run pnpm migration --name WHAT and commit the result',
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(path.join(root, copy), { recursive: true, force: true });
}
