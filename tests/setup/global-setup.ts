import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#platform/embedded/embedded.ts';
import { isAlive } from '#platform/embedded/live-process.ts';
import { migrate } from '#platform/provision/migrate.ts';
import { makeServingRole } from '#platform/provision/serving-role.ts';
import { closeDatabase, distribute, joinNodes, onEveryServer } from './cluster-nodes.ts';
import { masterKey } from './master-key.ts';
import { beginKeeping, keepingSettings } from './sent-statements.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test may make databases, and the migrated one they are copied from. */
    database: { adminUrl: string; servingUrl: string; template: string };
  }
}

interface Prepared {
  adminUrl: string;
  /** Of the role that servers of tests sign in with; the database is another one each time. */
  servingUrl: string;
  template: string;
  close(): Promise<void>;
}

/** Several projects of one run share one server; each has its own copy of this module. */
interface Shared {
  prepared?: Promise<Prepared>;
  users: number;
}

const sharedKey = Symbol.for('bangfu.tests.database');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const globals = globalThis as typeof globalThis & { [sharedKey]?: Shared };
  const shared = globals[sharedKey] ?? { users: 0 };
  globals[sharedKey] = shared;
  shared.users += 1;
  shared.prepared ??= prepare();
  const { adminUrl, servingUrl, template, close } = await shared.prepared;
  project.provide('database', { adminUrl, servingUrl, template });
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) {
      delete globals[sharedKey];
      await close();
    }
  };
}

async function prepare(): Promise<Prepared> {
  const server = await openServer();
  const template = `bangfu_template_${randomBytes(4).toString('hex')}`;
  const admin = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  const url = withDatabase(server.adminUrl, template);
  let servingUrl: string;
  try {
    await beginKeeping(admin);
    await onEveryServer(
      server.adminUrl,
      (sql) => sql`create database ${sql(template)} template template0 encoding 'UTF8'`,
    );
    await joinNodes(server.adminUrl, template);
    await migrate(url);
    await distribute(url);
    servingUrl = await makeServingRole(url, undefined, masterKey);
    await closeDatabase(server.adminUrl, template);
  } catch (error) {
    await server.close();
    throw error;
  } finally {
    await admin.end();
  }
  return {
    adminUrl: server.adminUrl,
    servingUrl,
    template,
    async close() {
      await onEveryServer(
        server.adminUrl,
        (sql) => sql`drop database if exists ${sql(template)} with (force)`,
      );
      await server.close();
    },
  };
}

async function openServer(): Promise<{ adminUrl: string; close(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { adminUrl: given, close: async () => {} };
  await sweep();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
  // As root the server is another user, who must be able to walk through.
  chmodSync(dataDir, 0o711);
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    ...keepingSettings,
  };
  const database = await openDatabase({ dataDir }, { task: 'tests', settings });
  return {
    adminUrl: withDatabase(database.url, 'postgres'),
    async close() {
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const prefix = 'bangfu-tests-';

/** A run that was killed leaves its server and folder behind; the next one clears them away. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const dataDir = path.join(os.tmpdir(), name);
    try {
      const database = await openDatabase({ dataDir }, { task: 'tests' });
      await database.stop();
    } catch {
      // Another user's, or already half gone.
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
