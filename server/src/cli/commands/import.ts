import { access, constants } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type ImportReport, importFile, type RowError } from '#modules/imports/batch/import-file.service.ts';
import { writeRejected } from '#modules/imports/batch/rejected-rows.service.ts';
import { inWords } from '#modules/imports/cells/value-changes.rules.ts';
import { assumedOf, type FileColumns } from '#modules/imports/staging/imports.file.ts';
import type { Stage } from '#modules/imports/staging/stage.ts';
import { stageOf } from '#modules/imports/staging/stages.ts';
import { isDay } from '#platform/core/clock.ts';
import { placeOf } from '#platform/sheet/table/read-table.ts';
import { errorMessage } from '#schema/codes/errors/error-codes.ts';
import { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { importColumnLabel } from '#schema/codes/labels/import-columns.labels.ts';
import { FundLevel } from '#schema/codes/money/document.codes.ts';
import { UsageError } from '#server/cli/command.ts';
import { run as runResult, usage as usageOfResults } from '#server/cli/commands/import-payment-result.ts';
import { describeRefused } from '#server/cli/commands/import-refused.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `${usageOfResults}

import roster|members|visits|fund-documents FILE --county CODE [--as-of DAY] [--dry-run] [--json] [--rejected OUT.xlsx] [--sheet NAME]… [--skip-hidden] [--map HEADING=COLUMN]…
  导入花名册、家庭成员、走访记录或资金指标文清单（.xlsx 或 .csv） / import a roster, members, visits or a list of fund documents (.xlsx or .csv)
  --as-of     名册所述的日期，如 2026-10-31；其后在系统中变更的保持不变
              the day the list speaks of, such as 2026-10-31; what changed on record since stays
  --dry-run   只检查不写入 / check only, write nothing
  --json      结果以 JSON 输出 / print the result as JSON
  --rejected  把退回的行连同原因另存 / save the refused rows with their reasons
  --sheet     只读此工作表，可多次；否则读列相同的所有可见工作表 / read this sheet only, may be repeated; else all visible ones with the same columns
  --skip-hidden  不读隐藏或划掉的行 / leave out rows hidden or crossed out
  --map       指定表头对应的列，如 --map 解除日=endedOn，等号后为空即不读此列；两行表头连同上一行写，如 解除日期；导入后本县沿用 / what a heading means, with the group above it in front; nothing behind = leaves the column out; remembered for the county once imported
  退出码：文件处理完毕为 0（个别行被退回也是 0），整个文件被拒绝为 1
  Exit code: 0 when the file was processed, even if rows were refused; 1 when it was refused as a whole`;

/** The kind by its name on the command line: `roster`, `members`, … */
const kindNamed = (name: string) =>
  ImportKind.keys.find((kind) => kind.toLowerCase().replaceAll('_', '-') === name);

function readCall(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      county: { type: 'string' },
      'as-of': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      rejected: { type: 'string' },
      sheet: { type: 'string', multiple: true },
      'skip-hidden': { type: 'boolean', default: false },
      map: { type: 'string', multiple: true, default: [] },
    },
  });
  const [name = '', filePath, ...more] = positionals;
  const kind = kindNamed(name);
  if (!kind || !filePath || more.length > 0) {
    throw new UsageError(
      '请写明导入类型（roster、members、visits 或 fund-documents）和一个文件。',
      'Name what to import (roster, members, visits or fund-documents) and one file.',
    );
  }
  if (!/^\d{6}$/.test(values.county ?? '')) {
    throw new UsageError('请用 --county 写明 6 位县区代码。', 'Name the county with --county, 6 digits.');
  }
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && !isDay(asOf)) {
    throw new UsageError('请用 --as-of 写明日期，如 2026-10-31。', 'Give --as-of a day such as 2026-10-31.');
  }
  return {
    kind,
    filePath,
    asOf,
    countyCode: values.county ?? '',
    json: values.json,
    rejected: values.rejected,
    dryRun: values['dry-run'],
    sheets: values.sheet,
    skipHidden: values['skip-hidden'] || undefined,
    columnMap: values.map.map(readMapping),
  };
}

/** The heading may contain an equals sign itself. */
function readMapping(text: string): { heading: string; key: string | null } {
  const at = text.lastIndexOf('=');
  if (at < 1) {
    throw new UsageError(
      `--map 应写成 表头=列，例如 --map 解除日=endedOn（收到 ${text}）。`,
      `Write --map as HEADING=COLUMN, such as --map 解除日=endedOn (got ${text}).`,
    );
  }
  return { heading: text.slice(0, at), key: text.slice(at + 1) || null };
}

export async function run(args: string[], io: Io, withServices: WithServices): Promise<number> {
  if (args.includes('payment-result')) return runResult(args, io, withServices);
  const call = readCall(args);
  await access(call.filePath, constants.R_OK).catch(() => {
    throw new UsageError(`无法读取文件 ${call.filePath}。`, `The file ${call.filePath} cannot be read.`);
  });
  return withServices(async ({ ctx }) => {
    const report = await importFile(ctx, {
      ...call,
      opened: (columns) => describeColumns(columns, io),
      progress: (processed) => io.progress(`已处理 ${processed} 行 / ${processed} rows done`),
    }).catch((error: unknown) => {
      describeRefused(error, call, io);
      throw error;
    });
    io.progress('');
    if (call.rejected !== undefined && report.errors.length > 0) {
      const file = { source: call.filePath, fileName: call.filePath };
      await writeRejected(ctx, call.kind, file, report, report, call.rejected);
    }
    describeUnread(report, stageOf(ctx.catalog, call.kind), io);
    io.print(call.json ? asJson(report) : asText(report, call));
    return 0;
  });
}

function describeColumns({ header, parts, listDay }: FileColumns, io: Io): void {
  if (listDay)
    io.say(
      `标题或名称写的是 ${listDay} 的情况，而没有用 --as-of 写明名册的日期：按今天的名册读取 / its title or name speaks of ${listDay}, and no --as-of was given: read as a list of today`,
    );
  const named = header.recognised.map(({ key, heading }) => `${heading}→${key}`);
  io.say(`识别的列 / columns recognised: ${named.join('  ')}`);
  const ignored = header.ignored.map(({ heading, unnamed }) =>
    unnamed
      ? `${heading}（无表头，${unnamed.filled} 格有内容 / no heading, ${unnamed.filled} cells filled）`
      : heading,
  );
  if (ignored.length > 0) io.say(`忽略的列 / columns ignored: ${ignored.join('  ')}`);
  for (const { heading, said } of [...header.recognised, ...header.ignored])
    if (said === 'BEFORE')
      io.say(
        `表头“${heading}”按本县以前所指定的办理 / the heading ${heading} is taken for what was said of it before`,
      );
  for (const { heading: lower, group = '', keys } of header.ambiguous) {
    const heading = `${group}${lower}`;
    io.say(
      `表头“${heading}”可能是 ${keys.join('、')}，请用 --map 指定 / the heading ${heading} may be ${keys.join(' or ')}: say which with --map`,
    );
  }
  if (parts.length > 1) io.say(`读取的工作表 / sheets read: ${parts.map(({ name }) => name).join('  ')}`);
}

/** Prints what of the file was not read, so that no total looks more complete than it is. */
function describeUnread(columns: FileColumns, stage: Stage, io: Io): void {
  const { unread = [], hiddenRows = 0, skippedRows = 0, skipped = [], choice, header } = columns;
  for (const { column, heading, isHidden } of header.recognised)
    if (isHidden)
      io.say(
        `${column} 列“${heading}”在表格中是隐藏的，已读取 / the column ${column} ${heading} is hidden in the sheet and was read`,
      );
  for (const { key, label } of assumedOf(stage, columns, 'zh')) {
    const en = assumedOf(stage, columns, 'en')[0]?.label;
    io.say(`没有 ${key} 列，一律按“${label}”登记 / no column ${key}: taken for ${en} everywhere`);
  }
  if (skippedRows > 0) {
    const rows = skipped.map((number) => placeOf(number).row).join('、');
    io.say(
      `未读取不是记录的 ${skippedRows} 行（合计、签字、说明等）：${rows} / not read, as they hold no record: ${skippedRows} rows`,
    );
  }
  for (const { name, isHidden, isSetAside, rows } of unread) {
    const [zh, en] = isHidden ? ['隐藏的', 'hidden '] : isSetAside ? ['另存的', 'set aside '] : ['', ''];
    io.say(`未读取${zh}工作表“${name}”的 ${rows} 行 / not read: ${rows} rows on the ${en}sheet ${name}`);
  }
  if (hiddenRows === 0) return;
  io.say(
    choice.skipHidden
      ? `未读取隐藏或划掉的 ${hiddenRows} 行 / not read: ${hiddenRows} rows hidden or crossed out`
      : `其中 ${hiddenRows} 行在表格中是隐藏或划掉的，已读取 / ${hiddenRows} of the rows are hidden or crossed out in the sheet and were read`,
  );
}

function asJson(report: ImportReport): string {
  const { total, created, updated, unchanged, rejected, errors, values, warnings, changes, sums } = report;
  const jsonOfError = ({ sheet, row, column, code }: RowError, value: string | null = null) => ({
    ...(sheet !== undefined && { sheet }),
    row,
    column,
    code,
    message: errorMessage(code, 'zh'),
    ...(value !== null && { value }),
  });
  return JSON.stringify({
    ...{ total, created, updated, unchanged, rejected },
    errors: errors.map((error, at) => jsonOfError(error, values[at])),
    ...(sums && { sums }),
    ...((sums || warnings.length > 0) && { warnings: warnings.map((warning) => jsonOfError(warning)) }),
    ...(changes.length > 0 && { changes }),
  });
}

function asText(report: ImportReport, { kind, dryRun }: { kind: ImportKind; dryRun: boolean }): string {
  const { total, created, updated, unchanged, rejected, errors, values, warnings, changes, sums } = report;
  const headings = new Map(report.header.recognised.map(({ key, heading }) => [key, heading]));
  const lineOf = ({ sheet, row, column, code }: RowError, value: string | null = null) =>
    `  ${sheet === undefined ? '' : `${sheet} `}${row} 行 ${headings.get(column) ?? importColumnLabel(column, 'zh', kind)}${value ? `“${value}”` : ''}：${code} ${errorMessage(code, 'zh')} / ${errorMessage(code, 'en')}`;
  const lines = errors.map((error, at) => lineOf(error, values[at]));
  const doubts = warnings.map((warning) => lineOf(warning));
  if (doubts.length > 0) doubts.unshift('请核对 / please check');
  const changed = changes.map(({ row, column, before, after }) => {
    const [was, is] = [before, after].map((value) => inWords(column, value, 'zh') ?? '（空）');
    return `  ${row} 行 ${headings.get(column) ?? importColumnLabel(column, 'zh', kind)}：${was} → ${is}`;
  });
  if (changed.length > 0) changed.unshift('修改 / changes');
  const title = dryRun ? '检查结果（未写入） / checked, nothing written' : '导入完成 / imported';
  const counts = `共 ${total} 行：新增 ${created}，更新 ${updated}，无变化 ${unchanged}，退回 ${rejected} / ${total} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} refused`;
  const summed = Object.entries(sums ?? {}).map(
    ([level, yuan]) => `  ${FundLevel.has(level) ? FundLevel.label(level, 'zh') : level} ${yuan} 元`,
  );
  return [title, counts, ...summed, ...changed, ...doubts, ...lines].join('\n');
}
