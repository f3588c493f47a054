import postgres, { type Sql } from 'postgres';
import { parseDatabaseUrl } from './address.ts';
import { withFormats } from './session-check.ts';
import { directSettings, formats } from './session-settings.ts';
import { openSocket, socketBy } from './socket.ts';

const millisecondsToConnect = 12_000;

/**
 * One connection as the address has it, without pool or check of the role: for the owner, and for what is asked before
 * anything is served or beside it. All that signs in does so here or in database.ts, where `sslmode` is heeded; the forms
 * of what is written over it are asked for and checked in both.
 */
export function openDirect(address: string, options: Parameters<typeof postgres>[1] = {}): Sql {
  const { url, encryption } = parseDatabaseUrl(address);
  return postgres(url, {
    max: 1,
    ssl: false,
    onnotice: () => undefined,
    ...options,
    connection: { ...formats, ...directSettings, ...options.connection },
    ...socketBy(async (destination) =>
      withFormats(await openSocket(destination, millisecondsToConnect, encryption)),
    ),
  });
}
