import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportableEntities, exportableNamed } from '#modules/exports/exports.choices.ts';
import { selectionOf } from '#modules/exports/file/columns.rules.ts';
import { catalog } from '#server/modules.ts';
import { exportDocuments, exportSteps, purpose } from '#tests/factories/lists/exports.ts';
import { type Person, signedIn } from '#tests/factories/people/people.ts';
import { makeDivisions, places } from '#tests/factories/places/divisions.ts';
import { makeCadre } from '#tests/factories/register/cadres.ts';
import { makeHousehold } from '#tests/factories/register/households.ts';
import { makePairing } from '#tests/factories/register/pairings.ts';
import { makeVisit } from '#tests/factories/register/visits.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const { start, startAccepted, read, run, download, lines } = exportSteps(test);
let desk: Person;

beforeAll(async () => {
  await makeDivisions(test);
  desk = await signedIn(test, 'COUNTY_DESK', places.county);
  const cadre = await makeCadre(test);
  for (let made = 0; made < 130; made += 1) {
    const villageCode = made % 3 ? places.village : places.otherVillage;
    const household = await makeHousehold(test, {
      villageCode,
      category: made % 5 ? 'UNSTABLE' : 'MARGINAL',
      headName: `户主${made}`,
    });
    if (made % 4 !== 0) continue;
    const pairing = await makePairing(test, { household, cadre, villageCode });
    await makeVisit(test, { household, pairing, cadre, villageCode, visitedOn: '2026-10-08' });
  }
  await makeHousehold(test, { villageCode: places.foreignVillage });
});

