import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive, startTicks } from '#platform/embedded/live-process.ts';

/** Who holds the data folder, and how to reach its database once that is up. Mode 600: the URL has a password. */
export interface Holder {
  pid: number;
  startTicks: string | null;
  /** What the process does: `server`, or the name of a command. */
  task: string;
  databaseUrl?: string;
}

export interface FolderLock {
  /** Tells other processes where the database is. */
  publish(databaseUrl: string): void;
  release(): void;
}

/** Takes the data folder for this process, or names the live process that has it. */
export function lockFolder(dataDir: string, task: string): FolderLock | Holder {
  const file = lockFile(dataDir);
  const mine: Holder = { pid: process.pid, startTicks: startTicks(process.pid), task };
  for (;;) {
    if (createWhole(file, mine)) break;
    const holder = readHolder(file);
    if (holder && isHolding(holder)) return holder;
    removeStale(file, holder);
  }
  return {
    publish(databaseUrl) {
      const draft = `${file}.${process.pid}.new`;
      writeFileSync(draft, JSON.stringify({ ...mine, databaseUrl }), { mode: 0o600 });
      renameSync(draft, file);
    },
    release() {
      if (readHolder(file)?.pid === process.pid) unlinkSync(file);
    },
  };
}

export function lockFile(dataDir: string): string {
  return path.join(dataDir, 'lock');
}

export function readHolder(file: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const known = typeof holder === 'object' && holder !== null && 'pid' in holder;
    return known && typeof holder.pid === 'number' ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

/** A killed process leaves its lock behind, and its number may since belong to another. */
export function isHolding(holder: Holder): boolean {
  if (!isAlive(holder.pid)) return false;
  return holder.startTicks === null || holder.startTicks === startTicks(holder.pid);
}

/** A link either makes the whole file or fails because one is there. */
function createWhole(file: string, holder: Holder): boolean {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** Moved aside before it is deleted: if another process renewed the lock meanwhile, it gets it back. */
function removeStale(file: string, stale: Holder | null): void {
  const aside = `${file}.${randomBytes(4).toString('hex')}.old`;
  try {
    renameSync(file, aside);
    const moved = readHolder(aside);
    if (moved && moved.pid !== stale?.pid) linkSync(aside, file);
    unlinkSync(aside);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
