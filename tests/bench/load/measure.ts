import { performance } from 'node:perf_hooks';
import { Connection, type Prepared } from './client.ts';
import { quantile } from './stats.ts';

/** One server and one operation, with a request for each input. */
export interface Workload {
  readonly server: string;
  readonly url: string;
  /** Sent in turn, or made for each turn where each must differ. */
  readonly requests: readonly Prepared[] | ((turn: number) => Prepared);
}

export const requestOf = ({ requests }: Workload, turn: number): Prepared =>
  typeof requests === 'function' ? requests(turn) : (requests[turn % requests.length] as Prepared);

export interface Run {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** Answers other than 200, such as after a statement timeout; they are not measured. */
  readonly failures: number;
}

/** Where each workload continues. */
const turns = new WeakMap<Workload, number>();

/** Sends requests on so many connections for so long, the inputs in turn. */
export async function run(workload: Workload, connections: number, milliseconds: number): Promise<Run> {
  const times: number[] = [];
  let failures = 0;
  let turn = turns.get(workload) ?? 0;
  const begun = performance.now();
  const until = begun + milliseconds;
  const worker = async () => {
    const connection = new Connection(workload.url);
    try {
      while (performance.now() < until) {
        const request = requestOf(workload, turn++);
        const from = performance.now();
        const { status } = await connection.send(request);
        if (status !== 200) {
          failures += 1;
          continue;
        }
        times.push(performance.now() - from);
      }
    } finally {
      connection.close();
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  turns.set(workload, turn);
  const seconds = (performance.now() - begun) / 1000;
  return {
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    failures,
  };
}

export interface RunSettings {
  readonly rounds: number;
  readonly busyMilliseconds: number;
  readonly singleMilliseconds: number;
  readonly connections: number;
}

/** Results of one workload, one value per round. */
export interface Figures {
  perSecond: number[];
  p50: number[];
  p95: number[];
  busyP95: number[];
  failures: number;
}

/** All workloads in turn, in several rounds, each round starting with another workload. */
export async function takeTurns(
  workloads: readonly Workload[],
  settings: RunSettings,
): Promise<Map<Workload, Figures>> {
  const figures = new Map<Workload, Figures>();
  for (const workload of workloads)
    figures.set(workload, { perSecond: [], p50: [], p95: [], busyP95: [], failures: 0 });
  for (const workload of workloads) await run(workload, settings.connections, settings.busyMilliseconds);
  for (let round = 0; round < settings.rounds; round += 1) {
    for (let place = 0; place < workloads.length; place += 1) {
      const workload = workloads[(round + place) % workloads.length] as Workload;
      const busy = await run(workload, settings.connections, settings.busyMilliseconds);
      const single = await run(workload, 1, settings.singleMilliseconds);
      const of = figures.get(workload);
      of?.perSecond.push(busy.perSecond);
      of?.busyP95.push(busy.p95);
      of?.p50.push(single.p50);
      of?.p95.push(single.p95);
      if (of) of.failures += busy.failures + single.failures;
    }
  }
  return figures;
}