interface Page {
  list: { nodes: Record<string, unknown>[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** The same rows as a program reads them, page by page. */
async function paged(type: string, fields: readonly string[], filter?: object, where?: object) {
  const entity = exportableNamed(catalog, type);
  const selection = selectionOf(fields.map((path) => ({ path })));
  const declared = `${filter ? `$filter: ${type}Filter, ` : ''}${where ? `$where: ${type}Where, ` : ''}`;
  const given = `${filter ? 'filter: $filter, ' : ''}${where ? 'where: $where, ' : ''}`;
  const document = `query (${declared}$after: String) { list: ${entity.query.list}(${given}first: 30, after: $after) {
    nodes ${selection} pageInfo { hasNextPage endCursor } } }`;
  const rows: Record<string, unknown>[] = [];
  for (let after: string | null = null; ; ) {
    const answer: { data: Page | null; errors?: unknown } = await test.send<Page>(
      document,
      { filter, where, after },
      desk.session,
    );
    expect(answer.errors).toBeUndefined();
    if (!answer.data) throw new Error('no page');
    const { nodes, pageInfo } = answer.data.list;
    rows.push(...nodes);
    if (!pageInfo.hasNextPage) return rows;
    after = pageInfo.endCursor;
  }
}

describe('a JSON Lines file holds the same rows as the list, in the same order', () => {
  const own = exportableEntities(catalog).filter(({ right }) => right !== 'export.run');
  it.each(own.map(({ name }) => name))('%s', async (type) => {
    const job = await run(desk, { type });
    expect(job).toMatchObject({ status: 'DONE', failure: null });
    const fields = job.fields;
    const expected = await paged(type, fields);
    const file = await download(desk, job.id);
    const written = file.body.trim() === '' ? [] : file.body.trimEnd().split('\n');
    if (type === 'AuditEvent') {
      // The export itself is audited, so the trail has grown since.
      const seen = written.map((line) => JSON.parse(line).id);
      expect(expected.map((row) => row.id)).toEqual(expect.arrayContaining(seen));
      return;
    }
    expect(written).toEqual(expected.map((row) => JSON.stringify(row)));
    expect(job.total).toBe(expected.length);
  });

  it.each([
    ['households', 'Household', { divisionCode: places.village, category: ['MARGINAL'] }],
    ['households', 'Household', { search: '户主1' }],
    ['members', 'Member', { divisionCode: places.otherVillage }],
    ['visitDuties', 'VisitDuty', { period: '2026-Q3', divisionCode: places.otherTownship }],
  ])('%s narrowed by a filter', async (list, type, filter) => {
    const fields =
      type === 'Household'
        ? ['headName', 'village.name', 'currentPairing.cadre.name']
        : ['household.headName'];
    const written = await lines(desk, { type, filter: { [list]: filter }, fields });
    const expected = await paged(type, fields, filter);
    expect(expected.length).toBeGreaterThan(0);
    expect(written).toEqual(expected);
  });

  const marginal = { or: [{ category: { eq: 'MARGINAL' } }, { size: { from: 90 } }] };
  it.each([
    ['households', 'Household', ['headName', 'village.name'], undefined, marginal],
    [
      'households',
      'Household',
      ['headName'],
      { search: '户主1' },
      { not: { category: { in: ['UNSTABLE'] } } },
    ],
    // None of it is a column: the rows are resolved one by one.
    ['exportJobs', 'ExportJob', ['isMine', 'type'], { mine: true }, { type: { eq: 'Household' } }],
  ])('%s narrowed by conditions on fields', async (list, type, fields, filter, where) => {
    const narrowing = { ...(filter && { filter: { [list]: filter } }), where: { [list]: where } };
    const written = await lines(desk, { type, ...narrowing, fields });
    // The export of exports contains itself as it was when it was written.
    const expected = await paged(type, fields, filter, where);
    expect(expected.length).toBeGreaterThan(0);
    expect(written).toEqual(expected);
    const all = await lines(desk, { type, ...(filter && { filter: { [list]: filter } }), fields });
    expect(all.length).toBeGreaterThan(written.length);
  });
});

it('serves the file to its owner, as a download that is not cached', async () => {
  const job = await run(desk, { type: 'Household' });
  expect(job).toMatchObject({ total: 130, done: 130, isMine: true, purpose, startedBy: expect.any(String) });
  const file = await download(desk, job.id);
  expect(file.statusCode).toBe(200);
  expect(file.headers['content-disposition']).toBe('attachment; filename="Household-2026-11-10.jsonl"');
  expect(file.headers['cache-control']).toBe('private, no-store');
  expect(file.rawPayload.length).toBe(job.byteSize);
});

it('refuses an empty purpose, unknown fields and filters of another type, each at its field', async () => {
  const refused = async (input: object) => {
    const answer = await start(desk, { type: 'Household', ...input });
    return Object.entries(answer.errors?.[0]?.extensions.fields ?? {}).map(([path, { code }]) => [
      path,
      code,
    ]);
  };
  expect(await refused({ purpose: '  统计 ' })).toEqual([['input.purpose', 'TOO_SHORT']]);
  expect(await refused({ purpose: '统计\u200b\u200b\u200b' })).toEqual([['input.purpose', 'TOO_SHORT']]);
  expect(await refused({ fields: ['headName', 'headIdCipher'] })).toEqual([
    ['input.fields.1', 'FIELD_UNKNOWN'],
  ]);
  for (const path of ['members', 'members.name', 'village', '__proto__.x', 'visits.id', 'currentPairing'])
    expect(await refused({ fields: [path] }), path).toEqual([['input.fields.0', 'FIELD_UNKNOWN']]);
  expect(await refused({ filter: { members: {} } })).toEqual([
    ['input.filter.members', 'FILTER_OF_OTHER_TYPE'],
  ]);
  expect(await refused({ filter: { households: { helper: 'nobody' } } })).toEqual([
    ['input.filter.households.helper', 'INVALID_ID'],
  ]);
  expect(await refused({ where: { members: {} } })).toEqual([
    ['input.where.members', 'FILTER_OF_OTHER_TYPE'],
  ]);
  const deep = { not: { not: { not: { not: { size: { eq: 1 } } } } } };
  expect(await refused({ where: { households: deep } })).toEqual([
    ['input.where.households.not.not.not.not', 'TOO_DEEP'],
  ]);
  const sealed = await start(desk, {
    type: 'Household',
    where: { households: { headIdMasked: { eq: '1' } } },
  });
  expect(sealed.data).toBeFalsy();
  expect(sealed.errors).toBeDefined();
});

it('runs at most two exports of a person at once', async () => {
  const first = await startAccepted(desk, { type: 'Household' });
  const second = await startAccepted(desk, { type: 'Member' });
  const third = await start(desk, { type: 'Visit' });
  expect(third.errors?.[0]?.extensions.code).toBe('EXPORT_LIMIT');
  const other = await signedIn(test, 'COUNTY_DESK', places.county);
  await startAccepted(other, { type: 'Visit' });
  const stopped = await test.send(exportDocuments.cancel, { input: { exportId: second } }, desk.session);
  expect(stopped.data).toMatchObject({ cancelExport: { exportJob: { status: 'CANCELLED' } } });
  await test.app.jobs.drain();
  expect(await read(desk, first)).toMatchObject({ status: 'DONE' });
  expect(await read(desk, second)).toMatchObject({ status: 'CANCELLED', done: 0 });
  expect((await download(desk, second)).statusCode).toBe(404);
  const again = await test.send(exportDocuments.cancel, { input: { exportId: first } }, desk.session);
  expect(again.errors?.[0]?.extensions.code).toBe('EXPORT_OVER');
});

it('accepts only one of two exports started at the same moment when one is already running', async () => {
  const person = await signedIn(test, 'COUNTY_DESK', places.county);
  await startAccepted(person, { type: 'Household' });
  const both = await Promise.all([
    start(person, { type: 'Household' }),
    start(person, { type: 'Household' }),
  ]);
  expect(both.map((answer) => answer.errors?.[0]?.extensions.code ?? 'taken').sort()).toEqual([
    'EXPORT_LIMIT',
    'taken',
  ]);
  await test.app.jobs.drain();
});

it('audits the start and each download with the purpose, and no search text', async () => {
  const search = '户主77';
  const wanted = '核对帮扶名单，交县里存档';
  const id = await startAccepted(desk, {
    type: 'Household',
    filter: { households: { search, divisionCode: places.county } },
    purpose: wanted,
  });
  await test.app.jobs.drain();
  await download(desk, id);
  await download(desk, id);
  const events = await test.owner.db.execute<{ action: string; after: string; division_code: string }>(
    sql`select action, after, division_code from audit_event
      where entity = 'ExportJob' and entity_id = ${id.split(':')[1]} order by seq`,
  );
  expect(events.map(({ action }) => action)).toEqual(['startExport', 'downloadExport', 'downloadExport']);
  for (const { after, division_code } of events) {
    expect(JSON.parse(after)).toMatchObject({ type: 'Household', format: 'JSONL', purpose: wanted });
    expect(after).not.toContain(search);
    expect(division_code).toBe(places.county);
  }
  expect(JSON.parse(events[0]?.after ?? '')).toMatchObject({
    filter: { search: '…', divisionCode: places.county },
  });
});

it('audits codes and amounts of the filter, and no text', async () => {
  const notedOf = async (input: object) => {
    const id = await startAccepted(desk, input);
    await test.app.jobs.drain();
    expect(await read(desk, id)).toMatchObject({ status: 'DONE' });
    const [event] = await test.owner.db.execute<{ after: string }>(
      sql`select after from audit_event where entity_id = ${id.split(':')[1]} and action = 'startExport'`,
    );
    return JSON.parse(event?.after ?? '').where;
  };
  const households = {
    and: [{ headName: { in: ['户主77'] } }, { not: { groupName: { eq: '1组' } } }],
    category: { in: ['MARGINAL'] },
    size: { isEmpty: true },
  };
  expect(await notedOf({ type: 'Household', where: { households } })).toEqual({
    and: [{ headName: { in: '…' } }, { not: { groupName: { eq: '…' } } }],
    category: { in: ['MARGINAL'] },
    size: { isEmpty: true },
  });
  expect(await notedOf({ type: 'Household' })).toBeUndefined();
});

it('returns the first answer to a repeated clientMutationId, and writes one file', async () => {
  const input = { type: 'Household', clientMutationId: 'once-only' };
  const first = await startAccepted(desk, input);
  expect(await startAccepted(desk, input)).toBe(first);
  await test.app.jobs.drain();
  expect(await startAccepted(desk, input)).toBe(first);
  expect(await read(desk, first)).toMatchObject({ status: 'DONE' });
});

it("resolves fields that SQL cannot express one by one, such as whether an export is one's own", async () => {
  const other = await signedIn(test, 'COUNTY_DESK', places.county);
  await run(other, { type: 'Household' });
  const rows = await lines(other, { type: 'ExportJob' });
  expect(rows.filter((row) => row.isMine === true)).toHaveLength(2);
  expect(rows[0]).toMatchObject({ __typename: 'ExportJob', type: 'ExportJob', status: 'QUEUED' });
});
