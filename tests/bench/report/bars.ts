import { median } from '#tests/bench/load/stats.ts';
import type { ReadResult, Results } from './results.ts';

export interface Bar {
  readonly name: string;
  readonly value: string;
  readonly wanted: string;
  readonly holds: boolean;
}

const atLeast = (name: string, value: number, least: number): Bar => ({
  name,
  value: `${value.toFixed(2)} ×`,
  wanted: `≥ ${least} ×`,
  holds: value >= least,
});
const atMost = (name: string, value: number, most: number, unit: string): Bar => ({
  name,
  value: `${value.toFixed(2)} ${unit}`,
  wanted: `≤ ${most} ${unit}`,
  holds: value <= most,
});

/** What this server promises, as far as this run shows it. */
export function barsOf({ reads, others }: Results): Bar[] {
  const bars: Bar[] = [];
  const ratio = (read: ReadResult, server: string, least: number) => {
    const other = read.servers[server];
    if (!other) return;
    const value = median(read.servers.own?.perSecond ?? []) / median(other.perSecond);
    bars.push(atLeast(`${read.title}, ${read.viewer}, ÷ ${server}`, value, least));
  };
  for (const read of reads) {
    const p50 = median(read.servers.own?.p50 ?? []);
    if (read.operation === 'villagePage') {
      ratio(read, 'postgraphile', 3);
      ratio(read, 'limit', 0.7);
    }
    if (read.operation === 'householdPage' || read.operation === 'dueList') ratio(read, 'postgraphile', 2);
    if (read.operation.startsWith('search'))
      bars.push(atMost(`${read.title}, ${read.viewer}, p50`, p50, 20, 'ms'));
    if (read.operation === 'quarterBoard' && read.viewer === 'administrator') {
      bars.push(atMost('quarter board of the largest county, p50', p50, 150, 'ms'));
    }
    const administrator = reads.find(
      (other) => other.operation === read.operation && other.viewer === 'administrator',
    );
    // Their boards are of different divisions.
    if (read.viewer !== 'village' || !administrator || read.operation === 'quarterBoard') continue;
    const p95 = (of: ReadResult) => median(of.servers.own?.p95 ?? []);
    bars.push(atMost(`${read.title}, p95 village ÷ administrator`, p95(read) / p95(administrator), 1.2, '×'));
  }
  for (const { name, value, unit, bar } of others) {
    if (bar?.atMost !== undefined) bars.push(atMost(name, value, bar.atMost, unit));
    if (bar?.atLeast === undefined) continue;
    const wanted = `≥ ${bar.atLeast} ${unit}`;
    bars.push({ name, value: `${value.toFixed(2)} ${unit}`, wanted, holds: value >= bar.atLeast });
  }
  return bars;
}
