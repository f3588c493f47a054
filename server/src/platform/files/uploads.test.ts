import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskStorage, type FileStorage } from './storage.ts';
import { discardRest, receiveUpload, type UploadLimits, uploadLimits } from './uploads.ts';

let folder: string;
let http: FastifyInstance;
/** How each request ended for the server. */
let ends: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bangfu-uploads-'));
  ends = [];
  http = fastify({ forceCloseConnections: true });
  await http.register(multipart);
});
afterEach(async () => {
  await http.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a server that only takes uploads. */
async function serve(
  given: Partial<UploadLimits>,
  storage: FileStorage = diskStorage(folder, Buffer.alloc(32, 7), async () => true),
) {
  const limits = { ...uploadLimits, ...given };
  http.post('/', async (incoming, reply) => {
    try {
      await receiveUpload(incoming, storage, () => undefined, limits);
      ends.push('stored');
    } catch (error) {
      ends.push(error instanceof Error ? error.message : 'unknown');
      discardRest(incoming.raw, limits.lingerMs);
      return reply.code(400).send('refused');
    }
  });
  return new URL(await http.listen({ port: 0, host: '127.0.0.1' }));
}

const photo = Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(10_000, 1)]);
const head =
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';

/** Begins to send and says no more; tells when the connection is closed. */
function fallSilent(address: URL, ...pieces: (string | Buffer)[]) {
  const sending = request(address, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'multipart/form-data; boundary=x', connection: 'keep-alive' },
  });
  const closed = new Promise<void>((resolve) => {
    sending.on('close', () => resolve());
  });
  sending.on('error', () => undefined);
  sending.on('response', (response) => response.resume());
  for (const piece of pieces) sending.write(piece);
  return closed;
}

const stored = () => readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('.'));

it('cuts off a sender who falls silent in the middle, and keeps nothing', async () => {
  const address = await serve({ silenceMs: 50 });
  await fallSilent(address, head, photo);
  await expect.poll(() => ends).toEqual(['The upload broke off; please upload again']);
  expect(stored()).toEqual([]);
});

it('cuts off a sender who takes for ever', async () => {
  const address = await serve({ wholeMs: 50 });
  await fallSilent(address, head, photo);
  await expect.poll(() => ends).toEqual(['The upload broke off; please upload again']);
  expect(stored()).toEqual([]);
});

it('does not wait for ever for the rest of what it refused', async () => {
  const address = await serve({ lingerMs: 50 });
  await fallSilent(address, head.replace('a.jpg', 'a.exe'), Buffer.alloc(10_000, 1));
  expect(ends).toEqual(['This kind of file is not supported']);
});

it('keeps nothing and blames nobody where the storage fails in the middle', async () => {
  const disk = diskStorage(folder, Buffer.alloc(32, 7), async () => true);
  const full: FileStorage = {
    ...disk,
    async put(key, content) {
      await disk.put(key, content);
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    },
  };
  const address = await serve({}, full);
  void fallSilent(address, head, photo, '\r\n--x--\r\n');
  await expect.poll(() => ends).toEqual(['no space left']);
  expect(stored()).toEqual([]);
});
