import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { commandLineViewer } from '#modules/imports/batch/imports.policy.ts';
import { importPaymentResult } from '#modules/payment/result/result.service.ts';
import type { ResultReport } from '#modules/payment/result/work-out.ts';
import { errorMessage } from '#schema/codes/errors/error-codes.ts';
import { BankColumn, PaymentStatus } from '#schema/codes/money/payment.codes.ts';
import { yuanOf } from '#schema/scalars.ts';
import { UsageError } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `import payment-result FILE --county CODE [--batch NUMBER] [--layout NAME] [--dry-run] [--json]
  接收银行的发放结果文件（.txt、.csv 或 .xlsx） / take in a bank's file of results (.txt, .csv or .xlsx)
  --batch     发放批次号；不写则用文件中的批次号 / number of the batch; else the one that the file names
  --layout    银行文件格式的名称；不写则用该批次的格式 / name of the bank's layout; else that of the batch
  --dry-run   只检查不写入 / check only, write nothing
  --json      结果以 JSON 输出，金额为元 / print the result as JSON, amounts in yuan`;

function readCall(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      county: { type: 'string' },
      batch: { type: 'string' },
      layout: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [, filePath, ...more] = positionals;
  if (!filePath || more.length > 0) throw new UsageError('请写明一个结果文件。', 'Name one file of results.');
  if (!/^\d{6}$/.test(values.county ?? ''))
    throw new UsageError('请用 --county 写明 6 位县区代码。', 'Name the county with --county, 6 digits.');
  const { batch, layout, json, 'dry-run': dryRun } = values;
  return { filePath, countyCode: values.county ?? '', batch, layout, json, dryRun };
}

export async function run(args: string[], io: Io, withServices: WithServices): Promise<number> {
  const { filePath, json, ...call } = readCall(args);
  const bytes = await readFile(filePath).catch(() => {
    throw new UsageError(`无法读取文件 ${filePath}。`, `The file ${filePath} cannot be read.`);
  });
  return withServices(async ({ ctx }) => {
    const viewer = commandLineViewer(call.countyCode);
    const file = { fileName: basename(filePath), bytes };
    const report = await importPaymentResult({ ...ctx, viewer }, call, file);
    io.print(json ? asJson(report) : asText(report, call.dryRun));
    return 0;
  });
}

const inYuan = (amounts: ResultReport['states']): Record<string, string> =>
  Object.fromEntries(Object.entries(amounts).map(([state, fen]) => [state, yuanOf(fen)]));

function asJson({ planned, states, errors, refused: rejected, ...report }: ResultReport): string {
  return JSON.stringify({
    ...report,
    rejected,
    errors: errors.map((error) => ({ ...error, message: errorMessage(error.code, 'zh') })),
    planned: yuanOf(planned),
    states: inYuan(states),
  });
}

function asText(report: ResultReport, dryRun: boolean): string {
  const { batch, repeated, total, applied, unchanged, refused, undecided, errors, toChoose, states } = report;
  const title = dryRun ? '检查结果（未写入） / checked, nothing written' : '已接收 / taken in';
  const lines = [
    `${title}：${batch}`,
    `共 ${total} 行：记入 ${applied}，已在案 ${unchanged}，不予记入 ${refused}，待人工选择 ${undecided} / ${total} rows: ${applied} taken in, ${unchanged} on record, ${refused} not taken in, ${undecided} to be chosen`,
  ];
  if (repeated) lines.push('此文件已接收过，没有变化 / this file was taken in before; nothing has changed');
  for (const [state, fen] of Object.entries(states))
    if (fen > 0n)
      lines.push(
        `  ${PaymentStatus.label(state as PaymentStatus, 'zh')} ${yuanOf(fen)} / ${PaymentStatus.label(state as PaymentStatus, 'en')}`,
      );
  for (const { row, column, code } of errors)
    lines.push(
      `  ${row} 行 ${BankColumn.label(column as BankColumn, 'zh')}：${code} ${errorMessage(code, 'zh')} / ${errorMessage(code, 'en')}`,
    );
  if (toChoose.length > 0) lines.push(`  待人工选择的行 / rows to be chosen for: ${toChoose.join('、')}`);
  return lines.join('\n');
}
