import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface Spawned {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a program that prints `listening http://…`; its messages go to standard error. */
export async function spawnServer(
  command: readonly string[],
  env: Record<string, string>,
  cwd = process.cwd(),
): Promise<Spawned> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await firstAddress(child);
  return { url, pid: child.pid ?? 0, stop: () => stopProcess(child) };
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`a server of the bench ended with ${code}`)));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, address] = /(https?:\/\/127\.0\.0\.1:\d+)/.exec(line) ?? [];
      if (address) resolve(address);
    });
  });
}

export function stopProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(patience);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

const here = import.meta.dirname;
const typed = [process.execPath, '--import', 'tsx'];

export const spawnOwn = (
  databaseUrl: string,
  options: { dataDir: string; today: string; reads?: string; budgets?: 'usual'; isIdle?: boolean },
): Promise<Spawned> =>
  spawnServer([...typed, path.join(here, 'own.ts')], {
    BENCH_DATABASE_URL: databaseUrl,
    BENCH_DATA: options.dataDir,
    BENCH_NOW: `${options.today}T04:00:00Z`,
    BENCH_READS: options.reads ?? '',
    BENCH_BUDGETS: options.budgets ?? '',
    BENCH_IDLE: options.isIdle ? '1' : '',
  });

export const spawnLimit = (databaseUrl: string, operationsFile: string): Promise<Spawned> =>
  spawnServer([...typed, path.join(here, 'limit.ts')], {
    BENCH_DATABASE_URL: databaseUrl,
    BENCH_OPERATIONS: operationsFile,
  });

/** Memory of a process in MB, now and at its peak; zeros where the system does not report it. */
export function memoryOf(pid: number): { now: number; peak: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (name: string) => Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { now: Math.round(read('VmRSS')), peak: Math.round(read('VmHWM')) };
  } catch {
    return { now: 0, peak: 0 };
  }
}
