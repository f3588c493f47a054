import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type Config, readConfig } from '#platform/config/env.ts';
import { findMasterKey, loadMasterKey } from '#platform/config/key-file.ts';
import { createCipher } from '#platform/core/cipher.ts';
import { systemClock } from '#platform/core/clock.ts';
import type { Context } from '#platform/core/context.ts';
import { connect } from '#platform/database/database.ts';
import { type OpenDatabase, openDatabase } from '#platform/embedded/embedded.ts';
import { isAllSealed } from '#platform/files/seal-former-files.ts';
import { diskStorage } from '#platform/files/storage.ts';
import type { Catalog } from '#platform/module/catalog.ts';
import type { Io } from '#server/cli/io.ts';
import { prepareDatabase } from '#server/prepare-database.ts';

/** What a command can use. */
export interface Services {
  config: Config;
  masterKey: Buffer;
  databaseUrl: string;
  /** The context of the command line: there is no user, and the caller has access to the machine. */
  ctx: Context;
}

/** Opens database and services for a command, and afterwards leaves the database running or stopped, as it was. */
export type WithServices = <T>(act: (services: Services) => Promise<T>) => Promise<T>;

export function servicesFor(command: string, env: NodeJS.ProcessEnv, io: Io): WithServices {
  return async (act) => {
    const config = readConfig(env);
    findMasterKey(config);
    const database = await openDatabase(config, { task: command, say: io.say });
    const forget = stopOnSignal(database);
    try {
      const masterKey = await loadMasterKey(config, database.url);
      const databaseUrl = await prepareDatabase(database, masterKey, config);
      return await servicesOver(config, masterKey, databaseUrl, io)(act);
    } finally {
      forget();
      await database.stop();
    }
  };
}

/** On a signal a command stops the database it started; open transactions roll back. */
function stopOnSignal(database: OpenDatabase): () => void {
  const onSignal = () => {
    void database.stop().finally(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  };
}

/** The same with a database that is open already. */
export function servicesOver(config: Config, masterKey: Buffer, databaseUrl: string, io: Io): WithServices {
  return async (act) => {
    // Loaded only when a command needs it, because it takes a while.
    const { catalog } = await import('#server/modules.ts');
    const connection = connect(databaseUrl, { max: 4 });
    const ctx = commandContext(connection.db, catalog, masterKey, config.dataDir, io);
    return await act({ config, masterKey, databaseUrl, ctx }).finally(() => connection.close());
  };
}

function commandContext(
  db: Context['db'],
  catalog: Catalog,
  masterKey: Buffer,
  dataDir: string,
  io: Io,
): Context {
  const log = (facts: object, message: string) => io.say(`${message} ${JSON.stringify(facts)}`);
  return {
    db,
    catalog,
    clock: systemClock,
    cipher: createCipher(masterKey),
    storage: diskStorage(path.join(dataDir, 'files'), masterKey, () => isAllSealed(db)),
    log: { info: () => {}, warn: log, error: log },
    viewer: null,
    lang: 'zh',
    requestId: randomUUID(),
    address: '',
    loaders: new Map(),
    pending: null,
    rateLimiter: null,
    reply: null,
  };
}
