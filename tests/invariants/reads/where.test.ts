import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import type { GraphQLInputObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { newId } from '#platform/core/ids.ts';
import { household, householdIncome } from '#schema/household/household.table.ts';
import { member } from '#schema/household/member.table.ts';
import { signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { type Answer, testApp } from '#tests/setup/app.ts';
import { plainApp } from '#tests/setup/plain-app.ts';

const test = testApp();
const plain = plainApp(test);
let session = '';

const sizes = [null, 1, 2, 5];
const days = ['2026-01-31', '2026-06-30'];
const amounts = [0n, 999n, 100_000n, 9_007_199_254_740_993n];

beforeAll(async () => {
  await makeDivisions(test);
  const { db } = test.owner;
  for (let at = 0; at < 30; at += 1) {
    const home = await makeHousehold(test, {
      villageCode: at % 3 === 0 ? places.otherVillage : places.village,
      category: at % 2 === 0 ? 'UNSTABLE' : 'ORDINARY',
    });
    const isClosed = at % 5 === 0;
    await db
      .update(household)
      .set({
        size: sizes[at % sizes.length],
        groupName: at % 4 === 0 ? null : `${at % 4}组`,
        ...(isClosed && { status: 'MOVED', closedOn: days[at % 2], closedReason: '迁出' }),
      })
      .where(eq(household.id, home.id));
    await db
      .update(member)
      .set({
        hasDibao: at % 2 === 0,
        labour: at % 3 === 0 ? null : at % 3 === 1 ? 'ORDINARY' : 'NONE',
        health: at % 4 === 0 ? [] : at % 4 === 1 ? ['CHRONIC'] : ['CHRONIC', 'DISABLED'],
        birthOn: `${1950 + (at % 6)}-05-01`,
      })
      .where(eq(member.id, home.headId));
    const place = {
      countyCode: home.countyCode,
      householdId: home.id,
      villageCode: at % 3 === 0 ? places.otherVillage : places.village,
    };
    await db.insert(householdIncome).values({
      ...place,
      id: newId(),
      year: 2024 + (at % 3),
      item: 'A1',
      amount: amounts[at % amounts.length] ?? 0n,
    });
  }
  session = (await signedIn(test, 'COUNTY_DESK', places.county)).session;
});

const fields = {
  Household: {
    category: { type: 'enum', values: ['UNSTABLE', 'ORDINARY'] },
    status: { type: 'enum', values: ['ACTIVE', 'MOVED'] },
    size: { type: 'range', values: [1, 2, 3, 5] },
    groupName: { type: 'enum', values: ['1组', '2组', ' ２组 '] },
    closedOn: { type: 'range', values: [...days, '2026-03-01'] },
    createdAt: { type: 'moment', values: ['2026-11-10T04:00:00.000Z', '2026-11-10T03:59:59.999Z'] },
  },
  Member: {
    hasDibao: { type: 'boolean', values: [true, false] },
    labour: { type: 'enum', values: ['ORDINARY', 'NONE', 'WEAK'] },
    health: { type: 'list', values: ['CHRONIC', 'DISABLED', 'HEALTHY'] },
    birthYear: { type: 'range', values: [1950, 1952, 1953, 1999] },
  },
  HouseholdIncome: {
    amount: { type: 'range', values: ['0', '9.99', '1000.00', '90071992547409.93', '90071992547409.92'] },
    item: { type: 'enum', values: ['A1'] },
    year: { type: 'range', values: [2024, 2025, 2026] },
  },
} as const;
type Name = keyof typeof fields;
type Condition = Record<string, unknown>;
interface Where {
  and?: Where[];
  or?: Where[];
  not?: Where;
  [field: string]: unknown;
}

const operators: Record<string, readonly string[]> = {
  enum: ['eq', 'in', 'isEmpty'],
  range: ['eq', 'in', 'from', 'to', 'isEmpty'],
  moment: ['from', 'to', 'isEmpty'],
  boolean: ['eq', 'isEmpty'],
  list: ['has', 'isEmpty'],
};

/** Any condition on a field: one operator, or several that must all hold. */
const conditionOn = (type: string, values: readonly unknown[]): fc.Arbitrary<Condition> => {
  const one = fc.constantFrom(...values);
  const operand = (operator: string): fc.Arbitrary<unknown> => {
    if (operator === 'isEmpty') return fc.boolean();
    return operator === 'in' ? fc.array(one, { maxLength: 3 }) : one;
  };
  return fc
    .subarray([...(operators[type] ?? [])], { minLength: 1, maxLength: 2 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, operand(name)]))));
};

