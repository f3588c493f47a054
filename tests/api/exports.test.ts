import { beforeAll, expect, it } from 'vitest';
import { makeDivisions, places } from '#tests/factories/divisions.ts';
import { exportSteps, purpose } from '#tests/factories/exports.ts';
import { makeHousehold } from '#tests/factories/households.ts';
import { type Person, signedIn } from '#tests/factories/people.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const { run, download } = exportSteps(test);
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  for (let made = 0; made < 7; made += 1) {
    await makeHousehold(test, { villageCode: made % 2 ? places.village : places.otherVillage });
  }
  await makeHousehold(test, { villageCode: places.foreignVillage });
});

it('writes all rows of a list and gives them to whoever asked', async () => {
  const job = await run(desk, { type: 'Household' });
  expect(job).toMatchObject({ status: 'DONE', total: 7, done: 7, failure: null, isMine: true, purpose });
  const file = await download(desk, job.id);
  expect(file.statusCode).toBe(200);
  expect(file.headers['content-disposition']).toBe('attachment; filename="Household-2026-11-10.jsonl"');
  expect(file.headers['cache-control']).toBe('private, no-store');
  expect(file.rawPayload.length).toBe(job.byteSize);
});
