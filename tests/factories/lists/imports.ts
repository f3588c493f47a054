import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { importFile } from '#modules/imports/batch/import-file.service.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import type { Person } from '#tests/factories/people/people.ts';
import { residentId } from '#tests/factories/people/resident-ids.ts';
import type { TestApp } from '#tests/setup/app.ts';
import { workbook } from './sheets.ts';
import { uploaded } from './uploads.ts';

export interface ImportedRow {
  rowNumber: number;
  result: string;
  errors: { column: string; code: string; value?: string | null; zh: string; en: string }[];
  changes?: { column: string; before: string | null; after: string | null }[];
}
export interface Batch {
  id: string;
  status: string;
  failure: string | null;
  total: number;
  processed: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  rows: { nodes: ImportedRow[]; totalCount: number };
}
export interface Payload {
  importBatch: Batch;
}

const fields = `id status failure total processed created updated unchanged rejected
  rows(first: 100) { totalCount nodes { rowNumber result errors { column code zh en } } }`;
const columns = 'columns { sheetName headerRow recognised { key heading } ignored { heading } }';
export const importDocuments = {
  check: `mutation ($input: CheckImportInput!) { checkImport(input: $input) { importBatch { ${fields} ${columns} } } }`,
  start: `mutation ($input: StartImportInput!) { startImport(input: $input) { importBatch { ${fields} } } }`,
  retryCheck: `mutation ($input: RetryImportCheckInput!) { retryImportCheck(input: $input) { importBatch { ${fields} } } }`,
  rollBack: `mutation ($input: RollBackImportInput!) { rollBackImport(input: $input) { importBatch { ${fields} } } }`,
  read: `query ($id: ID!) { importBatch(id: $id) { ${fields} ${columns} } }`,
};

type File = Parameters<typeof uploaded>[3];

interface ContentOptions extends Partial<Parameters<typeof importFile>[1]> {
  /** Where the content does not tell: text is a csv, anything else a workbook. */
  readonly ending?: 'csv' | 'xlsx';
}

/** Imports content as a file on the server, as the command line does, and returns the result. */
export function contentImporter(test: TestApp, countyCode: string) {
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-imports-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let files = 0;
  return (content: Buffer | string, kind: ImportKind = 'ROSTER', options: ContentOptions = {}) => {
    const { ending = typeof content === 'string' ? 'csv' : 'xlsx', ...more } = options;
    files += 1;
    const filePath = join(folder, `${files}.${ending}`);
    writeFileSync(filePath, content);
    return importFile(test.app.systemContext(), { kind, countyCode, filePath, dryRun: false, ...more });
  };
}

/** The steps of an import by a user of one county. */
export function importSteps(test: TestApp, countyCode: string) {
  const { check, start, read } = importDocuments;
  async function uploadAndCheck(who: Person, file: File, kind = 'ROSTER', more: object = {}) {
    const fileId = await uploaded(test, countyCode, who.userId, file);
    const input = { kind, countyCode, fileId, ...more };
    return test.send<{ checkImport: Payload }>(check, { input }, who.session);
  }
  /** Uploads a file, waits for the queue and returns the check's result, or the refusal. */
  async function checkFile(who: Person, file: File, kind = 'ROSTER', more: object = {}) {
    const answer = await uploadAndCheck(who, file, kind, more);
    const id = answer.data?.checkImport?.importBatch.id;
    if (!id) return answer;
    await test.app.jobs.drain();
    const checked = await test.send<Payload>(read, { id }, who.session);
    return { ...checked, data: checked.data && { checkImport: checked.data } };
  }
  /** Starts a batch, waits for the queue and returns how it ended. */
  async function startBatch(who: Person, batchId: string): Promise<Batch> {
    const answer = await test.send(start, { input: { batchId } }, who.session);
    expect(answer.errors).toBeUndefined();
    await test.app.jobs.drain();
    const after = await test.send<Payload>(read, { id: batchId }, who.session);
    expect(after.errors).toBeUndefined();
    if (!after.data) throw new Error('no batch');
    return after.data.importBatch;
  }
  async function bring(who: Person, file: File, kind = 'ROSTER', more: object = {}): Promise<Batch> {
    const checked = await checkFile(who, file, kind, more);
    expect(checked.errors).toBeUndefined();
    return startBatch(who, checked.data?.checkImport.importBatch.id ?? '');
  }
  /** Warnings about rows that are not refused: `2 name LIKELY_DOUBLE`. */
  async function warningsOf(who: Person, { id }: Batch): Promise<string[]> {
    const answer = await test.send<{
      importBatch: { rows: { nodes: { rowNumber: number; warnings: { column: string; code: string }[] }[] } };
    }>(
      `query ($id: ID!) { importBatch(id: $id) { rows(filter: { hasWarnings: true }) {
        nodes { rowNumber warnings { column code value zh en } } } } }`,
      { id },
      who.session,
    );
    expect(answer.errors).toBeUndefined();
    return (answer.data?.importBatch.rows.nodes ?? []).flatMap(({ rowNumber, warnings }) =>
      warnings.map(({ column, code }) => `${rowNumber} ${column} ${code}`),
    );
  }
  return { uploadAndCheck, checkFile, startBatch, bring, warningsOf };
}

/** The result of each row, with columns and reasons of its faults. */
export const outcomesOf = (batch: Batch): string[][] =>
  batch.rows.nodes.map(({ result, errors }) => [
    result,
    ...errors.map(({ column, code }) => `${column} ${code}`),
  ]);

export const rosterHeadings = [
  ...['乡镇', '行政村', '户主姓名', '户主身份证号', '户类型'],
  ...['帮扶责任人', '帮扶责任人电话', '帮扶单位', '结对时间'],
];

interface Line {
  township?: string;
  village?: string;
  name?: string;
  id?: string;
  category?: string;
  helper?: string;
  phone?: string;
  unit?: string;
  from?: string;
}

let phones = 0;
/** A phone that nobody else in this test file has. */
export function newPhone(): string {
  phones += 1;
  return `1380001${String(phones).padStart(4, '0')}`;
}

const units = new Map<string, string>();
/**
 * An unnamed helper gets another organization for each phone: one name under two phones in one office would be asked
 * about.
 */
function unitOf({ unit, helper }: Omit<Line, 'phone'>, phone: string): string {
  if (unit !== undefined) return unit;
  if (helper !== undefined) return '魏县水利局';
  const known = units.get(phone) ?? `魏县第${units.size + 1}局`;
  units.set(phone, known);
  return known;
}

/** A small valid roster; a line gives only what matters to the test. */
export const roster = (...lines: Line[]) =>
  workbook(
    '花名册.xlsx',
    rosterHeadings,
    lines.map(({ phone = newPhone(), ...line }) => [
      line.township ?? '魏城镇',
      line.village ?? '南关村',
      line.name ?? '甲测试',
      line.id ?? residentId(),
      line.category ?? '脱贫户',
      line.helper ?? '乙测试',
      phone,
      unitOf(line, phone),
      line.from ?? '2024-03-01',
    ]),
  );
