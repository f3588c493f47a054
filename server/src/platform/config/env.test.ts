import { describe, expect, test } from 'vitest';
import { ConfigError, parseKey, readConfig } from './env.ts';

test('has usable defaults, and takes an empty text for "not set"', () => {
  const expected = { port: 4000, host: '127.0.0.1', dataDir: `${process.cwd()}/data`, persistedOnly: false };
  expect(readConfig({})).toMatchObject(expected);
  expect(readConfig({ PORT: '', BANGFU_DATA: '', DATABASE_URL: '', BANGFU_KEY: '' })).toMatchObject(expected);
});

test('reads each setting', () => {
  const config = readConfig({
    PORT: '8080',
    BANGFU_HOST: '0.0.0.0',
    BANGFU_DATA: '/srv/bangfu',
    DATABASE_URL: 'postgres://someone:secret@db.example.cn/bangfu',
    BANGFU_ADMIN_PASSWORD: 'a long enough one',
    BANGFU_KEY: 'ab'.repeat(32),
    BANGFU_PUBLIC_URL: 'https://bangfu.example.cn/',
    BANGFU_PERSISTED_ONLY: '1',
    BANGFU_TOKEN_POINTS: '20000',
    BANGFU_NUMBER_SEARCHES: '12',
    BANGFU_USER_POINTS: '90000',
  });
  expect(config).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: '/srv/bangfu',
    databaseUrl: 'postgres://someone:secret@db.example.cn/bangfu',
    adminPassword: 'a long enough one',
    masterKey: Buffer.alloc(32, 0xab),
    publicUrl: 'https://bangfu.example.cn',
    persistedOnly: true,
    rateLimits: { tokenPoints: 20_000, userPoints: 90_000, numberSearches: 12 },
  });
});

describe('refuses, naming the variable and not its value,', () => {
  test.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '40.5'],
    ['PORT', '0x10'],
    ['BANGFU_HOST', 'two words'],
    ['BANGFU_DATA', 'a\0b'],
    ['DATABASE_URL', 'mysql://someone:secret@host/name'],
    ['DATABASE_URL', 'postgres://host'],
    ['DATABASE_URL', 'postgres://u:p@host/name?sslmode=allow'],
    ['DATABASE_URL', 'postgres://u:p@host/name?sslmode=verify-full&sslrootcert=/nowhere/ca.pem'],
    ['DATABASE_URL', `postgres://u:p@host/name?sslmode=verify-full&sslrootcert=${import.meta.filename}`],
    ['DATABASE_URL', 'postgres://u:p@host/name?sslmode=require&sslrootcert=system'],
    ['DATABASE_URL', 'secret'],
    ['BANGFU_ADMIN_PASSWORD', 'short'],
    ['BANGFU_ADMIN_PASSWORD', 'x'.repeat(65)],
    ['BANGFU_KEY', 'ab'.repeat(31)],
    ['BANGFU_KEY', 'xy'.repeat(32)],
    ['BANGFU_PUBLIC_URL', 'bangfu.example.cn'],
    ['BANGFU_PUBLIC_URL', 'https://bangfu.example.cn/app'],
    ['BANGFU_PERSISTED_ONLY', 'yes'],
    ['BANGFU_NUMBER_SEARCHES', '0'],
    ['BANGFU_NUMBER_SEARCHES', 'many'],
    ['BANGFU_TOKEN_POINTS', '9999'],
    ['BANGFU_TOKEN_POINTS', '1e6'],
    ['BANGFU_USER_POINTS', '100000001'],
  ])('%s=%j', (variable, value) => {
    const read = () => readConfig({ [variable]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(variable);
    expect(read).not.toThrow('secret');
  });
});

test('takes a key of 32 bytes as hex or base64 and nothing else', () => {
  const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7));
  expect(parseKey(key.toString('hex'))).toEqual(key);
  expect(parseKey(key.toString('hex').toUpperCase())).toEqual(key);
  expect(parseKey(key.toString('base64'))).toEqual(key);
  expect(parseKey(key.toString('base64url'))).toBeNull();
  expect(parseKey(key.subarray(1).toString('base64'))).toBeNull();
  expect(parseKey(`${key.toString('hex')}00`)).toBeNull();
  // 43 characters may carry bits that no byte uses: two spellings of one key would be one too many.
  expect(parseKey(`${'A'.repeat(42)}B=`)).toBeNull();
});
