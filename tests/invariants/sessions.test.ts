import { sql } from 'drizzle-orm';
import { expect, it, onTestFinished } from 'vitest';
import { type ConnectOptions, connect } from '#platform/database/database.ts';
import { openDirect } from '#platform/database/direct-client.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const names = [
  'statement_timeout',
  'idle_in_transaction_session_timeout',
  'lock_timeout',
  'tcp_keepalives_idle',
  'tcp_keepalives_interval',
  'tcp_keepalives_count',
  'tcp_user_timeout',
];
const settings = `select name, setting::int as value from pg_settings where name in ('${names.join("','")}')`;
type Setting = { name: string; value: number };
const asRecord = (rows: readonly Setting[]) =>
  Object.fromEntries(rows.map(({ name, value }) => [name, value]));

/** A dead connection is noticed within half a minute, whatever the session does. */
const alive = {
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 25_000,
};

it.each<[string, ConnectOptions, object]>([
  [
    'requests',
    { statementMs: 5_000 },
    { statement_timeout: 5_000, idle_in_transaction_session_timeout: 15_000, lock_timeout: 5_000 },
  ],
  [
    'work in the background',
    {},
    { statement_timeout: 1_800_000, idle_in_transaction_session_timeout: 60_000, lock_timeout: 300_000 },
  ],
  [
    'the owner',
    { asOwner: true },
    { statement_timeout: 0, idle_in_transaction_session_timeout: 60_000, lock_timeout: 300_000 },
  ],
])('releases the locks of a client that is gone: sessions of %s', async (_, options, expected) => {
  const { db, close } = connect(options.asOwner ? test.ownerUrl : test.url, options);
  onTestFinished(close);
  const single = await db.execute<Setting>(sql.raw(settings));
  const within = await db.transaction((tx) => tx.execute<Setting>(sql.raw(settings)));
  for (const rows of [single, within]) expect(asRecord(rows)).toEqual({ ...expected, ...alive });
});

it('also those of single connections, such as for migrations', async () => {
  const client = openDirect(test.ownerUrl);
  onTestFinished(() => client.end());
  const found = asRecord(await client.unsafe<Setting[]>(settings));
  expect(found).toMatchObject({ idle_in_transaction_session_timeout: 60_000, ...alive });
});
