import { once } from 'node:events';
import { isIP, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as secureOver } from 'node:tls';

/** Where the driver wants to go: several hosts, one after the other, or a socket in the file system. */
export interface Destination {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string | false;
}

/** What the driver makes of `sslmode` in the address. */
export type Encryption = boolean | 'require' | 'allow' | 'prefer' | 'verify-full' | object;

/** A connected socket for the driver, encrypted where the address asks for it. */
export async function openSocket(
  { host, port, path }: Destination,
  milliseconds: number,
  encryption: Encryption = false,
): Promise<Socket> {
  if (path) return connected((socket) => socket.connect(path), milliseconds);
  let failure: unknown;
  for (const [at, name] of host.entries()) {
    const number = port[at] ?? 5432;
    try {
      const socket = await connected((made) => made.connect(number, name), milliseconds);
      socket.setNoDelay(true);
      return encryption ? await encrypted(socket, name, encryption, milliseconds) : socket;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** Stands for a connection that could not be made: the pool of the driver is told by events and not by a rejection. */
export function failedSocket(failure: Error): Duplex {
  const socket = new Duplex({ read() {}, write: () => undefined });
  setImmediate(() => socket.destroy(failure));
  return socket;
}

function connected(connect: (socket: Socket) => void, milliseconds: number): Promise<Socket> {
  const socket = new Socket();
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => socket.destroy(new Error('the database does not answer in time')),
      milliseconds,
    );
    socket.once('error', reject);
    socket.once('close', () => clearTimeout(late));
    socket.once('connect', () => {
      clearTimeout(late);
      socket.removeListener('error', reject);
      resolve(socket);
    });
    connect(socket);
  });
}

/** Asks the database for TLS, as the driver would: only `verify-full` and settings of one's own check the certificate. */
async function encrypted(
  socket: Socket,
  name: string,
  encryption: Encryption,
  milliseconds: number,
): Promise<Socket> {
  const until = AbortSignal.timeout(milliseconds);
  socket.write(sslRequest);
  const [answer] = await once(socket, 'data', { signal: until });
  if (String(answer) !== 'S') {
    if (encryption === 'prefer') return socket;
    socket.destroy();
    throw new Error('the database does not speak TLS');
  }
  const isUnchecked = encryption === 'require' || encryption === 'allow' || encryption === 'prefer';
  const secured = secureOver({
    socket,
    servername: isIP(name) ? undefined : name,
    ...(isUnchecked && { rejectUnauthorized: false }),
    ...(typeof encryption === 'object' && encryption),
  });
  await once(secured, 'secureConnect', { signal: until });
  return secured;
}

/** Length 8 and the number that asks for TLS. */
const sslRequest = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/**
 * The driver writes whenever it has gathered a kilobyte, and what is left over when the event loop comes round. Each
 * time costs more than all that is written: it is held back until the loop has come round.
 */
export function inOnePiece(socket: Socket): Socket {
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  let isHeld = false;
  const letGo = () => {
    isHeld = false;
    socket.uncork();
  };
  const held = (...args: unknown[]): boolean => {
    if (!isHeld) {
      isHeld = true;
      socket.cork();
      // Once for what the driver has put off in the same way, and then after it.
      setImmediate(() => setImmediate(letGo));
    }
    return write(...args);
  };
  return Object.assign(socket, { write: held });
}
