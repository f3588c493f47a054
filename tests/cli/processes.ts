import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { dispatch } from '#server/cli/dispatch.ts';

const root = path.resolve(import.meta.dirname, '../..');

type Settings = Record<string, string>;

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  /** Output when it was ready. */
  stdout: string;
  /** Standard error so far. */
  stderr(): string;
  /** Address of the API. */
  address: string;
  stop(signal?: NodeJS.Signals): Promise<Outcome>;
}

/** A parent for a data folder; as root, other users must be able to enter it. */
export function temporaryFolder(): { dataDir: string; remove(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bangfu-start-'));
  chmodSync(folder, 0o711);
  return {
    dataDir: path.join(folder, 'data'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The lock file, which tells other processes who holds the data folder. */
export function holder(dataDir: string): { pid: number; databaseUrl: string } {
  return JSON.parse(readFileSync(path.join(dataDir, 'lock'), 'utf8'));
}

/** Process id of the database server, or null when there is none. */
export function databasePid(dataDir: string): number | null {
  const file = path.join(dataDir, 'postgres/postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
}

/** Sends a signal to the database of a data folder and to all of its sessions. */
export function signalDatabase(dataDir: string, signal: NodeJS.Signals): void {
  const server = databasePid(dataDir);
  if (server === null) throw new Error('no database runs');
  signalServer(server, signal);
}

/** Sends a signal to a database server and to all of its sessions. */
export function signalServer(server: number, signal: NodeJS.Signals): void {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const sessions = pairs.filter(([, parent]) => parent === server).map(([pid = 0]) => pid);
  for (const pid of [server, ...sessions]) signalIfThere(pid, signal);
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It has ended by itself meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Runs one of the programs to its end. */
export async function run(program: string, args: string[], settings: Settings): Promise<Outcome> {
  return await ended(launch(program, args, settings));
}

/** Runs a command within this process, which saves loading the program again. */
export async function runHere(args: string[], settings: Settings): Promise<Outcome> {
  const output = { stdout: '', stderr: '' };
  const code = await dispatch(args, environment(settings), {
    print: (line) => {
      output.stdout += `${line}\n`;
    },
    say: (line) => {
      output.stderr += `${line}\n`;
    },
    progress: () => {},
  });
  return { code, ...output };
}

/** Inherits nothing: a variable of the environment must not decide a test. */
const environment = (settings: Settings): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...settings,
});

/** Starts the server without the console, and waits until it is ready. */
export async function startServer(settings: Settings, through: string[] = []): Promise<Running> {
  const launched = launch('main.ts', ['--no-console'], { PORT: '0', ...settings }, through);
  const end = ended(launched);
  const { child, output } = launched;
  await new Promise<void>((resolve, reject) => {
    const look = () => output.stdout.includes('administrator') && resolve();
    child.stdout?.on('data', look);
    end.then(({ code, stderr }) => reject(new Error(`the server ended with ${code}: ${stderr}`)), reject);
  });
  const address = /http:\/\/[\w.:[\]]+/.exec(output.stdout)?.[0] ?? '';
  return {
    child,
    stdout: output.stdout,
    stderr: () => output.stderr,
    address,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return end;
    },
  };
}

/** Stands in for npm and pnpm: runs its arguments and passes no signal on. */
export const packageRunner = [path.join(import.meta.dirname, 'npm-cli.cjs')];

interface Launched {
  child: ChildProcess;
  output: { stdout: string; stderr: string };
}

function launch(program: string, args: string[], settings: Settings, through: string[] = []): Launched {
  const env = environment(settings);
  const child = spawn(process.execPath, [...through, 'server/run.mjs', program, ...args], { cwd: root, env });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  return { child, output };
}

async function ended({ child, output }: Launched): Promise<Outcome> {
  const [code] = await once(child, 'close');
  return { code, ...output };
}

export async function withDatabase<T>(url: string, act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return await act(sql).finally(() => sql.end());
}

/** Something to find again after a restart. */
export async function leaveMark(databaseUrl: string): Promise<void> {
  await withDatabase(
    databaseUrl,
    (sql) => sql`insert into app_meta (key, value) values ('mark', 'left here')`,
  );
}

export async function findMark(databaseUrl: string): Promise<string | undefined> {
  const rows = await withDatabase(
    databaseUrl,
    (sql) => sql<{ value: string }[]>`select value from app_meta where key = 'mark'`,
  );
  return rows[0]?.value;
}
