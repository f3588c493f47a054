import { createConnection, createServer, type Socket } from 'node:net';

/** One statement as sent over the wire. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly (string | null)[];
}

export interface Capture {
  readonly url: string;
  /** The statements since the last call. */
  take(): Statement[];
  close(): void;
}

/**
 * A proxy between a server and its database that records every statement with its parameters: bare statements and
 * pgbench scripts come from the wire, not from copied code.
 */
export async function captureStatements(databaseUrl: string): Promise<Capture> {
  const target = new URL(databaseUrl);
  let noted: Statement[] = [];
  const open = new Set<Socket>();
  const proxy = createServer((client) => {
    const database = createConnection(Number(target.port), target.hostname);
    const read = readMessages((statement) => noted.push(statement));
    client.on('data', read);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        client.destroy();
        database.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const own = new URL(databaseUrl);
  own.port = String(address && typeof address === 'object' ? address.port : 0);
  return {
    url: own.href,
    take() {
      const taken = noted;
      noted = [];
      return taken;
    },
    close() {
      proxy.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** Follows one connection: Parse names a text, Bind gives it parameters, Query is a text alone. */
function readMessages(note: (statement: Statement) => void): (chunk: Buffer) => void {
  const texts = new Map<string, string>();
  let rest: Buffer = Buffer.alloc(0);
  let isGreeted = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      // The first message has no type byte.
      const head = isGreeted ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      const body = rest.subarray(head + 4, length);
      const letter = isGreeted ? String.fromCharCode(rest[0] ?? 0) : '';
      isGreeted = true;
      rest = rest.subarray(length);
      if (letter === 'P') {
        const [name, text] = [textAt(body, 0), textAt(body, textAt(body, 0).end)];
        texts.set(name.text, text.text);
      } else if (letter === 'B') note(readBind(body, texts));
      else if (letter === 'Q') note({ text: textAt(body, 0).text, parameters: [] });
    }
  };
}

function textAt(body: Buffer, from: number): { text: string; end: number } {
  const end = body.indexOf(0, from);
  return { text: body.toString('utf8', from, end), end: end + 1 };
}

function readBind(body: Buffer, texts: ReadonlyMap<string, string>): Statement {
  const statement = textAt(body, textAt(body, 0).end);
  let at = statement.end;
  const formats = body.readInt16BE(at);
  at += 2 + formats * 2;
  const count = body.readInt16BE(at);
  at += 2;
  const parameters: (string | null)[] = [];
  for (let place = 0; place < count; place += 1) {
    const length = body.readInt32BE(at);
    at += 4;
    parameters.push(length < 0 ? null : body.toString('utf8', at, at + length));
    at += Math.max(length, 0);
  }
  return { text: texts.get(statement.text) ?? '', parameters };
}
