import { once } from 'node:events';
import { isIP, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as secureOver } from 'node:tls';
import type { Encryption } from './address.ts';

/** Where the driver wants to go: several hosts, one after the other, or a socket in the file system. */
export interface Destination {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string | false;
}

/** A connected socket for the driver, encrypted where the address asks for it. */
export async function openSocket(
  { host, port, path }: Destination,
  milliseconds: number,
  encryption: Encryption | null = null,
): Promise<Socket> {
  // Within one machine there is nothing to encrypt.
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

/** A setting of the driver that its types do not know. */
export const socketBy = (opening: (destination: Destination) => Promise<Socket>): object => ({
  socket: (destination: Destination) => opening(destination).catch(failedSocket),
});

/** A failed connection: the pool of the driver expects events and not a rejection. */
function failedSocket(failure: Error): Duplex {
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

/** Asks the database for TLS. Whether its certificate is compared with authorities and with its name, the mode says. */
async function encrypted(
  socket: Socket,
  name: string,
  { mode, authorities }: Encryption,
  milliseconds: number,
): Promise<Socket> {
  const until = AbortSignal.timeout(milliseconds);
  const answered = async (from: Socket, event: string): Promise<unknown[]> => {
    try {
      return await once(from, event, { signal: until });
    } catch (error) {
      from.destroy();
      throw until.aborted ? new Error('the database does not answer in time') : error;
    }
  };
  socket.write(sslRequest);
  const [answer] = await answered(socket, 'data');
  // One letter and no more: what came along unencrypted would be taken for the encrypted beginning.
  if (String(answer) !== 'S') {
    if (mode === 'prefer' && String(answer) === 'N') return socket;
    socket.destroy();
    throw new Error('the database does not speak TLS');
  }
  const secured = secureOver({
    socket,
    host: name,
    servername: isIP(name) ? undefined : name,
    ca: authorities,
    rejectUnauthorized: mode === 'verify-ca' || mode === 'verify-full',
    ...(mode === 'verify-ca' && { checkServerIdentity: () => undefined }),
  });
  await answered(secured, 'secureConnect');
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
