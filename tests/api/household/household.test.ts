import { expect, it } from 'vitest';
import { inventedDesk } from '#tests/factories/people/desks.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import { places } from '#tests/factories/places/divisions.ts';
import { testApp } from '#tests/setup/app.ts';
import { expectWords } from '#tests/setup/audit-words.ts';

const test = testApp();
const desk = inventedDesk(test);
expectWords(test);

interface Made {
  createHousehold: { household: { id: string } };
}
interface List {
  households: { nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } };
}

const create = `mutation ($input: CreateHouseholdInput!) {
  createHousehold(input: $input) { clientMutationId household { id headName headIdMasked phoneMasked version village { path } } }
}`;
const newHousehold = (more: object = {}) => ({
  villageCode: places.village,
  headName: '甲测试',
  headResidentId: residentId(),
  category: 'UNSTABLE',
  ...more,
});

it('registers a household with its head, masked', async () => {
  const answer = await test.send(create, { input: newHousehold({ phone: '138 0000-6650' }) }, desk.session);
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.createHousehold).toMatchObject({
    household: {
      headName: '甲测试',
      phoneMasked: '****6650',
      version: 1,
      village: { path: '河北省 邯郸市 魏县 魏城镇 南关村' },
    },
  });
});

it('returns the first answer to a repeated clientMutationId, and refuses it with other input', async () => {
  const input = newHousehold({ clientMutationId: 'once' });
  const first = await test.send(create, { input }, desk.session);
  const again = await test.send(create, { input }, desk.session);
  expect(again.data).toEqual(first.data);
  const other = await test.send(create, { input: { ...input, headName: '乙测试' } }, desk.session);
  expect(other.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_MISMATCH');
});

it('refuses a stale edit with the current version', async () => {
  const made = await test.send<Made>(create, { input: newHousehold() }, desk.session);
  const id = made.data?.createHousehold.household.id;
  const update =
    'mutation ($input: UpdateHouseholdInput!) { updateHousehold(input: $input) { household { version note } } }';
  const fresh = await test.send(update, { input: { id, expectedVersion: 1, note: '一' } }, desk.session);
  expect(fresh.data).toEqual({ updateHousehold: { household: { version: 2, note: '一' } } });
  const stale = await test.send(update, { input: { id, expectedVersion: 1, note: '二' } }, desk.session);
  expect(stale.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
});

it('pages a list in a stable order and counts it', async () => {
  const list = `query ($after: String) { households(first: 2, after: $after, orderBy: [{ field: HEAD_NAME }]) {
    nodes { id } totalCount pageInfo { hasNextPage endCursor } } }`;
  const first = await test.send<List>(list, {}, desk.session);
  expect(first.errors).toBeUndefined();
  const page = first.data?.households;
  expect(page?.nodes).toHaveLength(2);
  expect(page?.totalCount).toBe(3);
  const second = await test.send(list, { after: page?.pageInfo.endCursor }, desk.session);
  expect(second.data?.households).toMatchObject({ nodes: [{}], pageInfo: { hasNextPage: false } });
});

it('names the invalid field, in both languages, and writes nothing', async () => {
  const answer = await test.send(
    create,
    { input: newHousehold({ headResidentId: '130499195305106470' }) },
    desk.session,
  );
  expect(answer.errors?.[0]?.extensions.fields['input.headResidentId']).toMatchObject({
    code: 'ID_CHECKSUM',
  });
});

it('does not find a household of another county', async () => {
  const foreigner = await signedIn(test, 'COUNTY_DESK', places.otherCounty);
  const mine = await test.send<List>('{ households { nodes { id } } }', {}, desk.session);
  const first = mine.data?.households.nodes[0];
  const answer = await test.send(
    'query ($id: ID!) { household(id: $id) { id } }',
    { id: first?.id },
    foreigner.session,
  );
  expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const list = await test.send('{ households { totalCount nodes { id } } }', {}, foreigner.session);
  expect(list.data).toEqual({ households: { totalCount: 0, nodes: [] } });
});
