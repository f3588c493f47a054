import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { viewerOf } from '#modules/identity/session/acting-user.service.ts';
import type { Context } from '#platform/core/context.ts';
import { command } from '#platform/write/command.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let ctx: Context;

beforeAll(async () => {
  await makeDivisions(test);
  await test.owner.db.execute(sql`create table test_payment (fen int not null)`);
  const { userId } = await signedIn(test, 'COUNTY_DESK', places.county);
  const system = test.app.systemContext();
  ctx = { ...system, viewer: await viewerOf(system, userId) };
});

/** A verb that must not run twice, such as a payment. */
const pay = (input: { fen: number; clientMutationId?: string | null }) =>
  command(
    ctx,
    'testPayment',
    places.county,
    input,
    async (work) => {
      await work.db.execute(sql`insert into test_payment values (${input.fen})`);
      return { paid: input.fen };
    },
    { needsClientMutationId: true },
  );
const payments = async () => (await test.owner.db.execute(sql`select fen from test_payment`)).length;

it.each([undefined, null, ''])(
  'refuses a verb that requires a mutation id without one: %j',
  async (clientMutationId) => {
    await expect(pay({ fen: 5, clientMutationId })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { 'input.clientMutationId': 'REQUIRED_MISSING' },
    });
    expect(await payments()).toBe(0);
  },
);

it('runs once per mutation id, however often it is sent', async () => {
  const once = { fen: 7, clientMutationId: 'payment 1' };
  const answers = await Promise.all([pay(once), pay(once), pay(once)]);
  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ paid: 7, clientMutationId: 'payment 1' })));
  expect(await payments()).toBe(1);
  await expect(pay({ ...once, fen: 8 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
});
