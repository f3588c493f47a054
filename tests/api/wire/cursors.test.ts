import { beforeAll, describe, expect, it } from 'vitest';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
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

it('checks the arguments of a list even if only __typename is selected', async () => {
  for (const args of ['after: "nowhere"', 'filter: { helper: "nobody" }', 'first: 0'])
    for (const send of ways()) {
      const answer = await send(`{ list: households(${args}) { __typename } }`, {}, desk.session);
      expect(answer.errors?.length, args).toBe(1);
      expect(answer.data?.list ?? null, args).toBeNull();
    }
});

const ordered = 'orderBy: [{ field: HEAD_NAME }]';
const filtered = 'filter: { status: [ACTIVE], noPhone: true }';

it('continues from a cursor in the same list, however its filter is written', async () => {
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
])('refuses a cursor in a list with %s, instead of ending the list', async (_what, list, args) => {
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

describe('a list below a row', () => {
  let home: string;
  let other: string;
  let cadres: string[];

  beforeAll(async () => {
    const [first, second] = [await makeHousehold(test), await makeHousehold(test)];
    const helpers = [await makeCadre(test), await makeCadre(test), await makeCadre(test)];
    for (const household of [first, second])
      for (const cadre of helpers)
        await makePairing(test, { household, cadre, role: 'ASSISTANT', startedOn: '2026-07-01' });
    [home, other] = [first.globalId, second.globalId];
    cadres = helpers.map(({ globalId }) => globalId);
  });

  interface Below {
    row: { list: Page['list'] | null; also?: Page['list'] | null };
  }
  const inner = '{ nodes { id } pageInfo { endCursor hasNextPage } edges { cursor } }';
  const below = (id: string, list: string, args: string, selection = inner) =>
    `{ row: node(id: "${id}") { ... on Household { list: ${list}(${args}) ${selection} } } }`;

  async function endBelow(id: string, list: string, args: string): Promise<string> {
    const [one, two] = await Promise.all(
      ways().map((send) => send<Below>(below(id, list, args), {}, desk.session)),
    );
    expect([one?.errors, two?.errors]).toEqual([undefined, undefined]);
    expect(one?.data).toEqual(two?.data);
    const list1 = one?.data?.row.list;
    expect(list1?.edges.at(-1)?.cursor).toBe(list1?.pageInfo.endCursor);
    return list1?.pageInfo.endCursor ?? '';
  }

  async function refuses(document: string, path: (string | number)[]): Promise<void> {
    for (const send of ways()) {
      const answer = await send(document, {}, desk.session);
      expect(answer.errors).toMatchObject([
        { path, extensions: { code: 'INVALID_INPUT', fields: { after: { code: 'CURSOR_INVALID' } } } },
      ]);
    }
  }

  it('continues from a cursor below the same row, however the row is reached', async () => {
    const after = await endBelow(home, 'pairings', 'first: 2');
    const document = `{ row: household(id: "${home}") { list: pairings(first: 2, after: "${after}") ${inner} } }`;
    for (const send of ways()) {
      const answer = await send<Below>(document, {}, desk.session);
      expect(answer.errors).toBeUndefined();
      expect(answer.data?.row.list?.nodes).toHaveLength(1);
    }
    expect(test.app.reads.statement).toBeGreaterThan(0);
  });

  it.each(['nodes { id }', 'totalCount'])(
    'refuses the cursor of another row, requested by %s',
    async (selection) => {
      const after = await endBelow(home, 'pairings', 'first: 2');
      await refuses(below(other, 'pairings', `first: 2, after: "${after}"`, `{ ${selection} }`), [
        'row',
        'list',
      ]);
    },
  );

  it('refuses it below each of many rows but its own, and answers the others', async () => {
    const after = await endBelow(home, 'pairings', 'first: 2');
    const document = `{ households(first: 50) { nodes { id list: pairings(after: "${after}") { nodes { id } } } } }`;
    for (const send of ways()) {
      const answer = await send<{ households: { nodes: { id: string; list: object | null }[] } }>(
        document,
        {},
        desk.session,
      );
      const homes = answer.data?.households.nodes ?? [];
      expect(homes.length).toBeGreaterThan(5);
      expect(homes.filter(({ list }) => list !== null).map(({ id }) => id)).toEqual([home]);
      expect(answer.errors).toHaveLength(homes.length - 1);
    }
  });

  it('refuses the cursor of another list of the same type, below a row or not', async () => {
    const ofHousehold = await endBelow(home, 'pairings', 'first: 2');
    const ofCadre = `{ row: cadre(id: "${cadres[0]}") { list: pairings(after: "${ofHousehold}") { nodes { id } } } }`;
    await refuses(ofCadre, ['row', 'list']);
    await refuses(`{ list: pairings(after: "${ofHousehold}") { nodes { id } } }`, ['list']);
    const ofAll = await endOf('pairings', 'first: 2');
    await refuses(below(home, 'pairings', `after: "${ofAll}"`), ['row', 'list']);
  });

  it.each(['', ':', ':130434', '\u0000', ':\u0000', '\ud800'])('refuses a forged cursor: %j', async (end) => {
    const real = await endBelow(home, 'pairings', 'first: 2');
    const [mark, ...place] = JSON.parse(Buffer.from(real, 'base64url').toString()) as [string, ...string[]];
    const made = JSON.stringify([mark.split(':', 1)[0] + end, ...place]);
    const after = Buffer.from(made).toString('base64url');
    await refuses(below(home, 'pairings', `first: 2, after: "${after}"`), ['row', 'list']);
  });
});
