import { parseArgs } from 'node:util';
import { verifyLedger } from '#modules/fund/ledger/verify.service.ts';
import { UsageError } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `ledger verify [--county CODE] [--json]
  由明细重算各账户余额、每日发生额和冻结金额并核对，指出不符的行；有不符时退出码为 1
  work balances, sums of days and frozen amounts out anew from the entries, compare, and name each row that does not agree;
  exit code 1 where one does not`;

const words = {
  ENTRY_CHAIN: ['明细连续', 'entries follow each other'],
  ACCOUNT_BALANCE: ['账户余额', 'balances of accounts'],
  TRANSFER_SUM: ['借贷相抵', 'transfers sum to zero'],
  DAY_SUM: ['每日发生额', 'sums of days'],
  FROZEN_SUM: ['冻结金额', 'frozen amounts'],
  SETTLED_SUM: ['承诺已支出', 'settled commitments'],
  ENTRY_FUND: ['明细所属资金', 'funds of entries'],
} as const;

export async function run(args: string[], io: Io, withServices: WithServices): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { county: { type: 'string' }, json: { type: 'boolean' } },
  });
  if (positionals.join(' ') !== 'verify')
    throw new UsageError('请用 ledger verify。', 'Call it as: ledger verify.');
  if (values.county !== undefined && !/^\d{6}$/.test(values.county))
    throw new UsageError('请用 --county 写明 6 位县区代码。', 'Name the county with --county, 6 digits.');
  return withServices(async ({ ctx }) => {
    const reports = await verifyLedger(ctx, values.county ?? null);
    if (values.json) io.print(JSON.stringify({ checks: reports }));
    else
      for (const { check, faults } of reports) {
        const [zh, en] = words[check];
        io.print(`${check} ${zh} / ${en}: ${faults.length === 0 ? 'ok' : faults.length}`);
        for (const { countyCode, row, expected, found } of faults)
          io.print(`  ${countyCode} ${row}：应为 / expected ${expected}，实为 / found ${found}`);
      }
    return reports.every(({ faults }) => faults.length === 0) ? 0 : 1;
  });
}