function wheres(name: Name): fc.Arbitrary<Where> {
  const conditions = Object.entries(fields[name]).map(([field, { type, values }]) =>
    conditionOn(type, values).map((condition): Where => ({ [field]: condition })),
  );
  const leaf = fc.oneof(...conditions, fc.constant<Where>({}));
  let tree = leaf;
  for (let depth = 0; depth < 3; depth += 1) {
    const below = tree;
    const several = fc.array(below, { maxLength: 3 });
    tree = fc.oneof(
      leaf,
      several.map((and): Where => ({ and })),
      several.map((or): Where => ({ or })),
      below.map((not): Where => ({ not })),
      fc.tuple(leaf, below).map(([one, or]): Where => ({ ...one, or: [or] })),
    );
  }
  return tree;
}

type Answered = Record<string, unknown>;

/** The meaning of a `where`, implemented again over the rows that the API returns. */
function holds(where: Where, row: Answered): boolean {
  return Object.entries(where).every(([name, value]) => {
    if (name === 'and') return (value as Where[]).every((one) => holds(one, row));
    if (name === 'or') return (value as Where[]).some((one) => holds(one, row));
    if (name === 'not') return !holds(value as Where, row);
    return Object.entries(value as Condition).every(([operator, wanted]) =>
      meets(row[name], operator, wanted),
    );
  });
}

const fen = (value: unknown) => {
  const [yuan = '', rest = ''] = String(value).split('.');
  return BigInt(yuan + rest.padEnd(2, '0'));
};
const isAmount = (value: unknown) => /^\d+\.\d\d$/.test(String(value));
const folded = (value: unknown) => (typeof value === 'string' ? value.trim().normalize('NFKC') : value);

function meets(actual: unknown, operator: string, wanted: unknown): boolean {
  if (operator === 'isEmpty')
    return (actual === null || (Array.isArray(actual) && actual.length === 0)) === wanted;
  if (actual === null) return false;
  if (operator === 'has') return (actual as unknown[]).includes(wanted);
  if (operator === 'in') return (wanted as unknown[]).some((one) => meets(actual, 'eq', one));
  const [a, b] = isAmount(actual) ? [fen(actual), fen(wanted)] : [actual, folded(wanted)];
  if (operator === 'eq') return a === b;
  return operator === 'from' ? (a as string) >= (b as string) : (a as string) <= (b as string);
}

const listed = (name: Name) =>
  ['id', ...Object.keys(fields[name])]
    .filter((field) => name !== 'HouseholdIncome' || field !== 'id')
    .join(' ');

async function bothWays(document: string, variables: Record<string, unknown>): Promise<Answer> {
  const before = test.app.reads.statement;
  const [one, other] = await Promise.all([test, plain].map(({ send }) => send(document, variables, session)));
  expect([one?.data, one?.errors]).toEqual([other?.data, other?.errors]);
  if (!one?.errors) expect(test.app.reads.statement).toBe(before + 1);
  return one as Answer;
}

const sampled = 120;

describe.each(['Household', 'Member'] as const)('%s', (name) => {
  const list = { Household: 'households', Member: 'members' }[name];
  const document = `query ($where: ${name}Where) { list: ${list}(first: 100, where: $where) { totalCount nodes { ${listed(name)} } } }`;

  it('returns the rows that match the conditions, in both ways of reading', async () => {
    const all = (await bothWays(document, {})).data?.list as { nodes: Answered[] };
    expect(all.nodes).toHaveLength(30);
    const kept = new Set<number>();
    for (const where of fc.sample(wheres(name), { numRuns: sampled, seed: 11 })) {
      const answer = await bothWays(document, { where });
      const expected = all.nodes.filter((row) => holds(where, row));
      kept.add(expected.length);
      expect(answer.errors, JSON.stringify(where)).toBeUndefined();
      expect(answer.data?.list, JSON.stringify(where)).toEqual({
        totalCount: expected.length,
        nodes: expected,
      });
    }
    expect(kept.size).toBeGreaterThan(5);
  }, 120_000);
});

