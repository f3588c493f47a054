import { createCipher } from '#platform/core/cipher.ts';
import type { BenchDatabase } from '#tests/bench/data/database.ts';
import { fillAudit } from '#tests/bench/data/rows/audit.ts';
import { masterKey } from '#tests/bench/data/rows/users.ts';
import type { OtherResult } from '#tests/bench/report/results.ts';
import { run, temporaryFolder } from '#tests/cli/processes.ts';
import type { Options } from '../options.ts';
import { openScratch } from './scratch.ts';

/** `audit verify` over a million rows, from the start of the program to its end. */
export async function measureAudit(
  database: BenchDatabase,
  { isQuick, today }: Options,
  say: (line: string) => void,
): Promise<OtherResult[]> {
  const rows = isQuick ? 20_000 : 1_000_000;
  const folder = temporaryFolder();
  const scratch = await openScratch(database);
  try {
    const counties = await scratch.sql<{ code: string }[]>`select county_code as code from county order by 1`;
    const codes = counties.map(({ code }) => code);
    const begun = performance.now();
    await fillAudit(scratch.sql, createCipher(masterKey), codes, { rows, today });
    say(`audit: ${rows} rows written in ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
    const from = performance.now();
    const { code, stdout, stderr } = await run('cli/bangfu.ts', ['audit', 'verify'], {
      DATABASE_URL: scratch.url,
      BANGFU_DATA: folder.dataDir,
      BANGFU_KEY: masterKey.toString('hex'),
    });
    const seconds = (performance.now() - from) / 1_000;
    if (code !== 0 || stdout.trim().split('\n').length !== codes.length) {
      throw new Error(`the trail was not verified: ${stdout.slice(0, 500)} ${stderr.slice(0, 500)}`);
    }
    const note = `${rows} rows in ${codes.length} chains, ${Math.round(rows / seconds)} rows/s`;
    say(`audit verify: ${seconds.toFixed(1)} s, ${note}`);
    return [{ name: 'audit verify', value: seconds, unit: 's', note, bar: { atMost: 60 } }];
  } finally {
    await scratch.drop();
    folder.remove();
  }
}
