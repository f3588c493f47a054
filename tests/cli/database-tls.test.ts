import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDirect } from '#platform/database/direct-client.ts';
import { processName } from '#platform/database/session-settings.ts';
import { checkExternal } from '#platform/embedded/external.ts';
import { type App, createApp } from '#server/app.ts';
import { run } from '#tests/cli/processes.ts';
import { type OwnDatabase, ownDatabase } from '#tests/faults/cluster.ts';
import { logVisit, sendDocument, visitInput } from '#tests/faults/requests.ts';
import { makeVillage } from '#tests/faults/village.ts';
import { masterKey } from '#tests/setup/master-key.ts';

const certificate = (name: string): string => path.resolve(import.meta.dirname, '../fixtures/tls', name);
let database: OwnDatabase;

beforeAll(async () => {
  database = await ownDatabase({ encrypted: true });
}, 300_000);
afterAll(() => database.remove(), 120_000);

function addressWith(settings: Record<string, string>, host = 'localhost', from = database.url): string {
  const url = new URL(from);
  url.search = new URLSearchParams(settings).toString();
  url.hostname = host;
  return url.href;
}

/** The message when serving from this database is refused; null otherwise. */
const refusalOf = (url: string): Promise<string | null> =>
  checkExternal(url).then(
    () => null,
    (error: Error) => error.message,
  );

describe('a database that accepts only TLS connections', () => {
  it('works, with every connection of the server encrypted', async () => {
    const app: App = await createApp({
      databaseUrl: database.servingUrl,
      masterKey,
      dataDir: database.dataDir,
      logLevel: 'silent',
    });
    try {
      const address = await app.listen(0, '127.0.0.1');
      await app.jobs.start();
      const { cadre, households } = await makeVillage(database.url, 1);
      const written = await sendDocument(address, cadre.session, logVisit, {
        input: visitInput(households, 1),
      });
      expect(written.code).toBeNull();
      expect((await fetch(`${address}/readyz`)).status).toBe(200);
      const owner = openDirect(database.url);
      const sessions = await owner<{ name: string; ssl: boolean }[]>`
        select application_name as name, ssl from pg_stat_activity join pg_stat_ssl using (pid)
        where datname = 'bangfu'`.finally(() => owner.end());
      expect(sessions.filter(({ ssl }) => !ssl)).toEqual([]);
      const names = sessions.map(({ name }) => name);
      expect(names).toContain('bangfu availability');
      // Two pools, at least one transaction connection, and the queue.
      expect(names.filter((name) => name === processName).length).toBeGreaterThanOrEqual(4);
    } finally {
      await app.close();
    }
  });

  it('is used by the command line, as owner and as the serving role', async () => {
    const settings = {
      BANGFU_DATA: database.dataDir,
      BANGFU_KEY: masterKey.toString('hex'),
      DATABASE_URL: database.servingUrl,
      DATABASE_OWNER_URL: database.url,
    };
    const { code, stdout } = await run('cli/bangfu.ts', ['audit', 'verify'], settings);
    expect([code, stdout]).toEqual([0, expect.stringContaining('ok')]);
  }, 120_000);

  it('refuses a connection without TLS, and says why', async () => {
    expect(await refusalOf(addressWith({}))).toMatch(/pg_hba\.conf/);
    expect(await refusalOf(addressWith({ sslmode: 'disable' }))).toMatch(/pg_hba\.conf/);
    expect(await refusalOf(addressWith({ sslmode: 'prefer' }))).toBeNull();
  });

  it('has its certificate verified as far as the URL asks', async () => {
    const [known, unknown] = [certificate('authority.pem'), certificate('other-authority.pem')];
    const refusalWith = (sslmode: string, sslrootcert: string | null, host?: string) =>
      refusalOf(addressWith({ sslmode, ...(sslrootcert && { sslrootcert }) }, host));
    expect(await refusalWith('verify-full', known)).toBeNull();
    expect(await refusalWith('verify-full', unknown)).toMatch(/certificate/);
    expect(await refusalWith('verify-full', null)).toMatch(/certificate/);
    expect(await refusalWith('verify-full', known, '127.0.0.1')).toMatch(/127\.0\.0\.1/);
    expect(await refusalWith('verify-ca', known, '127.0.0.1')).toBeNull();
    expect(await refusalWith('verify-ca', unknown)).toMatch(/certificate/);
    expect(await refusalWith('require', null, '127.0.0.1')).toBeNull();
  });
});

it('is used without encryption only where the URL allows it', async () => {
  const { adminUrl } = inject('database');
  const of = (sslmode: string) => refusalOf(addressWith({ sslmode }, '127.0.0.1', adminUrl));
  expect(await of('prefer')).toBeNull();
  for (const mode of ['require', 'verify-ca', 'verify-full']) expect(await of(mode)).toMatch(/TLS/);
});
