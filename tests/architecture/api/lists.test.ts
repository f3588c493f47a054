import {
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const sessions: string[] = [];

beforeAll(async () => {
  await makeDivisions(test);
  for (const villageCode of [places.village, places.sisterVillage, places.otherVillage]) {
    await makeHousehold(test, { villageCode });
  }
  // Together these hold every right to read.
  for (const role of ['COUNTY_DESK', 'SYSTEM_ADMINISTRATOR', 'SECURITY_AUDITOR'] as const) {
    sessions.push((await signedIn(test, role, places.county)).session);
  }
});

const lists = Object.values(createSchema().getQueryType()?.getFields() ?? {}).filter((field) =>
  /Connection!?$/.test(field.type.toString()),
);

const bare = (type: GraphQLInputType): GraphQLInputType =>
  isNonNullType(type) || isListType(type) ? bare(type.ofType) : type;
const argument = (field: GraphQLField<unknown, unknown>, name: string) => {
  const found = field.args.find((arg) => arg.name === name);
  return found ? bare(found.type) : undefined;
};

/** Each sort alone, in both directions. */
function ordersOf(field: GraphQLField<unknown, unknown>): string[] {
  const order = argument(field, 'orderBy');
  const sort = isInputObjectType(order) ? bare(order.getFields().field?.type ?? order) : undefined;
  if (!isEnumType(sort)) return [];
  return sort
    .getValues()
    .flatMap(({ name }) => [`[{ field: ${name} }]`, `[{ field: ${name}, direction: DESC }]`]);
}

const samples: Record<string, string> = {
  String: '"测试"',
  ID: '"Household:130434:0192f0c1-0000-7000-8000-000000000000"',
  Int: '1',
  Boolean: 'true',
  Day: '"2026-09-30"',
  Instant: '"2026-09-30T00:00:00Z"',
  Period: '"2026-Q3"',
  Money: '"1.00"',
};

/** Each filter field alone, with a valid value of its type. */
function filtersOf(field: GraphQLField<unknown, unknown>): string[] {
  const filter = argument(field, 'filter');
  if (!isInputObjectType(filter)) return [];
  return Object.values(filter.getFields()).map(({ name, type }) => {
    const of = bare(type);
    const value = isEnumType(of) ? of.getValues()[0]?.name : samples[of.toString()];
    return `{ ${name}: ${value} }`;
  });
}

interface Page {
  list: { nodes: { __typename: string }[]; totalCount: number; pageInfo: { endCursor: string | null } };
}

/** Sends it as each of them until one may; only refusals of the value are allowed. */
async function sendAsAny(document: string): Promise<Page | null> {
  for (const session of sessions) {
    const answer = await test.send<Page>(document, {}, session);
    const code = answer.errors?.[0]?.extensions.code;
    if (code === 'FORBIDDEN') continue;
    if (code) expect(answer.errors?.[0]?.extensions, document).toMatchObject({ code: 'INVALID_INPUT' });
    return answer.data;
  }
  throw new Error(`nobody may ask ${document}`);
}

const page = (name: string, args: string) =>
  `{ list: ${name}(${args}) { nodes { __typename } totalCount pageInfo { endCursor } } }`;

it('finds the lists', () => {
  expect(lists.length).toBeGreaterThan(5);
});

it.each(lists.map((field) => [field.name, field] as const))(
  '%s can be sorted by every declared sort, in both directions',
  async (name, field) => {
    for (const orderBy of ordersOf(field)) {
      const seen: number[] = [];
      let after = '';
      for (let turn = 0; turn < 5; turn += 1) {
        const answer = await sendAsAny(page(name, `first: 1, orderBy: ${orderBy}${after}`));
        seen.push(answer?.list.nodes.length ?? 0);
        if (!answer?.list.pageInfo.endCursor) break;
        after = `, after: "${answer.list.pageInfo.endCursor}"`;
      }
      const all = await sendAsAny(page(name, `first: 100, orderBy: ${orderBy}`));
      const turned = seen.reduce((sum, count) => sum + count, 0);
      expect(turned, `${name} ${orderBy}`).toBe(Math.min(5, all?.list.nodes.length ?? 0));
    }
  },
);

it.each(lists.map((field) => [field.name, field] as const))(
  '%s answers every declared filter',
  async (name, field) => {
    for (const filter of filtersOf(field)) await sendAsAny(page(name, `first: 5, filter: ${filter}`));
  },
);

it('knows every type of filter', () => {
  for (const field of lists) {
    const filter = argument(field, 'filter');
    if (!isInputObjectType(filter)) continue;
    for (const { name, type } of Object.values(filter.getFields())) {
      const of = bare(type);
      expect(isEnumType(of) || isObjectType(of) || of.toString() in samples, `${field.name} ${name}`).toBe(
        true,
      );
    }
  }
});
