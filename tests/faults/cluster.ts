import { chmodSync, chownSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { type Cluster, runningPid, start, stop } from '#platform/embedded/cluster.ts';
import { placeCluster } from '#platform/embedded/place.ts';
import { prepareDatabase } from '#server/prepare-database.ts';
import { signalServer, temporaryFolder } from '#tests/cli/processes.ts';
import { masterKey } from '#tests/setup/master-key.ts';

/** A database server for one test, which can be frozen and stopped. */
export interface OwnDatabase {
  /** For the owner. */
  readonly url: string;
  /** For a server. */
  readonly servingUrl: string;
  readonly dataDir: string;
  /** To the server and all of its sessions. */
  signal(signal: NodeJS.Signals): void;
  /** Ends every session, as an administrator may. */
  endSessions(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** `encrypted`: it accepts only TLS connections, with the certificate in tests/fixtures/tls for the name localhost. */
export async function ownDatabase({ encrypted = false } = {}): Promise<OwnDatabase> {
  const { dataDir, remove } = temporaryFolder();
  mkdirSync(dataDir, { mode: 0o711 });
  const cluster = await placeCluster(dataDir, {}, () => undefined);
  if (encrypted) takeTlsAlone(cluster);
  const port = await start(cluster);
  const addressOf = (name: string): string => {
    const place = `${encrypted ? 'localhost' : '127.0.0.1'}:${port}/${name}${encrypted ? '?sslmode=require' : ''}`;
    return `postgres://${cluster.superuser}:${cluster.password}@${place}`;
  };
  const sql = postgres(addressOf('postgres'), { max: 1, onnotice: () => {} });
  await sql`create database bangfu template template0`.finally(() => sql.end());
  const url = addressOf('bangfu');
  const servingUrl = await prepareDatabase({ url }, masterKey);
  return {
    url,
    servingUrl,
    dataDir,
    signal: (signal) => signalServer(pidOf(cluster), signal),
    endSessions: async () => {
      const owner = postgres(url, { max: 1, onnotice: () => {} });
      await owner`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = 'bangfu' and pid <> pg_backend_pid()`.finally(() => owner.end());
    },
    stop: () => stop(cluster),
    start: async () => {
      await start(cluster, port);
    },
    async remove() {
      await stop(cluster);
      remove();
    },
  };
}

function pidOf(cluster: Cluster): number {
  const pid = runningPid(cluster);
  if (pid === null) throw new Error('no database runs');
  return pid;
}

const certificates = path.resolve(import.meta.dirname, '../fixtures/tls');

function takeTlsAlone(cluster: Cluster): void {
  const { directory, user } = cluster;
  const inCluster = (name: string): string => path.join(directory, name);
  for (const name of ['server.pem', 'server.key'])
    copyFileSync(path.join(certificates, name), inCluster(name));
  writeFileSync(inCluster('pg_hba.conf'), 'hostssl all all all scram-sha-256\n');
  for (const name of ['server.pem', 'server.key', 'pg_hba.conf']) {
    chmodSync(inCluster(name), 0o600);
    if (user) chownSync(inCluster(name), user.uid, user.gid);
  }
  Object.assign(cluster.settings, { ssl: 'on', ssl_cert_file: 'server.pem', ssl_key_file: 'server.key' });
}
