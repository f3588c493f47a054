import { getTableColumns, sql } from 'drizzle-orm';
import { isEnumType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '#api/schema/schema.ts';
import { globalId } from '#platform/core/ids.ts';
import { type Entity, entitiesIn } from '#platform/read/entity.ts';
import { Node } from '#schema/node/node.type.ts';
import { catalog } from '#server/modules.ts';
import { testApp } from '#tests/setup/app.ts';
import { plainApp } from '#tests/setup/plain-app.ts';
import { allRows } from './everything.ts';
import { areaOf, mayRead, parents, type Row } from './expectations.ts';
import { type MatrixViewer, matrixViewers } from './viewers.ts';
import { makeWorld } from './world.ts';

const test = testApp();
const plain = plainApp(test);
let viewers: MatrixViewer[] = [];
const rows = new Map<string, Row[]>();
/** Every declared type; queries that no declaration makes are named in tests/architecture/writes/written-queries.test.ts. */
const entities = entitiesIn(catalog);

beforeAll(async () => {
  await makeWorld(test);
  viewers = await matrixViewers(test);
  for (const entity of entities) rows.set(entity.name, await rowsOf(entity));
}, 120_000);

const tableRows = (entity: Entity): Promise<Record<string, unknown>[]> =>
  entity.source
    ? allRows(test, entity)
    : test.owner.db.select(getTableColumns(entity.table)).from(entity.table);

async function rowsOf(entity: Entity): Promise<Row[]> {
  const parent = parents[entity.name];
  const above = entities.find((other) => other.name === parent?.type);
  const aboveById = new Map((above ? await tableRows(above) : []).map((row) => [row.id, row]));
  return (await tableRows(entity)).map((row) => {
    const place = parent ? (aboveById.get(row[parent.by]) ?? {}) : row;
    return {
      globalId: globalId(entity.name, ...entity.key.map((name) => String(row[name]))),
      countyCode: String(row.countyCode ?? ''),
      divisionCode: String(place.villageCode ?? place.divisionCode ?? place.code ?? ''),
      householdId: (entity.name === 'Household' ? row.id : place.householdId) as string | null,
      claimId: (entity.name === 'Claim' ? row.id : (row.claimId ?? null)) as string | null,
    };
  });
}

const visible = (viewer: MatrixViewer, entity: Entity): string[] =>
  (rows.get(entity.name) ?? [])
    .filter((row) =>
      mayRead(viewer.grant, entity.right, areaOf(entity) ?? '', row, viewer.paired, viewer.sent),
    )
    .map((row) => row.globalId)
    .sort();

interface Page {
  list: { totalCount: number; nodes: { id: string }[] };
}

it('names the scope of every type', () => {
  expect(entities.filter((entity) => !areaOf(entity)).map(({ name }) => name)).toEqual([]);
});

describe.each(entities.map((entity) => [entity.name, entity] as const))('%s', (_name, entity) => {
  it('lists and counts for each viewer exactly what they may see', async () => {
    if (!entity.query.list) return expect(entity.query.one).toBeUndefined();
    for (const viewer of viewers) {
      const document = `{ list: ${entity.query.list}(first: 100) { totalCount nodes { id } } }`;
      const answer = await test.send<Page>(document, {}, viewer.session, viewer.headers);
      const seen = answer.data?.list.nodes.map((node) => node.id).sort() ?? [];
      const expected = visible(viewer, entity);
      expect(seen, viewer.label).toEqual(expected);
      expect(answer.data?.list.totalCount ?? 0, viewer.label).toBe(expected.length);
    }
  });

  it('counts in groups what the viewer may see, and nothing else', async () => {
    const keys = createSchema().getType(`${entity.name}GroupKey`);
    const connection = createSchema().getType(`${entity.name}Connection`);
    if (!entity.query.list) return expect(entity.query.one).toBeUndefined();
    if (!isEnumType(keys) || !isObjectType(connection))
      return expect(isObjectType(connection) && connection.getFields().groups).toBeUndefined();
    const open = keys.getValues().filter(({ value }) => !entity.relations[value]);
    const by = [...open, ...keys.getValues()][0]?.name;
    for (const viewer of viewers) {
      const answer = await test.send<{ list: { groups: { count: number }[]; all: { count: number }[] } }>(
        `{ list: ${entity.query.list} { groups(by: [${by}], first: 1000) { count } all: groups { count } } }`,
        {},
        viewer.session,
        viewer.headers,
      );
      const seen = visible(viewer, entity).length;
      const { groups = [], all = [] } = answer.data?.list ?? {};
      expect(
        groups.reduce((sum, { count }) => sum + count, 0),
        viewer.label,
      ).toBe(seen);
      expect(all[0]?.count ?? 0, viewer.label).toBe(seen);
    }
  });

  it('opens by id, one or several, only what the viewer may see', async () => {
    if (!(entity.type.prototype instanceof Node)) return expect(entity.query.one).toBeUndefined();
    const ids = (rows.get(entity.name) ?? []).map((row) => row.globalId).slice(0, 100);
    expect(ids.length, 'rows in the world').toBeGreaterThan(0);
    for (const viewer of viewers) {
      const document = 'query ($ids: [ID!]!) { several: nodes(ids: $ids) { id } }';
      const answer = await test.send<{ several: ({ id: string } | null)[] }>(
        document,
        { ids },
        viewer.session,
        viewer.headers,
      );
      const opened = answer.data?.several.flatMap((node) => (node ? [node.id] : [])).sort() ?? [];
      const expected = visible(viewer, entity).filter((id) => ids.includes(id));
      expect(opened, viewer.label).toEqual(expected);
      const hidden = ids.find((id) => !expected.includes(id));
      if (!hidden) continue;
      const one = await test.send(
        'query ($id: ID!) { node(id: $id) { id } }',
        { id: hidden },
        viewer.session,
        viewer.headers,
      );
      expect(one.errors?.[0]?.extensions.code, viewer.label).toMatch(
        /^(NOT_FOUND|FORBIDDEN|UNAUTHENTICATED)$/,
      );
    }
  });

  it('reveals through its relations nothing that the viewer may not see', async () => {
    const list = entity.query.list;
    if (!list) return expect(entity.query.one).toBeUndefined();
    for (const [name, relation] of Object.entries(entity.relations)) {
      const target = relation.target();
      const inner = relation.kind === 'list' ? `${name}(first: 100) { nodes { id } }` : `${name} { id }`;
      for (const viewer of viewers) {
        const answer = await test.send<{ list: { nodes: Record<string, Nested>[] } }>(
          `{ list: ${list}(first: 100) { nodes { ${inner} } } }`,
          {},
          viewer.session,
          viewer.headers,
        );
        const seen = new Set(answer.data?.list.nodes.flatMap((node) => idsIn(node[name] ?? null)) ?? []);
        const allowed = new Set(visible(viewer, target));
        expect(
          [...seen].filter((id) => !allowed.has(id)),
          `${viewer.label} through ${name}`,
        ).toEqual([]);
      }
    }
  });
});

type Nested = { id: string } | { id: string }[] | { nodes: { id: string }[] } | null;

function idsIn(value: Nested): string[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.map((item) => item.id);
  return 'nodes' in value ? value.nodes.map((item) => item.id) : [value.id];
}

it.each([
  ['one statement', test],
  ['resolvers', plain],
])('would notice a scope that lets everybody through, read by %s', async (_way, { send }) => {
  const household = entities.find((entity) => entity.name === 'Household');
  const viewer = viewers.find((one) => one.label === 'VILLAGE_CADRE of 130434100200');
  if (!household?.scope || !viewer) throw new Error('no household');
  const allowed = visible(viewer, household).length;
  const { scope } = household;
  const leaky = household as { scope: Entity['scope'] };
  leaky.scope = () => sql`true`;
  try {
    const answer = await send<{ list: Page['list'] & { groups: { count: number }[] } }>(
      '{ list: households { totalCount nodes { id } groups { count } } }',
      {},
      viewer.session,
    );
    expect(answer.data?.list.nodes.length).toBeGreaterThan(allowed);
    expect(answer.data?.list.totalCount).toBeGreaterThan(allowed);
    expect(answer.data?.list.groups[0]?.count).toBeGreaterThan(allowed);
  } finally {
    leaky.scope = scope;
  }
});
