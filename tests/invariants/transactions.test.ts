import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { preparedRows, value } from '#platform/database/prepared.ts';
import { afterCommit, withTransaction } from '#platform/write/transaction.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  await test.owner.db.execute(sql`create table counter (name text primary key, value int not null)`);
  await test.owner.db.execute(sql`insert into counter values ('a', 0), ('b', 0)`);
});

const create =
  'mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } } }';
const input = (more: object) => ({
  villageCode: places.village,
  headName: '戊测试',
  category: 'SUDDEN',
  ...more,
});
const households = async () => (await test.owner.db.execute(sql`select id from household`)).length;

it('the same mutation sent 64 times at once makes one household, and all get the same answer', async () => {
  const same = input({ clientMutationId: 'burst', headResidentId: residentId() });
  const answers = await Promise.all(
    Array.from({ length: 64 }, () => test.send(create, { input: same }, desk.session)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
  expect(answers.flatMap((answer) => answer.errors ?? [])).toEqual([]);
  expect(await households()).toBe(1);
});

it("one user gets nothing of another's answer with the same clientMutationId", async () => {
  const other = await signedIn(test, 'COUNTY_DESK', places.county);
  const answer = await test.send(
    create,
    { input: input({ clientMutationId: 'burst', headResidentId: residentId() }) },
    other.session,
  );
  expect(answer.errors).toBeUndefined();
  expect(await households()).toBe(2);
});

it('one of 20 simultaneous registrations of a person succeeds, and the others are refused with the reason', async () => {
  const headResidentId = residentId();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => test.send(create, { input: input({ headResidentId }) }, desk.session)),
  );
  expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
  const codes = new Set(
    answers.flatMap((answer) => answer.errors?.map((error) => error.extensions.code) ?? []),
  );
  expect([...codes]).toEqual(['DUPLICATE_PERSON']);
});

/** Locks both rows in the given order, with a pause in between, so that two of these deadlock. */
const addToBoth = async (first: string, second: string) => {
  const ctx = { ...test.app.systemContext(), db: test.owner.db };
  let tries = 0;
  await withTransaction(ctx, async (work) => {
    tries += 1;
    await work.db.execute(sql`update counter set value = value + 1 where name = ${first}`);
    await work.db.execute(sql`select pg_sleep(0.2)`);
    await work.db.execute(sql`update counter set value = value + 1 where name = ${second}`);
  });
  return tries;
};

it('retries a transaction after a deadlock, and commits it once', async () => {
  const tries = await Promise.all([addToBoth('a', 'b'), addToBoth('b', 'a')]);
  expect(Math.max(...tries)).toBeGreaterThan(1);
  const values = await test.owner.db.execute<{ value: number }>(sql`select value from counter`);
  expect(values.map((row) => row.value)).toEqual([2, 2]);
});

const counters = async () =>
  (await test.owner.db.execute<{ name: string }>(sql`select name from counter order by name`)).map(
    ({ name }) => name,
  );
const addCounter = preparedRows(sql`insert into counter values (${value('name')}, 0)`);

it('commits pipelined statements, and none of them where one fails', async () => {
  const ctx = { ...test.app.systemContext(), db: test.owner.db };
  const add = (...names: string[]) =>
    withTransaction(ctx, async (work) => {
      for (const name of names) work.pending.sent.push(addCounter(work.db, { name }));
    });
  await add('c', 'd');
  expect(await counters()).toEqual(['a', 'b', 'c', 'd']);
  await expect(add('e', 'c', 'f')).rejects.toMatchObject({ code: '23505' });
  expect(await counters()).toEqual(['a', 'b', 'c', 'd']);
});

it('reports the failure of a pipelined statement, not that the next one found the transaction aborted', async () => {
  const ctx = { ...test.app.systemContext(), db: test.owner.db };
  const failing = withTransaction(ctx, async (work) => {
    work.pending.sent.push(addCounter(work.db, { name: 'a' }));
    await work.db.execute(sql`select 1`);
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
});

it('loses a whole transaction with its connection, and nothing of the next one', async () => {
  const ctx = { ...test.app.systemContext(), db: test.owner.db };
  const before = await counters();
  const failing = withTransaction(ctx, async (work) => {
    work.pending.sent.push(addCounter(work.db, { name: 'lost' }));
    const [{ pid } = { pid: 0 }] = await work.db.execute<{ pid: number }>(
      sql`select pg_backend_pid() as pid`,
    );
    await test.owner.db.execute(sql`select pg_terminate_backend(${pid}, 5000)`);
    // Sent over another connection it would be committed.
    await work.db.execute(sql`insert into counter values ('stray', 0)`).catch(() => undefined);
    work.pending.sent.push(addCounter(work.db, { name: 'stray too' }));
  });
  await expect(failing).rejects.toThrow();
  expect(await counters()).toEqual(before);
  await withTransaction(ctx, async (work) => {
    work.pending.sent.push(addCounter(work.db, { name: 'z' }));
  });
  expect(await counters()).toEqual([...before, 'z']);
});

it('reports it when an ignored failure has rolled everything back', async () => {
  const ctx = { ...test.app.systemContext(), db: test.owner.db };
  const failing = withTransaction(ctx, async (work) => {
    await work.db.execute(sql`insert into counter values ('a', 0)`).catch(() => undefined);
  });
  await expect(failing).rejects.toThrow();
});

/** A serialization failure, as the database reports it. */
const failToSerialize = (db: typeof test.owner.db) =>
  db.execute(sql`do $$ begin raise exception 'in vain' using errcode = '40001'; end $$`);

it('repeats nothing that is committed, whatever fails afterwards', async () => {
  // A callback after the commit fails with an error that is otherwise retried.
  const failure = await failToSerialize(test.owner.db).catch((error: unknown) => error);
  let tries = 0;
  const loaders = Object.assign(new Map<string, unknown>(), {
    clear: () => {
      throw failure;
    },
  });
  const done = withTransaction({ ...test.app.systemContext(), loaders }, async (work) => {
    tries += 1;
    afterCommit(work, () => failToSerialize(test.owner.db).then(() => undefined));
    work.pending.sent.push(addCounter(work.db, { name: `once ${tries}` }));
    return 'kept';
  });
  await done.catch(() => undefined);
  expect(tries).toBe(1);
  expect((await counters()).filter((name) => name.startsWith('once'))).toEqual(['once 1']);
});

it('runs deferred callbacks after the commit, and only then', async () => {
  const ctx = test.app.systemContext();
  const seen: string[][] = [];
  const look = async () => {
    seen.push((await counters()).filter((name) => name.startsWith('late')));
  };
  const answer = await withTransaction(ctx, async (work) => {
    afterCommit(work, look);
    afterCommit(work, () => failToSerialize(test.owner.db).then(() => undefined));
    afterCommit(work, look);
    await withTransaction(work, async (inner) => afterCommit(inner, look));
    expect(seen).toEqual([]);
    work.pending.sent.push(addCounter(work.db, { name: 'late' }));
    return 'kept';
  });
  expect(answer).toBe('kept');
  expect(seen).toEqual([['late'], ['late'], ['late']]);
  const failing = withTransaction(ctx, async (work) => {
    afterCommit(work, look);
    work.pending.sent.push(addCounter(work.db, { name: 'late' }));
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(seen).toHaveLength(3);
});
