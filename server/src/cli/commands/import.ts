import { access, constants } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type ImportReport, importFile } from '#modules/imports/import-file.service.ts';
import type { FileColumns } from '#modules/imports/imports.file.ts';
import { writeRejected } from '#modules/imports/rejected-rows.service.ts';
import { errorMessage } from '#schema/codes/error-codes.ts';
import type { ImportKind } from '#schema/codes/import.codes.ts';
import { UsageError } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `import roster|members|visits FILE --county CODE [--dry-run] [--json] [--rejected OUT.xlsx]
  导入花名册、家庭成员或走访记录（.xlsx 或 .csv） / import a roster, members or visits (.xlsx or .csv)
  --dry-run   只检查不写入 / check only, write nothing
  --json      结果以 JSON 输出 / print the result as JSON
  --rejected  把退回的行连同原因另存 / save the refused rows with their reasons
  退出码：文件处理完毕为 0（个别行被退回也是 0），整个文件被拒绝为 1
  Exit code: 0 when the file was processed, even if rows were refused; 1 when it was refused as a whole`;

const kinds: Readonly<Record<string, ImportKind>> = {
  roster: 'ROSTER',
  members: 'MEMBERS',
  visits: 'VISITS',
};

function readCall(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      county: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      rejected: { type: 'string' },
    },
  });
  const [name = '', filePath, ...more] = positionals;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind || !filePath || more.length > 0) {
    throw new UsageError(
      '请写明导入类型（roster、members 或 visits）和一个文件。',
      'Name what to import (roster, members or visits) and one file.',
    );
  }
  if (!/^\d{6}$/.test(values.county ?? '')) {
    throw new UsageError('请用 --county 写明 6 位县区代码。', 'Name the county with --county, 6 digits.');
  }
  return { kind, filePath, countyCode: values.county ?? '', ...values, dryRun: values['dry-run'] };
}

export async function run(args: string[], io: Io, withServices: WithServices): Promise<number> {
  const call = readCall(args);
  await access(call.filePath, constants.R_OK).catch(() => {
    throw new UsageError(`无法读取文件 ${call.filePath}。`, `The file ${call.filePath} cannot be read.`);
  });
  return withServices(async ({ ctx }) => {
    const report = await importFile(ctx, {
      ...call,
      opened: (columns) => describeColumns(columns, io),
      progress: (processed) => io.progress(`已处理 ${processed} 行 / ${processed} rows done`),
    });
    io.progress('');
    if (call.rejected !== undefined && report.errors.length > 0) {
      const file = { source: call.filePath, fileName: call.filePath };
      await writeRejected(ctx, file, report, report.errors, call.rejected);
    }
    io.print(call.json ? asJson(report) : asText(report, call.dryRun));
    return 0;
  });
}

function describeColumns({ header }: FileColumns, io: Io): void {
  const named = header.recognised.map(({ key, heading }) => `${heading}→${key}`);
  io.say(`识别的列 / columns recognised: ${named.join('  ')}`);
  const ignored = header.ignored.map(({ heading }) => heading);
  if (ignored.length > 0) io.say(`忽略的列 / columns ignored: ${ignored.join('  ')}`);
}

function asJson({ total, created, updated, unchanged, rejected, errors }: ImportReport): string {
  const told = errors.map(({ row, column, code }) => ({
    row,
    column,
    code,
    message: errorMessage(code, 'zh'),
  }));
  return JSON.stringify({ total, created, updated, unchanged, rejected, errors: told });
}

function asText(report: ImportReport, dryRun: boolean): string {
  const { total, created, updated, unchanged, rejected, errors } = report;
  const headings = new Map(report.header.recognised.map(({ key, heading }) => [key, heading]));
  const lines = errors.map(
    ({ row, column, code }) =>
      `  ${row} 行 ${headings.get(column) ?? column}：${code} ${errorMessage(code, 'zh')} / ${errorMessage(code, 'en')}`,
  );
  const title = dryRun ? '检查结果（未写入） / checked, nothing written' : '导入完成 / imported';
  const counts = `共 ${total} 行：新增 ${created}，更新 ${updated}，无变化 ${unchanged}，退回 ${rejected} / ${total} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} refused`;
  return [title, counts, ...lines].join('\n');
}
