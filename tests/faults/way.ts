import { once } from 'node:events';
import { createServer, type Socket, connect as to } from 'node:net';

/**
 * A proxied connection to a database that can be cut: what is sent is lost from then on, without notice, as with an
 * unplugged cable.
 */
export interface Way {
  /** The same URL through the proxy. */
  readonly url: string;
  cut(): void;
  /** Accepts new connections again; earlier ones never get an answer. */
  mend(): void;
  close(): Promise<void>;
}

export async function cuttableWay(address: string): Promise<Way> {
  const there = new URL(address);
  const sockets = new Set<Socket>();
  let isCut = false;
  let lost = new AbortController();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    const { signal } = lost;
    if (isCut) return;
    const far = keep(to(Number(there.port), there.hostname));
    for (const [from, onto] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk) => void (signal.aborted || onto.write(chunk)));
      from.on('close', () => void (signal.aborted || onto.destroy()));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('no port');
  const url = new URL(address);
  url.port = String(place.port);
  return {
    url: url.href,
    cut() {
      isCut = true;
      lost.abort();
      lost = new AbortController();
    },
    mend() {
      isCut = false;
    },
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
