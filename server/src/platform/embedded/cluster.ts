import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BootError, describeFailure } from '#platform/core/boot-error.ts';
import { isAlive, mayBePostgres } from '#platform/embedded/live-process.ts';
import type { ServerUser } from '#platform/embedded/server-user.ts';

/** One PostgreSQL data directory with the programs and the user that run it. */
export interface Cluster {
  directory: string;
  binaries: string;
  user: ServerUser | undefined;
  superuser: string;
  password: string;
  /** Settings given on the command line, so that an old data directory gets new ones too. */
  settings: Record<string, string>;
}

/** Made beside its place and renamed when whole: a crash never leaves half a data directory. */
export async function initialise(cluster: Cluster): Promise<void> {
  const draft = `${cluster.directory}.new`;
  const passwordFile = `${cluster.directory}.pw`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (cluster.user) {
    chownSync(draft, cluster.user.uid, cluster.user.gid);
    chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
  }
  const common = [
    `--pgdata=${draft}`,
    `--username=${cluster.superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-instructions',
    // The builtin provider: case of every script, order by code point, the same on every system.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  try {
    // pg_trgm takes its idea of a letter from LC_CTYPE: under plain C it sees no Chinese character.
    const utf8 = await run(cluster, 'initdb', [...common, '--lc-ctype=C.UTF-8']);
    const plain = utf8.code === 0 ? utf8 : await run(cluster, 'initdb', common);
    if (plain.code !== 0) throw failed('initdb', plain.output);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, cluster.directory);
}

/** Starts the server on 127.0.0.1, on the port it had before or on a free one, and returns that port. */
export async function start(cluster: Cluster, formerPort?: number): Promise<number> {
  await stopLeftover(cluster);
  for (let attempt = 1; ; attempt += 1) {
    const port = formerPort ?? (await freePort());
    const output = await tryStart(cluster, port);
    if (output === null) return port;
    // The port was taken since we looked, or sessions of a killed server are still going away.
    const passing = /Address already in use|pre-existing shared memory block/.test(output);
    if (!passing || attempt === 10) throw failed('postgres', output);
    await sleep(500 * attempt);
  }
}

/** Ends the sessions and shuts down; nothing that was committed is lost. */
export async function stop(cluster: Cluster, mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
  if (runningPid(cluster) === null) return;
  const result = await run(cluster, 'pg_ctl', [
    'stop',
    '-D',
    cluster.directory,
    '-m',
    mode,
    '-w',
    '-t',
    '60',
  ]);
  if (result.code !== 0 && runningPid(cluster) !== null) throw failed('pg_ctl stop', result.output);
}

/** The number of the live server on this data directory. */
export function runningPid(cluster: Pick<Cluster, 'directory'>): number | null {
  const pid = recordedPid(cluster);
  return pid !== null && isAlive(pid) && mayBePostgres(pid) ? pid : null;
}

function recordedPid({ directory }: Pick<Cluster, 'directory'>): number | null {
  try {
    const pid = Number.parseInt(readFileSync(path.join(directory, 'postmaster.pid'), 'utf8'), 10);
    return Number.isNaN(pid) ? null : pid;
  } catch {
    return null;
  }
}

/**
 * A killed process leaves its server running, or at least its pid file. The caller holds the folder
 * lock, so both are nobody's. PostgreSQL clears stale files itself, but not one whose number now
 * belongs to some other program.
 */
async function stopLeftover(cluster: Cluster): Promise<void> {
  const pid = recordedPid(cluster);
  if (pid === null || !isAlive(pid)) return;
  if (mayBePostgres(pid)) await stop(cluster);
  else rmSync(path.join(cluster.directory, 'postmaster.pid'));
}

async function tryStart(cluster: Cluster, port: number): Promise<string | null> {
  const log = path.join(cluster.directory, 'start.log');
  rmSync(log, { force: true });
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...cluster.settings };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const options = [`-p ${port}`, ...flags].join(' ');
  // Recovery after a crash may take minutes on a big database.
  const args = ['start', '-D', cluster.directory, '-l', log, '-o', options, '-w', '-t', '600'];
  const result = await run(cluster, 'pg_ctl', args);
  if (result.code === 0) return null;
  const written = existsSync(log) ? readFileSync(log, 'utf8') : '';
  return `${written}${result.output}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

interface Outcome {
  code: number;
  output: string;
}

function run(cluster: Cluster, program: string, args: string[]): Promise<Outcome> {
  // Only what the programs need: variables such as PGPORT would change what they do.
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  const options = { ...cluster.user, env, cwd: '/', maxBuffer: 16 << 20 };
  return new Promise((resolve) => {
    execFile(path.join(cluster.binaries, program), args, options, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ code, output: `${stdout}${stderr}${code !== 0 && !stderr ? String(error) : ''}` });
    });
  });
}

function failed(what: string, output: string): BootError {
  const lines = output.trim().split('\n');
  const reason = lines.find((line) => /FATAL|error:|Error/.test(line)) ?? lines.at(-1) ?? '';
  return new BootError(
    `内置 PostgreSQL 未能启动（${what}）：${reason}`,
    `The embedded PostgreSQL did not start (${what}): ${reason}`,
  );
}

/** Brings a server back that was killed, on the same port, until it is stopped on purpose. */
export function keepRunning(
  cluster: Cluster,
  port: number,
  say: (line: string) => void,
): () => Promise<void> {
  const leave = new AbortController();
  const { signal } = leave;
  const watch = async () => {
    while (!signal.aborted) {
      await sleep(500, undefined, { ref: false, signal }).catch(() => {});
      if (signal.aborted || runningPid(cluster) !== null) continue;
      say('数据库意外停止，正在重新启动 / the database stopped by itself, starting it again');
      await start(cluster, port).catch((error: unknown) => say(describeFailure(error)));
    }
  };
  const watching = watch();
  return async () => {
    leave.abort();
    await watching;
  };
}
