import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { checkExternal } from '#platform/embedded/external.ts';
import { run, temporaryFolder } from '#tests/cli/processes.ts';

/** Twice the promised time, for a busy machine. The driver alone would retry for ever. */
const tenSeconds = 20_000;
const folder = temporaryFolder();
let listener: Server | undefined;
const sockets = new Set<Socket>();

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  listener?.close();
  folder.remove();
});

async function listen(greet: (socket: Socket) => void): Promise<number> {
  listener = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    greet(socket);
  });
  await new Promise<void>((resolve) => listener?.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  return typeof address === 'object' && address ? address.port : 0;
}

const others: [what: string, greet: (socket: Socket) => void][] = [
  ['says nothing', () => undefined],
  ['hangs up', (socket) => void socket.once('data', () => socket.end())],
  ['speaks HTTP', (socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))],
];

test.each(others)(
  'a port with something that %s and is not PostgreSQL is refused with a sentence',
  async (_, greet) => {
    const port = await listen(greet);
    const address = `postgres://somebody:secret@127.0.0.1:${port}/bangfu`;
    const begun = performance.now();
    await expect(checkExternal(address)).rejects.toThrow('no PostgreSQL answers');
    expect(performance.now() - begun).toBeLessThan(tenSeconds);
    const { code, stdout, stderr } = await run('main.ts', ['--no-console'], {
      PORT: '0',
      BANGFU_DATA: folder.dataDir,
      DATABASE_URL: address,
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('没有 PostgreSQL 应答');
    expect(stderr).toContain('no PostgreSQL answers');
    expect(stderr).not.toContain('secret');
  },
  90_000,
);
