import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { household } from '#schema/household/household.table.ts';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { type Answer, testApp } from '#tests/setup/app.ts';
import { withLimits } from './lifted.ts';

const test = testApp();
const desk = inventedDesk(test);
let home: MadeHousehold;

beforeEach(async () => {
  home = await makeHousehold(test);
});

const document =
  'mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { household { note } } }';
const edit = (send: typeof test.send): Promise<Answer> =>
  send(document, { input: { id: home.globalId, expectedVersion: 1, note: '改过' } }, desk.session);

const stored = async () => {
  const [row] = await test.owner.db.select().from(household).where(eq(household.id, home.id));
  return { version: row?.version, note: row?.note };
};
const unchanged = { version: 1, note: null };

/** Another session holds the row lock while `act` runs, so that others must wait. */
const whileHeld = <T>(act: () => Promise<T>): Promise<T> =>
  test.owner.db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from household
      where county_code = ${places.county} and id = ${home.id} for update`);
    return act();
  });

/** Waits until no statement of the server runs or waits any more. */
async function quiet(): Promise<void> {
  for (;;) {
    const [row] = await test.owner.db.execute(sql`select count(*)::int as busy from pg_stat_activity
      where datname = current_database() and application_name like 'bangfu%' and state <> 'idle'
        and pid <> pg_backend_pid()`);
    if (row?.busy === 0) return;
  }
}

it('cancels a statement that takes too long, and leaves nothing behind', async () => {
  const answer = await withLimits(test, { statementMs: 200 }, (send) => whileHeld(() => edit(send)));
  expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'TIMED_OUT' } }] });
  expect(await stored()).toEqual(unchanged);
});

it('answers in time even if the resolver does not end, and commits nothing of it afterwards', async () => {
  await withLimits(test, { requestMs: 300, statementMs: 60_000 }, async (send) => {
    const answer = await whileHeld(() => edit(send));
    expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'TIMED_OUT' } }] });
    // The row is free again: what waited for it now runs to its end.
    await quiet();
    expect(await stored()).toEqual(unchanged);
  });
});

it('would wait and write without the limits', async () => {
  await withLimits(test, { requestMs: Number.POSITIVE_INFINITY, statementMs: 60_000 }, async (send) => {
    let answer: Promise<Answer> | undefined;
    await whileHeld(async () => {
      answer = edit(send);
      await new Promise((resolve) => setTimeout(resolve, 600));
    });
    expect(await answer).toMatchObject({
      status: 200,
      data: { updateHousehold: { household: { note: '改过' } } },
    });
    expect(await stored()).toEqual({ version: 2, note: '改过' });
  });
});

it('lets background jobs take longer', async () => {
  const [row] = await test.app.systemContext().db.execute(sql`show statement_timeout`);
  expect(row?.statement_timeout).toBe('30min');
});
