import { beforeAll, beforeEach, expect, it } from 'vitest';
import { globalId, newId } from '#platform/core/ids.ts';
import { attachment } from '#schema/attachment/attachment.table.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { type MadeHousehold, makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
let helper: Person;
let home: MadeHousehold;

beforeAll(async () => {
  await makeDivisions(test);
});
beforeEach(async () => {
  helper = await signedIn(test, 'HELPER', places.county);
  home = await makeHousehold(test);
  await makePairing(test, { household: home, cadre: await makeCadre(test, { userId: helper.userId }) });
});

async function upload(more: { uploadedBy?: string; mediaType?: string; countyCode?: string } = {}) {
  const row = {
    ...{ countyCode: places.county, id: newId(), fileName: '门口.jpg', mediaType: 'image/jpeg', byteSize: 3 },
    ...{ sha256: '00', storageKey: `photos/${newId()}.jpg`, uploadedAt: test.clock.now().toISOString() },
    ...{ uploadedBy: helper.userId, ...more },
  };
  await test.owner.db.insert(attachment).values(row);
  return globalId('Attachment', row.countyCode, row.id);
}

interface Logged {
  logVisit: { visit: { id: string; photos: { id: string }[] } };
}
const log = (photoIds: string[]) =>
  test.send<Logged>(
    'mutation ($input: LogVisitInput!) { logVisit(input: $input) { visit { id photos { id fileName mediaType } } } }',
    {
      input: {
        householdId: home.globalId,
        visitedOn: '2026-11-09',
        mode: 'IN_PERSON',
        findings: '正常',
        allowSameDay: true,
        photoIds,
      },
    },
    helper.session,
  );

it("attaches the user's own uploads as photos of a visit", async () => {
  const photo = await upload();
  const answer = await log([photo]);
  expect(answer.data?.logVisit.visit.photos).toEqual([
    { id: photo, fileName: '门口.jpg', mediaType: 'image/jpeg' },
  ]);
  const more = await upload();
  const corrected = await test.send(
    'mutation ($input: CorrectVisitInput!) { correctVisit(input: $input) { visit { photos { id } } } }',
    { input: { id: answer.data?.logVisit.visit.id, expectedVersion: 1, reason: '补照片', photoIds: [more] } },
    helper.session,
  );
  expect(corrected.data).toMatchObject({
    correctVisit: { visit: { photos: [{ id: photo }, { id: more }] } },
  });
});

it("refuses other users' files, used ones, spreadsheets and a tenth photo, and logs no visit then", async () => {
  const used = await upload();
  await log([used]);
  const other = await signedIn(test, 'HELPER', places.county);
  const fault = async (...photos: string[]) => (await log(photos)).errors?.[0]?.extensions.fields;
  const notFound = { 'input.photoIds.0': { code: 'NOT_FOUND' } };
  expect(await fault(await upload({ uploadedBy: other.userId }))).toMatchObject(notFound);
  expect(await fault(used)).toMatchObject(notFound);
  expect(await fault(await upload({ countyCode: places.otherCounty }))).toMatchObject(notFound);
  expect(await fault(await upload({ mediaType: 'text/csv' }))).toMatchObject({
    'input.photoIds.0': { code: 'NOT_AN_IMAGE' },
  });
  const ten = await Promise.all(Array.from({ length: 10 }, () => upload()));
  expect(await fault(...ten)).toMatchObject({ 'input.photoIds': { code: 'TOO_MANY' } });
  const visits = await test.send('{ visits { totalCount } }', {}, helper.session);
  expect(visits.data).toEqual({ visits: { totalCount: 1 } });
});
