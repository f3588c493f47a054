import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { importFile } from '#modules/imports/batch/import-file.service.ts';
import { fenOf, yuanOf } from '#schema/scalars.ts';
import { samples } from '#tests/factories/lists/sheets.ts';
import { loadCounties } from '#tests/factories/places/national-divisions.ts';
import { testApp } from '#tests/setup/app.ts';

const test = testApp();
const countyCode = '130434';

interface ExpectedLine {
  readonly row: number;
  readonly number: string;
  readonly level: string;
  readonly task: string;
  readonly direct: boolean;
  readonly early: boolean;
  readonly issuedOn: string;
  readonly receivedOn: string;
  readonly functionCode: string;
  readonly amount: string;
  readonly allocated?: string;
  readonly disbursed?: string;
  readonly paid?: string;
}
const expected: {
  readonly errors: object[];
  readonly warnings: { row: number; column: string; code: string; of: string }[];
  readonly sumByLevel: Record<string, string>;
  readonly sumByLevelWithoutReissues: Record<string, string>;
  readonly documents: number;
  readonly lines: number;
  readonly list: ExpectedLine[];
} = JSON.parse(readFileSync(samples.expectedFunds, 'utf8'));

const bring = (dryRun = false) =>
  importFile(test.app.systemContext(), {
    kind: 'FUND_DOCUMENTS',
    countyCode,
    filePath: fileURLToPath(samples.FUND_DOCUMENTS),
    dryRun,
  });

const found = async (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> =>
  test.owner.db.execute(query);

const count = async (table: string) =>
  (await found(sql`select count(*)::int as count from ${sql.identifier(table)}`))[0]?.count;

beforeAll(() => loadCounties(test, countyCode));

const warnings = expected.warnings.map(({ row, column, code }) => ({ row, column, code }));

it('finds exactly the expected faults, doubles and sums in a dry run that writes nothing', async () => {
  const report = await bring(true);
  expect(report.errors).toEqual(expected.errors);
  expect(report.warnings).toEqual(warnings);
  expect(report.sums).toEqual(expected.sumByLevel);
  expect(report).toMatchObject({ total: 64, created: expected.lines, updated: 0, unchanged: 0, rejected: 8 });
  expect([await count('fund'), await count('fund_document'), await count('import_batch')]).toEqual([0, 0, 0]);
});

it('imports the same lines to the fen, as the dry run said', async () => {
  const report = await bring();
  expect(report.errors).toEqual(expected.errors);
  expect(report.warnings).toEqual(warnings);
  expect(report.sums).toEqual(expected.sumByLevel);
  expect(report).toMatchObject({ total: 64, created: expected.lines, rejected: 8 });
  expect(await count('fund_document')).toBe(expected.documents);
  const lines = await found(sql`
    select number, level, task, is_direct as direct, is_early as early, issued_on::text as "issuedOn",
      received_on::text as "receivedOn", function_code as "functionCode", amount::text, stated_allocated::text as allocated,
      stated_disbursed::text as disbursed, stated_paid::text as paid
    from fund_line join fund_document on fund_document.id = document_id`);
  const inFen = (yuan: string | undefined) => (yuan === undefined ? null : String(fenOf(yuan)));
  const wanted = expected.list.map(({ row: _, ...line }) => ({
    ...line,
    amount: inFen(line.amount),
    allocated: inFen(line.allocated),
    disbursed: inFen(line.disbursed),
    paid: inFen(line.paid),
  }));
  const sorted = (all: object[]) => all.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
  expect(sorted(lines)).toEqual(sorted(wanted));
});

it('posts each line but possible re-issues, and reductions against the line they take back from', async () => {
  const posted = await found(sql`
    select level, sum(amount)::text as amount from fund_line where transfer_id is not null group by level`);
  const sums = Object.fromEntries(posted.map(({ level, amount }) => [level, yuanOf(BigInt(String(amount)))]));
  expect(sums).toEqual(expected.sumByLevelWithoutReissues);
  const [books] = await found(sql`
    select sum(balance)::text as all, sum(balance) filter (where kind = 'LINE')::text as lines from fund_account`);
  const total = Object.values(expected.sumByLevelWithoutReissues).reduce(
    (sum, yuan) => sum + (fenOf(yuan) ?? 0n),
    0n,
  );
  expect(books).toEqual({ all: '0', lines: String(total) });
  const reductions = await found(sql`
    select paper.number, reduced_paper.number as of from fund_line as line
    join fund_document as paper on paper.id = line.document_id
    join fund_line as reduced on reduced.id = line.reduces_id
    join fund_document as reduced_paper on reduced_paper.id = reduced.document_id order by line.amount`);
  expect(reductions).toEqual([
    { number: '冀财农〔2026〕44号', of: '冀财农〔2026〕17号' },
    { number: '邯财农〔2026〕58号', of: '冀财农〔2026〕27号' },
    { number: '邯财农〔2026〕56号', of: '冀财农〔2026〕9号' },
    { number: '冀财农〔2026〕41号', of: '冀财农〔2026〕10号' },
  ]);
});

it('changes nothing when the same file comes again', async () => {
  const report = await bring();
  expect(report.errors).toEqual(expected.errors);
  expect(report.warnings).toEqual(warnings);
  expect(report.sums).toEqual(expected.sumByLevel);
  expect(report).toMatchObject({ created: 0, updated: 0, unchanged: expected.lines, rejected: 8 });
  expect(await count('fund_line')).toBe(expected.lines);
});
