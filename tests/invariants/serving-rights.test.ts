import postgres from 'postgres';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '#platform/provision/migrate.ts';
import { prepareDatabase } from '#server/prepare-database.ts';
import { masterKey } from '#tests/setup/app.ts';
import { cloneDatabase } from '#tests/setup/database.ts';

/** The tests' server runs without fsync. */
const prepare = (database: { url: string; servingUrl?: string }) =>
  prepareDatabase(database, masterKey, { mayLoseData: true });

const ownerOf = (url: string) => {
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  onTestFinished(() => owner.end());
  return owner;
};

it.each([
  ['select on household', 'GRANT SELECT ON public.household TO bangfu_app;'],
  ['select, update on app_meta', 'GRANT SELECT, UPDATE ON public.app_meta TO bangfu_app;'],
  ['insert on audit_event', 'GRANT INSERT ON public.audit_event TO bangfu_app;'],
  ['update (hash) on audit_head', 'GRANT UPDATE (hash) ON public.audit_head TO bangfu_app;'],
  ['select on household_year', 'GRANT SELECT ON public.household_year TO bangfu_app;'],
  ['delete on pgboss.queue', 'GRANT DELETE ON pgboss.queue TO bangfu_app;'],
  ['usage on schema pgboss', 'GRANT USAGE ON SCHEMA pgboss TO bangfu_app;'],
  ['usage on sequence grant_order', 'GRANT USAGE ON SEQUENCE public.grant_order TO bangfu_app;'],
  [
    'execute on function freshen_statistics()',
    'GRANT EXECUTE ON FUNCTION public.freshen_statistics() TO bangfu_app;',
  ],
  ['select on drizzle.__drizzle_migrations', 'GRANT SELECT ON drizzle.__drizzle_migrations TO bangfu_app;'],
])('does not start without %s, and says how to grant it', async (right, cure) => {
  const database = await cloneDatabase();
  onTestFinished(database.drop);
  const owner = ownerOf(database.url);
  const servingUrl = await prepare({ url: database.url });
  await owner.unsafe(`revoke ${right} from bangfu_app`);
  for (const how of [{ url: database.url }, { url: servingUrl }]) {
    const start = prepare(how);
    await expect(start).rejects.toThrow('bangfu_app 缺少对 1 个对象的权限');
    await expect(start).rejects.toThrow(cure);
  }
  await owner.unsafe(cure);
  expect(await prepare({ url: servingUrl })).toBe(servingUrl);
});

it.each([
  ['update, delete, truncate on audit_event', 'REVOKE UPDATE, DELETE, TRUNCATE ON public.audit_event FROM '],
  ['update (action) on audit_event', 'REVOKE UPDATE (action) ON public.audit_event FROM '],
  ['delete on visit_version', 'REVOKE DELETE ON public.visit_version FROM '],
  ['update (county_code) on audit_head', 'REVOKE UPDATE (county_code) ON public.audit_head FROM '],
  ['truncate on household', 'REVOKE TRUNCATE ON public.household FROM '],
  ['trigger on idempotency', 'REVOKE TRIGGER ON public.idempotency FROM '],
  ['insert on drizzle.migration_step', 'REVOKE INSERT ON drizzle.migration_step FROM '],
  ['update on sequence grant_order', 'REVOKE UPDATE ON SEQUENCE public.grant_order FROM '],
  ['create on schema public', 'REVOKE CREATE ON SCHEMA public FROM '],
])(
  'does not start with %s, whoever holds it in the session, and says how to revoke it',
  async (right, cure) => {
    const database = await cloneDatabase();
    onTestFinished(database.drop);
    const owner = ownerOf(database.url);
    const servingUrl = await prepare({ url: database.url });
    for (const holder of ['bangfu_app', new URL(servingUrl).username, 'PUBLIC']) {
      await owner.unsafe(`grant ${right} to ${holder}`);
      for (const how of [{ url: database.url }, { url: servingUrl }]) {
        const start = prepare(how);
        await expect(start).rejects.toThrow('rights it must not have');
        await expect(start).rejects.toThrow(`${cure}${holder};`);
      }
      await owner.unsafe(`${cure}${holder}`);
    }
    expect(await prepare({ url: servingUrl })).toBe(servingUrl);
  },
);

it('accepts rights of other roles, and rights to read', async () => {
  const database = await cloneDatabase();
  onTestFinished(database.drop);
  const owner = ownerOf(database.url);
  const other = `bangfu_reader_${process.pid}_${Date.now()}`;
  await owner.unsafe(`create role ${other}; grant all on audit_event to ${other};
    grant select on drizzle.migration_step to bangfu_app; grant select (action) on audit_event to public`);
  onTestFinished(async () => {
    await owner.unsafe(`drop owned by ${other}; drop role ${other}`);
  });
  await expect(prepare({ url: database.url })).resolves.toContain('bangfu_app_');
});

it('requires no right on objects of an extension', async () => {
  const database = await cloneDatabase();
  onTestFinished(database.drop);
  const owner = ownerOf(database.url);
  await owner.unsafe('create extension pg_stat_statements');
  await expect(prepare({ url: database.url })).resolves.toContain('bangfu_app_');
});

it('says how a second installation can use the role that the first one made', async () => {
  const database = await cloneDatabase();
  onTestFinished(database.drop);
  const admin = ownerOf(database.url);
  const own = `bangfu_own_${process.pid}_${Date.now()}`;
  await admin.unsafe(`create role ${own} login createrole password 'of a test'`);
  await admin.unsafe(`create database ${own} owner ${own}`);
  onTestFinished(async () => {
    await admin.unsafe(`drop database ${own} with (force)`);
    await admin.unsafe(`drop role ${own}`);
  });
  const place = { username: own, password: 'of a test', pathname: `/${own}` };
  const url = Object.assign(new URL(database.url), place).href;
  const cure = `GRANT bangfu_app TO ${own} WITH ADMIN OPTION;`;
  await expect(migrate(url)).rejects.toThrow(cure);
  await admin.unsafe(cure);
  await expect(prepare({ url })).resolves.toContain('bangfu_app_');
});
