import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type AnchorFault, anchorsFile, isFault, readAnchors } from '#modules/audit/anchor.rules.ts';
import { type Anchor, type ChainReport, chainProblems } from '#modules/audit/audit.rules.ts';
import { headsNow, verifyChains } from '#modules/audit/audit.service.ts';
import { UsageError } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';
import type { WithServices } from '#server/cli/services.ts';

export const usage = `audit verify [--county CODE] [--expect FILE]... [--json] | audit heads [--county CODE]
  校验审计链；heads 输出各链链头，请另行保存，日后用 --expect 比对，可发现末尾被删或整链重写
  verify the audit chains; heads prints their ends: keep them elsewhere, --expect compares the chains with them later and
  finds a tail that was cut off or a chain written anew`;

export async function run(args: string[], io: Io, withServices: WithServices): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      county: { type: 'string' },
      expect: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    },
  });
  const verb = positionals.join(' ');
  if (verb === 'heads' && !values.expect) {
    return withServices(async ({ ctx }) => {
      io.print(JSON.stringify(anchorsFile(ctx.clock.now(), await headsNow(ctx, values.county)), null, 1));
      return 0;
    });
  }
  if (verb !== 'verify') {
    throw new UsageError('请用 audit verify 或 audit heads。', 'Call it as: audit verify, or audit heads.');
  }
  const anchors = (values.expect ?? []).flatMap((file) => readAnchorFile(file, values.county));
  return withServices(async ({ ctx }) => {
    const reports = await verifyChains(ctx, values.county, anchors);
    if (values.json) io.print(JSON.stringify(fileOf(ctx.clock.now(), reports), null, 1));
    else for (const report of reports) io.print(lineOf(report));
    return reports.every((report) => report.brokenAt === null) ? 0 : 1;
  });
}

/** Refuses a file without heads for the county: comparing with nothing would look like success. */
function readAnchorFile(file: string, countyCode: string | undefined): readonly Anchor[] {
  const read = readAnchors(textOf(file));
  if (isFault(read)) throw new UsageError(...describe(file, read));
  const anchors = countyCode === undefined ? read : read.filter((anchor) => anchor.countyCode === countyCode);
  if (anchors.length > 0) return anchors;
  const [zh, en] = countyCode === undefined ? ['', ''] : [`${countyCode} 的`, ` of ${countyCode}`];
  throw new UsageError(`${file} 中没有${zh}链头，无从比对。`, `${file} holds no head${en} to compare with.`);
}

function textOf(file: string): string {
  try {
    const bytes = readFileSync(file);
    // Some shells redirect output as UTF-16.
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
    return bytes.toString(isWide ? 'utf16le' : 'utf8');
  } catch {
    throw new UsageError(`无法读取 ${file}。`, `${file} cannot be read.`);
  }
}

function describe(file: string, fault: AnchorFault): [zh: string, en: string] {
  if (fault === 'NOT_JSON') return [`${file} 不是完整的 JSON。`, `${file} is no JSON, or not whole.`];
  if (fault === 'OTHER_FORMAT') {
    return [
      `${file} 不是 audit heads 输出的链头文件。`,
      `${file} holds no heads as audit heads prints them.`,
    ];
  }
  return [
    `${file} 中 heads[${fault.noHead}] 不是链头：countyCode 应为六位数字的文本，seq 为正整数，hash 为 64 位十六进制小写文本。`,
    `heads[${fault.noHead}] of ${file} is no head: countyCode is a text of six digits, seq a whole number above zero, hash a text of 64 hexadecimal digits in small letters.`,
  ];
}

/** The heads of the intact chains, as `--expect` reads them, and the result for each chain. */
const fileOf = (at: Date, chains: readonly ChainReport[]) => ({
  ...anchorsFile(
    at,
    chains
      .filter(({ brokenAt }) => brokenAt === null)
      .map(({ countyCode, length, headHash }) => ({ countyCode, seq: length, hash: headHash })),
  ),
  chains,
});

function lineOf({ countyCode, length, headHash, brokenAt, problem }: ChainReport): string {
  const explanation = problem && `${chainProblems[problem].zh} / ${chainProblems[problem].en}`;
  return `${countyCode} ${length} ${headHash || '-'} ${explanation ? `broken at ${brokenAt}: ${problem} ${explanation}` : 'ok'}`;
}
