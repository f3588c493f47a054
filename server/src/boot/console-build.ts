import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { BootError } from '#platform/core/boot-error.ts';
import { keepFormerAssets } from '#server/boot/former-assets.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const dist = path.join(root, 'admin/dist');

/** All that the built pages depend on. */
const sources = ['admin', 'schema', 'package.json', 'pnpm-lock.yaml'];

/** Folder of the built console, built first if its sources changed since; null while there is none. */
export async function buildConsole(say: (line: string) => void): Promise<string | null> {
  if (!existsSync(path.join(root, 'admin/vite.config.ts'))) return null;
  const wanted = fingerprint();
  const stamp = path.join(dist, '.sources');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return dist;
  say('正在构建管理界面 / building the console');
  // Built aside and swapped in, so that a running server never serves half a build.
  const draft = `${dist}.${process.pid}`;
  try {
    await runVite(draft);
    keepFormerAssets(dist, draft, Date.now());
    writeFileSync(path.join(draft, '.sources'), wanted);
    rmSync(dist, { recursive: true, force: true });
    renameSync(draft, dist);
  } catch (error) {
    // Another process was quicker to swap in the same build.
    const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
    if (!done) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return dist;
}

/** By content: a fresh checkout changes every date and nothing else. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of sources) addToHash(hash, source);
  return hash.digest('hex');
}

function addToHash(hash: ReturnType<typeof createHash>, relative: string): void {
  const entry = path.join(root, relative);
  if (!existsSync(entry)) return;
  for (const file of listFiles(entry)) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
}

function listFiles(entry: string): string[] {
  if (path.extname(entry) !== '' && !path.basename(entry).startsWith('dist')) return [entry];
  return readdirSync(entry, { withFileTypes: true })
    .filter(
      (child) =>
        !/^(dist\b|node_modules$|\.)/.test(child.name) && !/\.test\.tsx?$|\.table\.ts$/.test(child.name),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((child) => {
      const full = path.join(entry, child.name);
      return child.isDirectory() ? listFiles(full) : [full];
    });
}

function runVite(outDir: string): Promise<void> {
  const vite = path.join(
    path.dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin/vite.js',
  );
  const config = path.join(root, 'admin/vite.config.ts');
  const args = [vite, 'build', '--config', config, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  return new Promise((resolve, reject) => {
    // Users always get the production build: the NODE_ENV of a test would make slow development pages.
    const env = { ...process.env, NODE_ENV: 'production' };
    // Its messages are not results: all go to standard error.
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(failed())));
  });
}

function failed(): BootError {
  return new BootError(
    '管理界面构建失败，原因见上；加 --no-console 可只启动接口。',
    'The console could not be built, see above; --no-console starts the API alone.',
  );
}