it('filters nested lists by their conditions, amounts to the fen', async () => {
  const name = 'HouseholdIncome';
  const document = `query ($where: ${name}Where) { households(first: 30) { nodes { id incomes(where: $where) { totalCount nodes { ${listed(name)} } } } } }`;
  interface Page {
    households: { nodes: { id: string; incomes: { totalCount: number; nodes: Answered[] } }[] };
  }
  const all = (await bothWays(document, {})).data as unknown as Page;
  for (const where of fc.sample(wheres(name), { numRuns: sampled / 2, seed: 12 })) {
    const { data } = await bothWays(document, { where });
    for (const [at, { incomes }] of (data as unknown as Page).households.nodes.entries()) {
      const expected = all.households.nodes[at]?.incomes.nodes.filter((row) => holds(where, row)) ?? [];
      expect(incomes, JSON.stringify(where)).toEqual({ totalCount: expected.length, nodes: expected });
    }
  }
}, 120_000);

it('accepts a cursor with the same conditions only', async () => {
  const document = `query ($where: HouseholdWhere, $after: String) {
    households(first: 2, where: $where, after: $after) { nodes { id } pageInfo { endCursor } } }`;
  const where = { category: { eq: 'UNSTABLE' } };
  const first = (await bothWays(document, { where })).data as {
    households: { pageInfo: { endCursor: string } };
  };
  const after = first.households.pageInfo.endCursor;
  expect((await bothWays(document, { where, after })).errors).toBeUndefined();
  const other = await bothWays(document, { where: { category: { eq: 'ORDINARY' } }, after });
  expect(other.errors).toMatchObject([{ extensions: { fields: { after: { code: 'CURSOR_INVALID' } } } }]);
});

const deep = { and: [{ or: [{ not: { not: { size: { eq: 1 } } } }] }] };
const many = { or: Array.from({ length: 26 }, () => ({ size: { from: 1, to: 2 } })) };

it.each<[string, string, object]>([
  ['where.and.0.or.0.not.not', 'TOO_DEEP', deep],
  ['where.or.25.size', 'TOO_MANY', many],
  ['where.size.eq', 'REQUIRED_MISSING', { size: { eq: null } }],
  ['where.not.size.isEmpty', 'REQUIRED_MISSING', { not: { size: { isEmpty: null } } }],
  ['where.or', 'REQUIRED_MISSING', { or: null }],
  ['where.and.0.size', 'REQUIRED_MISSING', { and: [{ size: null }] }],
  ['where.not.note.eq', 'INVALID_TEXT', { not: { note: { eq: 'a\0b' } } }],
  ['where.groupName.in.1', 'TOO_LONG', { groupName: { in: ['1', 'x'.repeat(20_001)] } }],
])('refuses the fault at %s as %s', async (path, code, where) => {
  const answer = await bothWays(
    'query ($where: HouseholdWhere) { households(where: $where) { totalCount } }',
    {
      where,
    },
  );
  expect(answer.data).toBeNull();
  expect(answer.errors?.map(({ extensions }) => extensions.fields)).toMatchObject([{ [path]: { code } }]);
});

it('offers no field that needs its own right, shows part of a number or is encrypted', () => {
  const schema = createSchema();
  const offered = (name: string) => Object.keys((schema.getType(name) as GraphQLInputObjectType).getFields());
  expect(offered('MemberWhere')).not.toContain('birthOn');
  const inputs = Object.keys(schema.getTypeMap()).filter((name) => name.endsWith('Where'));
  expect(inputs.length).toBeGreaterThan(15);
  const fields = inputs.flatMap((name) => offered(name));
  expect(
    fields.filter((name) => /Masked|Cipher|Hash|secret/i.test(name) && name !== 'formerSecretUntil'),
  ).toEqual([]);
});
