import { Socket } from 'node:net';

/** Where the driver wants to go: several hosts, one after the other, or a socket in the file system. */
export interface Destination {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string | false;
}

/** A connected socket for the driver, which sends what is written at about the same time as one piece. */
export async function openSocket({ host, port, path }: Destination, milliseconds: number): Promise<Socket> {
  if (path) return connected((socket) => socket.connect(path), milliseconds);
  let failure: unknown;
  for (const [at, name] of host.entries()) {
    const number = port[at] ?? 5432;
    try {
      const socket = await connected((made) => made.connect(number, name), milliseconds);
      // The driver looks here for the name to expect in a certificate.
      return Object.assign(socket.setNoDelay(true), { host: name, port: number });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function connected(connect: (socket: Socket) => void, milliseconds: number): Promise<Socket> {
  const socket = inOnePiece(new Socket());
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

/**
 * The driver writes whenever it has gathered a kilobyte, and what is left over when the event loop comes round. Each
 * time costs more than all that is written: it is held back until the loop has come round.
 */
function inOnePiece(socket: Socket): Socket {
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
