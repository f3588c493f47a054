import { performance } from 'node:perf_hooks';
import { masterKey } from '#tests/bench/data/rows/users.ts';
import { median } from '#tests/bench/load/stats.ts';
import type { OtherResult } from '#tests/bench/report/results.ts';
import { spawnServer } from '#tests/bench/servers/spawn.ts';
import type { Options } from '../options.ts';

/**
 * From nothing to the first answer, as `npx --yes pnpm@10 start` does with existing data: database, migrations, console
 * and API. The first start is not counted, because it may build the console.
 */
export async function measureStart(
  dataDir: string,
  options: Options,
  say: (line: string) => void,
): Promise<OtherResult[]> {
  const times: number[] = [];
  const starts = options.isQuick ? 2 : 6;
  for (let turn = 0; turn < starts; turn += 1) {
    const begun = performance.now();
    const server = await spawnServer([process.execPath, 'server/run.mjs', 'main.ts'], {
      PORT: '0',
      BANGFU_DATA: dataDir,
      BANGFU_KEY: masterKey.toString('hex'),
      DATABASE_URL: '',
    });
    const response = await fetch(`${server.url}/readyz`);
    if (turn > 0) times.push((performance.now() - begun) / 1000);
    await server.stop();
    if (!response.ok) throw new Error(`not ready: ${response.status}`);
  }
  say(`warm start: ${times.map((time) => time.toFixed(2)).join(', ')} s`);
  const note = `median of ${times.length}, database and console included`;
  return [{ name: 'warm start', value: median(times), unit: 's', note, bar: { atMost: 5 } }];
}
