import { beforeAll, expect, it } from 'vitest';
import { makeDivisions, places } from '#tests/factories/divisions.ts';
import { makeHousehold } from '#tests/factories/households.ts';
import { type Person, signedIn } from '#tests/factories/people.ts';
import { testApp } from '#tests/setup/app.ts';
import { plainApp } from '#tests/setup/plain-app.ts';

const test = testApp();
const plain = plainApp(test);
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  for (let made = 0; made < 4; made += 1) await makeHousehold(test);
});

interface Page {
  list: { nodes: { id: string }[]; edges: { cursor: string }[]; pageInfo: { endCursor: string } };
}
const page = (list: string, args: string) =>
  `{ list: ${list}(${args}) { nodes { id } edges { cursor } pageInfo { endCursor } } }`;
const ways = () => [test.send, plain.send] as const;

async function endOf(list: string, args: string): Promise<string> {
  const [one, other] = await Promise.all(
    ways().map((send) => send<Page>(page(list, args), {}, desk.session)),
  );
  expect([one?.errors, other?.errors]).toEqual([undefined, undefined]);
  expect(one?.data).toEqual(other?.data);
  expect(one?.data?.list.edges.at(-1)?.cursor).toBe(one?.data?.list.pageInfo.endCursor);
  return one?.data?.list.pageInfo.endCursor ?? '';
}

const ordered = 'orderBy: [{ field: HEAD_NAME }]';
const filtered = 'filter: { status: [ACTIVE], noPhone: true }';

it('goes on from a cursor in the same list, whichever way its filter is written', async () => {
  const after = await endOf('households', `first: 2, ${ordered}, ${filtered}`);
  for (const send of ways()) {
    for (const args of [
      `${ordered}, ${filtered}`,
      'orderBy: [{ field: HEAD_NAME, direction: ASC }], filter: { noPhone: true, status: [ACTIVE], search: null }',
    ]) {
      const answer = await send<Page>(
        page('households', `first: 9, after: "${after}", ${args}`),
        {},
        desk.session,
      );
      expect(answer.data?.list.nodes).toHaveLength(2);
    }
  }
});

it.each([
  ['another order', 'households', 'orderBy: [{ field: CREATED_AT }]'],
  ['the other direction', 'households', 'orderBy: [{ field: HEAD_NAME, direction: DESC }]'],
  ['another filter', 'households', `${ordered}, filter: { status: [CLOSED] }`],
  ['a filter where there was none', 'households', `${ordered}, filter: { noPhone: true }`],
  ['another list', 'organizations', 'orderBy: [{ field: NAME }]'],
])('refuses a cursor in a list with %s, and never takes it for the end', async (_what, list, args) => {
  const after = await endOf('households', `first: 2, ${ordered}`);
  for (const send of ways()) {
    for (const selection of ['nodes { id }', 'totalCount']) {
      const document = `{ ${list}(first: 2, after: "${after}", ${args}) { ${selection} } }`;
      const answer = await send(document, {}, desk.session);
      expect(answer.errors).toMatchObject([
        { extensions: { code: 'INVALID_INPUT', fields: { after: { code: 'CURSOR_INVALID' } } } },
      ]);
    }
  }
});

it('refuses the cursor of a root list in the list below a row', async () => {
  const [home] =
    (
      await test.send<{ households: { nodes: { id: string }[] } }>(
        '{ households(first: 1) { nodes { id } } }',
        {},
        desk.session,
      )
    ).data?.households.nodes ?? [];
  const after = Buffer.from(JSON.stringify(['', '2026-01-01', '130434', 'x'])).toString('base64url');
  const document = `{ household(id: "${home?.id}") { pairings(first: 2, after: "${after}") { nodes { id } } } }`;
  for (const send of ways()) {
    const answer = await send(document, {}, desk.session);
    expect(answer.errors?.[0]?.extensions.fields).toMatchObject({ after: { code: 'CURSOR_INVALID' } });
  }
});
