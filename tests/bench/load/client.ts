import { createConnection, type Socket } from 'node:net';

/** One request, ready to be sent repeatedly. */
export type Prepared = Buffer;

export function prepare(url: string, body: object, headers: Record<string, string> = {}): Prepared {
  const { host, pathname } = new URL(url);
  const payload = JSON.stringify(body);
  const lines = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(payload)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${payload}`);
}

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

/**
 * A keep-alive connection that sends one request at a time. Written on the bare socket, because the client shares the
 * machine with the server it measures and should use little of it.
 */
export class Connection {
  private readonly socket: Socket;
  private parts: Buffer[] = [];
  private size = 0;
  private wanted = -1;
  private headEnd = -1;
  private isChunked = false;
  private waiting: { resolve(reply: Reply): void; reject(error: Error): void } | null = null;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on('data', (chunk) => this.receive(chunk));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('the server closed the connection')));
  }

  send(request: Prepared): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private fail(error: Error): void {
    this.waiting?.reject(error);
    this.waiting = null;
  }

  private receive(chunk: Buffer): void {
    this.parts.push(chunk);
    this.size += chunk.length;
    if (this.headEnd < 0 && !this.readHead()) return;
    if (this.isChunked ? !this.endsInLastChunk() : this.size < this.wanted) return;
    const all = this.whole();
    const status = Number(all.toString('latin1', 9, 12));
    const body = all.subarray(this.headEnd);
    const reply = { status, body: this.isChunked ? joinChunks(body) : body };
    this.parts = [];
    this.size = 0;
    this.headEnd = -1;
    const { waiting } = this;
    this.waiting = null;
    waiting?.resolve(reply);
  }

  private whole(): Buffer {
    const all = this.parts.length === 1 ? (this.parts[0] as Buffer) : Buffer.concat(this.parts);
    this.parts = [all];
    return all;
  }

  private readHead(): boolean {
    const all = this.whole();
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const head = all.toString('latin1', 0, end).toLowerCase();
    this.headEnd = end + 4;
    this.isChunked = head.includes('transfer-encoding: chunked');
    this.wanted = this.headEnd + Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
    return true;
  }

  private endsInLastChunk(): boolean {
    return this.whole().subarray(-5).toString('latin1') === '0\r\n\r\n';
  }
}

function joinChunks(body: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.toString('latin1', at, line), 16);
    if (!(length > 0)) return Buffer.concat(pieces);
    pieces.push(body.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
}
