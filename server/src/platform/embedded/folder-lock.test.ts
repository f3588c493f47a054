import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FolderLock, lockFile, lockFolder, readHolder } from '#platform/embedded/folder-lock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bangfu-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function take(): FolderLock {
  const lock = lockFolder(folder, 'server');
  if (!('release' in lock)) throw new Error(`held by ${lock.pid}`);
  return lock;
}

test('one holds the folder, and the next learns who', () => {
  take();
  expect(lockFolder(folder, 'import')).toMatchObject({ pid: process.pid, task: 'server' });
});

test('released, the folder is free and nothing is left behind', () => {
  take().release();
  expect(readdirSync(folder)).toEqual([]);
  take();
});

test('tells others where the database is, but only this user', () => {
  take().publish('postgres://somewhere/else');
  expect(readHolder(lockFile(folder))?.databaseUrl).toBe('postgres://somewhere/else');
  expect(statSync(lockFile(folder)).mode & 0o777).toBe(0o600);
});

test('a lock left by a process that died is taken over', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  writeFileSync(lockFile(folder), JSON.stringify({ pid: child.pid, startTicks: null, task: 'server' }));
  take();
  expect(readHolder(lockFile(folder))?.pid).toBe(process.pid);
});

test('a lock whose process number now belongs to another process is taken over', () => {
  writeFileSync(lockFile(folder), JSON.stringify({ pid: process.ppid, startTicks: '1', task: 'server' }));
  const known = existsSync('/proc/self/stat');
  expect('release' in lockFolder(folder, 'server')).toBe(known);
});

test('a lock that was half written is taken over', () => {
  writeFileSync(lockFile(folder), '{"pid":');
  take();
});
