import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import type { Sql } from 'postgres';

export interface Machine {
  readonly date: string;
  readonly commit: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  readonly settings: Record<string, string>;
}

const telling = [
  ...['shared_buffers', 'work_mem', 'effective_cache_size', 'random_page_cost', 'max_wal_size', 'jit'],
  ...['fsync', 'synchronous_commit', 'full_page_writes', 'max_connections'],
];

export async function describeMachine(sql: Sql): Promise<Machine> {
  const settings = await sql<{ name: string; value: string }[]>`
    select name, current_setting(name) as value from pg_settings where name = any(${telling}) order by name`;
  const [version] = await sql`select split_part(version(), ' ', 2) as number`;
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    commit: commit(),
    processor: os.cpus()[0]?.model ?? '',
    cores: os.availableParallelism(),
    memoryGB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()}`,
    node: process.version.slice(1),
    postgres: version?.number ?? '',
    settings: Object.fromEntries(settings.map(({ name, value }) => [name, value])),
  };
}

function commit(): string {
  try {
    const cwd = path.resolve(import.meta.dirname, '../../..');
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return '';
  }
}
