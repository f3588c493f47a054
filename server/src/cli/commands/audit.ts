import { parseArgs } from 'node:util';
import { verifyChains } from '#modules/audit/audit.service.ts';
import { UsageError } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `audit verify [--county CODE]
  校验审计链并显示链头，请把链头另行保存 / verify the audit chains and print their heads; note them down elsewhere`;

export async function run(args: string[], io: Io, withServices: WithServices): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { county: { type: 'string' } },
  });
  if (positionals.join(' ') !== 'verify')
    throw new UsageError('请用 audit verify。', 'Call it as: audit verify.');
  return withServices(async ({ ctx }) => {
    const reports = await verifyChains(ctx, values.county);
    for (const { countyCode, length, headHash, brokenAt } of reports) {
      const verdict = brokenAt === null ? 'ok' : `broken at ${brokenAt}`;
      io.print(`${countyCode} ${length} ${headHash} ${verdict}`);
    }
    return reports.every((report) => report.brokenAt === null) ? 0 : 1;
  });
}
