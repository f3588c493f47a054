import { createConnection, createServer, type Socket } from 'node:net';

/** Changes to the start-up parameters of the next sessions, by name; null removes one. */
type Changes = Record<string, string | null>;

export interface Pooler {
  readonly url: string;
  change(parameters: Changes): void;
  /** Ends the present sessions, like a pooler that is reconfigured. */
  cut(): void;
  close(): void;
}

/** A proxy between server and database that opens sessions with other parameters than requested, as poolers can. */
export async function startPooler(databaseUrl: string): Promise<Pooler> {
  const target = new URL(databaseUrl);
  let changes: Changes = {};
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = createConnection(Number(target.port), target.hostname);
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        client.destroy();
        database.destroy();
        open.delete(socket);
      });
    }
    client.once('data', (start) => {
      database.write(changed(start, changes));
      client.pipe(database).pipe(client);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(address && typeof address === 'object' ? address.port : 0);
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: url.href,
    change: (parameters) => {
      changes = parameters;
    },
    cut,
    close: () => {
      server.close();
      cut();
    },
  };
}

/** A start-up message: length, version, then names and values, each ended by a zero. */
function changed(start: Buffer, changes: Changes): Buffer {
  const texts = start.toString('utf8', 8, start.length - 2).split('\0');
  const parameters = Object.fromEntries(
    texts.flatMap((name, at) => (at % 2 === 0 ? [[name, texts[at + 1] ?? '']] : [])),
  );
  const kept = Object.entries({ ...parameters, ...changes }).filter(([, value]) => value !== null);
  const body = Buffer.from(`${kept.map(([name, value]) => `${name}\0${value}\0`).join('')}\0`);
  const head = Buffer.from(start.subarray(0, 8));
  head.writeInt32BE(head.length + body.length);
  return Buffer.concat([head, body]);
}
