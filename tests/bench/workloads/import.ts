import { existsSync, openAsBlob } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { writeWorkbook } from '#platform/sheet/writer/write-workbook.ts';
import { createChance, dayNumber } from '#tests/bench/data/chance.ts';
import type { BenchDatabase } from '#tests/bench/data/database.ts';
import { createResidentIds, nameBy } from '#tests/bench/data/rows/people.ts';
import { findPlaces, sessionOf } from '#tests/bench/data/rows/users.ts';
import type { OtherResult } from '#tests/bench/report/results.ts';
import { memoryOf, spawnOwn } from '#tests/bench/servers/spawn.ts';
import type { Options } from '../options.ts';
import { openScratch } from './scratch.ts';

const headings = [
  ...['乡镇', '行政村', '户主姓名', '户主身份证号', '户类型'],
  ...['帮扶责任人', '帮扶责任人电话', '帮扶单位', '结对时间'],
];
const rowsOfHelper = 12;

/** A roster of new households all over a county, as an office would keep it. */
async function writeRoster(sql: Sql, file: string, county: string, rows: number): Promise<void> {
  const villages = await sql<{ township: string; village: string }[]>`
    select above.name as township, division.name as village
    from division join division as above on above.code = division.parent_code
    where division.level = 'VILLAGE' and division.code like ${`${county}%`} order by division.code`;
  const chance = createChance('roster');
  const residentId = createResidentIds();
  // Born before everybody whom the generator made.
  const eldest = dayNumber('1903-01-01');
  const categories = ['脱贫户', '脱贫户', '脱贫不稳定户', '边缘易致贫户', '一般农户'];
  const lines = Array.from({ length: rows }, (_, place) => {
    const helper = Math.floor(place / rowsOfHelper);
    const { township = '', village = '' } = villages[Math.floor((place / rows) * villages.length)] ?? {};
    return [
      township,
      village,
      nameBy(chance),
      residentId(eldest + chance.int(0, 3_000), chance.chance(0.7) ? 'MALE' : 'FEMALE').id,
      categories[place % categories.length] ?? '脱贫户',
      `干部${'甲乙丙丁戊己庚辛壬癸'.charAt(helper % 10)}`,
      `138000${String(50_000 + (helper % 50_000)).padStart(5, '0')}`,
      '县农业农村局',
      '2025-03-01',
    ];
  });
  const columns = headings.map((heading) => ({ heading }));
  await writeWorkbook(file, { sheets: [{ name: '花名册', columns, rows: lines }] });
}

/** From the dry run to the commit of a large roster, with the server's peak memory. */
export async function measureImport(
  database: BenchDatabase,
  options: Options,
  say: (line: string) => void,
): Promise<OtherResult[]> {
  const [place] = await findPlaces(database.sql);
  if (!place) return [];
  const file = path.join(database.dataDir, `roster-${options.importRows}-1903.xlsx`);
  if (!existsSync(file)) await writeRoster(database.sql, file, place.county, options.importRows);
  const scratch = await openScratch(database);
  const server = await spawnOwn(scratch.servingUrl, { dataDir: database.dataDir, today: options.today });
  try {
    const sendQuery = asRequester(server.url);
    const before = memoryOf(server.pid).now;
    const fileId = await upload(server.url, place.county, file);
    const begun = performance.now();
    const checked = await sendQuery(
      `mutation ($input: CheckImportInput!) { checkImport(input: $input) { importBatch { id } } }`,
      { input: { kind: 'ROSTER', countyCode: place.county, fileId } },
    );
    const id = checked.checkImport.importBatch.id;
    await untilBatch(sendQuery, id, 'CHECKED');
    const between = performance.now();
    await sendQuery(
      `mutation ($input: StartImportInput!) { startImport(input: $input) { importBatch { id } } }`,
      {
        input: { batchId: id },
      },
    );
    const batch = await untilBatch(sendQuery, id, 'DONE');
    const seconds = (performance.now() - begun) / 1000;
    const { peak } = memoryOf(server.pid);
    const rate = options.importRows / seconds;
    say(`import: ${JSON.stringify(batch)} in ${seconds.toFixed(1)} s, ${peak} MB`);
    if (batch.created !== options.importRows)
      throw new Error(`not all rows were imported: ${await refusals(sendQuery, id)}`);
    const check = ((between - begun) / 1000).toFixed(1);
    const note = `${options.importRows} rows, dry run ${check} s and commit ${(seconds - Number(check)).toFixed(1)} s`;
    return [
      { name: 'import of a roster', value: rate, unit: 'rows/s', note, bar: { atLeast: 3_000 } },
      {
        name: 'import, memory at its highest',
        value: peak,
        unit: 'MB',
        note: `${before} MB before`,
        bar: { atMost: 600 },
      },
    ];
  } finally {
    await server.stop();
    await scratch.drop();
  }
}

async function refusals(sendQuery: SendQuery, id: string): Promise<string> {
  const rows =
    'rows(filter: { result: [REJECTED] }, first: 5) { nodes { rowNumber errors { column code } } }';
  return JSON.stringify(await sendQuery(`query ($id: ID!) { importBatch(id: $id) { ${rows} } }`, { id }));
}

interface Batch {
  readonly id: string;
  readonly status: string;
  readonly failure: string | null;
  readonly created: number;
  readonly rejected: number;
}
interface Answer {
  readonly checkImport: { importBatch: { id: string } };
  readonly importBatch: Batch;
}
type SendQuery = (query: string, variables: object) => Promise<Answer>;

const cookie = `bangfu=${sessionOf('administrator')}`;

function asRequester(url: string): SendQuery {
  return async (query, variables) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    });
    const answer = await response.json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors).slice(0, 800));
    return answer.data;
  };
}

async function upload(url: string, county: string, file: string): Promise<string> {
  const form = new FormData();
  form.set('file', await openAsBlob(file), '花名册.xlsx');
  const response = await fetch(`${url}/files?county=${county}`, {
    method: 'POST',
    headers: { cookie, 'x-bangfu': '1' },
    body: form,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer.id;
}

/** Polls every quarter of a second, as the console does, until the batch has the status or failed. */
async function untilBatch(sendQuery: SendQuery, id: string, wanted: string): Promise<Batch> {
  for (;;) {
    const { importBatch } = await sendQuery(
      'query ($id: ID!) { importBatch(id: $id) { id status failure created rejected } }',
      { id },
    );
    if (importBatch.status === wanted) return importBatch;
    if (importBatch.status === 'FAILED') throw new Error(`the import failed: ${importBatch.failure}`);
    await sleep(250);
  }
}
