import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readVectors } from '#modules/policy/vectors/read-vectors.ts';
import { type Failure, runVectors } from '#modules/policy/vectors/run-vectors.ts';
import { UsageError } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';

export const usage = `policy vectors FILE [--json]
  用救助政策的计算函数逐条核对文件中的政策和金额；不需要数据库
  check the policies and amounts of a file against the function that works out relief; needs no database`;

export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [verb, file, ...more] = positionals;
  if (verb !== 'vectors' || file === undefined || more.length > 0)
    throw new UsageError('请用 policy vectors FILE。', 'Call it as: policy vectors FILE.');
  const report = runVectors(readVectors(textOf(file)));
  if (values.json) io.print(JSON.stringify(report));
  else {
    for (const failure of report.failed) io.print(lineOf(failure));
    io.print(`policies ${report.policies}, vectors ${report.vectors}, failed ${report.failed.length}`);
  }
  return report.failed.length === 0 ? 0 : 1;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`无法读取 ${file}。`, `${file} cannot be read.`);
  }
}

const lineOf = ({ policy, index, got, want }: Failure): string =>
  `${policy}${index === null ? '' : `[${index}]`}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`;
