import { readFileSync } from 'node:fs';
import { median } from '#tests/bench/load/stats.ts';
import type { Results } from './results.ts';
import { round, table } from './table.ts';

/** Compares two runs of different sizes: how much longer each read takes with more data. */
export function compare(files: readonly string[]): string {
  if (files.length !== 2) throw new Error('--compare takes the files of two runs');
  const runs = files.map((file): Results => JSON.parse(readFileSync(file, 'utf8')));
  const [small, large] = runs.sort((one, other) => one.households - other.households);
  if (!small || !large) throw new Error('nothing to compare');
  const rows = small.reads.flatMap((read) => {
    const same = large.reads.find((it) => it.operation === read.operation && it.viewer === read.viewer);
    if (!same) return [];
    const [before, after] = [read, same].map(({ servers }) => median(servers.own?.p50 ?? []));
    const ratio = (after ?? 0) / (before ?? 0);
    const holds = ratio <= 1.3 ? 'yes' : '**no**';
    return [
      [`${read.title}, ${read.viewer}`, round(before ?? 0), round(after ?? 0), `${round(ratio)} ×`, holds],
    ];
  });
  const sizeOf = (run: Results) => `${run.households} in ${run.filled.counties} counties`;
  const head = ['p50 ms of this server', sizeOf(small), sizeOf(large), 'ratio', '≤ 1.3 ×'];
  return `${table(head, rows)}\n`;
}
