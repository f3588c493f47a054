import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { testApp } from '#tests/setup/app.ts';
import { writeCompressed } from '../../../admin/build/compressed-copies.ts';

const folder = mkdtempSync(join(tmpdir(), 'bangfu-static-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = `<!doctype html><title>帮扶</title>${'<p>一户一策</p>'.repeat(200)}`;
const script = `console.log(${JSON.stringify('走访'.repeat(2_000))});`;
const files = {
  'index.html': page,
  'assets/page-a1.js': script,
  'assets/page-a1.css': '.duty { color: red; }\n'.repeat(100),
  'assets/console.operations-a1.json': JSON.stringify({}).padEnd(2_000),
  'assets/short-a1.js': 'export {};',
};

const test = testApp(async () => {
  mkdirSync(join(folder, 'assets'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await writeCompressed(folder);
  return { adminDist: folder };
});

const get = (url: string, encodings?: string, headers: Record<string, string> = {}) =>
  test.app.http.inject({
    url,
    headers: { ...headers, ...(encodings === undefined ? {} : { 'accept-encoding': encodings }) },
  });

const asPlain: Record<string, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  none: (body) => body,
};

const kinds: [url: string, text: string, type: string, caching: string][] = [
  ['/', page, 'text/html; charset=utf-8', 'no-cache'],
  ['/index.html', page, 'text/html; charset=utf-8', 'no-cache'],
  ['/assets/page-a1.js', script, 'application/javascript; charset=utf-8', 'immutable'],
  ['/assets/page-a1.css', files['assets/page-a1.css'], 'text/css; charset=utf-8', 'immutable'],
];
const encodingCases: [encodings: string | undefined, sent: string][] = [
  ['gzip, deflate, br, zstd', 'br'],
  ['br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  [undefined, 'none'],
  ['identity', 'none'],
  ['deflate', 'none'],
  ['zstd', 'none'],
];
const cases = kinds.flatMap(([url, ...rest]) =>
  encodingCases.map((pair) => [url, ...pair, ...rest] as const),
);

it.each(cases)(
  'sends %s to a client that accepts %s as %s',
  async (url, encodings, sent, text, type, caching) => {
    const answer = await get(url, encodings);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-encoding'] ?? 'none').toBe(sent);
    expect(asPlain[sent]?.(answer.rawPayload).toString()).toBe(text);
    expect(answer.rawPayload.length < Buffer.byteLength(text) / 5).toBe(sent !== 'none');
    expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.length);
    expect(answer.headers).toMatchObject({
      vary: 'accept-encoding',
      'content-type': type,
      'cache-control': expect.stringContaining(caching),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
    expect('content-security-policy' in answer.headers).toBe(type.startsWith('text/html'));
  },
);

it('answers a path of the console with its compressed page, and other unknown paths with 404', async () => {
  const answer = await get('/households/1', 'br', { accept: 'text/html' });
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringContaining("default-src 'self'"),
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
  });
  expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(page);
  const unknown = await get('/assets/gone-a1.js', 'br, gzip');
  expect([unknown.statusCode, unknown.headers['content-encoding']]).toEqual([404, undefined]);
});

it('sends files without a compressed copy as they are', async () => {
  const answer = await get('/assets/short-a1.js', 'br, gzip');
  expect([answer.statusCode, answer.headers['content-encoding'], answer.body]).toEqual([
    200,
    undefined,
    files['assets/short-a1.js'],
  ]);
  expect(answer.headers.vary).toBe('accept-encoding');
});

it('answers 304 for an unchanged page in the encoding it was sent in', async () => {
  const tag = async (encodings?: string) => String((await get('/', encodings)).headers.etag);
  const [brotli, plain] = [await tag('br'), await tag()];
  const again = await get('/', 'br', { 'if-none-match': brotli });
  expect([again.statusCode, again.headers.vary]).toEqual([304, 'accept-encoding']);
  expect((await get('/', 'br', { 'if-none-match': plain })).statusCode).toBe(200);
});

const others = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

it.each(['/', '/index.html', '/index.html?x=1', '/assets/page-a1.js'])(
  'refuses all methods but GET and HEAD for %s',
  async (url) => {
    for (const method of others) {
      const answer = await test.app.http.inject({ method, url });
      expect([method, answer.statusCode, answer.headers.allow]).toEqual([method, 405, 'GET, HEAD']);
      expect(answer.json().errors[0].extensions.code).toBe('METHOD_NOT_ALLOWED');
    }
    expect((await test.app.http.inject({ method: 'HEAD', url })).statusCode).toBe(200);
  },
);

it.each([
  '/nowhere',
  '/assets',
  '/assets/',
  '/assets/gone-a1.js',
  '/../package.json',
  '/%2e%2e/package.json',
  '/%00',
  '/%',
])('answers 404 at %s, whatever the method', async (url) => {
  for (const method of others)
    expect([method, (await test.app.http.inject({ method, url })).statusCode]).toEqual([
      method,
      url === '/%' ? 400 : 404,
    ]);
});
