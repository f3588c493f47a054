import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findMasterKey, keyCheck, makeMasterKey } from './key-file.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'bangfu-key-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('makes a key that only its owner can read, and finds the same one again', () => {
  expect(findMasterKey({ dataDir })).toBeNull();
  const key = makeMasterKey({ dataDir });
  expect(key).toHaveLength(32);
  expect(statSync(path.join(dataDir, 'key')).mode & 0o777).toBe(0o600);
  expect(findMasterKey({ dataDir })).toEqual(key);
  expect(makeMasterKey({ dataDir })).toEqual(key);
});

test('makes no key beside files that were sealed with another', () => {
  mkdirSync(path.join(dataDir, 'files'));
  expect(() => makeMasterKey({ dataDir })).toThrow('is missing');
  expect(existsSync(path.join(dataDir, 'key'))).toBe(false);
});

test('makes another key for another folder', () => {
  const key = makeMasterKey({ dataDir });
  expect(makeMasterKey({ dataDir: path.join(dataDir, 'other') })).not.toEqual(key);
});

test('prefers the key of the environment and then writes no file', () => {
  const masterKey = Buffer.alloc(32, 1);
  expect(findMasterKey({ dataDir, masterKey })).toBe(masterKey);
  expect(existsSync(path.join(dataDir, 'key'))).toBe(false);
});

test.each(['', 'abc', 'ab'.repeat(31), 'zz'.repeat(32)])(
  'refuses the damaged key %j and leaves it as it is',
  (text) => {
    const file = path.join(dataDir, 'key');
    writeFileSync(file, text);
    expect(() => findMasterKey({ dataDir })).toThrow('damaged');
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);

test('the check tells keys apart and does not contain them', () => {
  const key = Buffer.alloc(32, 1);
  expect(keyCheck(key)).toBe(keyCheck(Buffer.alloc(32, 1)));
  expect(keyCheck(key)).not.toBe(keyCheck(Buffer.alloc(32, 2)));
  expect(keyCheck(key)).not.toContain(key.toString('hex'));
});
