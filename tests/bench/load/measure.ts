import { performance } from 'node:perf_hooks';
import { Connection, type Prepared } from './client.ts';
import { quantile } from './stats.ts';

/** One server's way of answering one operation: a request for each input. */
export interface Lane {
  readonly server: string;
  readonly url: string;
  /** In turn, or made for the turn where each is to differ. */
  readonly requests: readonly Prepared[] | ((turn: number) => Prepared);
}

export const requestOf = ({ requests }: Lane, turn: number): Prepared =>
  typeof requests === 'function' ? requests(turn) : (requests[turn % requests.length] as Prepared);

export interface Run {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** Answers that were no 200, such as those a statement took too long for; they count for nothing else. */
  readonly failures: number;
}

/** Where each lane goes on. */
const turns = new WeakMap<Lane, number>();

/** Asks on so many connections for so long, the inputs in turn. */
export async function run(lane: Lane, connections: number, milliseconds: number): Promise<Run> {
  const times: number[] = [];
  let failures = 0;
  let turn = turns.get(lane) ?? 0;
  const begun = performance.now();
  const until = begun + milliseconds;
  const worker = async () => {
    const connection = new Connection(lane.url);
    try {
      while (performance.now() < until) {
        const request = requestOf(lane, turn++);
        const from = performance.now();
        const { status } = await connection.ask(request);
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
  turns.set(lane, turn);
  const seconds = (performance.now() - begun) / 1000;
  return {
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    failures,
  };
}

export interface Pace {
  readonly rounds: number;
  readonly busyMilliseconds: number;
  readonly singleMilliseconds: number;
  readonly connections: number;
}

/** Figures of one lane, a value a round. */
export interface Figures {
  perSecond: number[];
  p50: number[];
  p95: number[];
  busyP95: number[];
  failures: number;
}

/** All lanes in turn, several rounds, each round beginning with another lane. */
export async function takeTurns(lanes: readonly Lane[], pace: Pace): Promise<Map<Lane, Figures>> {
  const figures = new Map<Lane, Figures>();
  for (const lane of lanes) figures.set(lane, { perSecond: [], p50: [], p95: [], busyP95: [], failures: 0 });
  for (const lane of lanes) await run(lane, pace.connections, pace.busyMilliseconds);
  for (let round = 0; round < pace.rounds; round += 1) {
    for (let place = 0; place < lanes.length; place += 1) {
      const lane = lanes[(round + place) % lanes.length] as Lane;
      const busy = await run(lane, pace.connections, pace.busyMilliseconds);
      const single = await run(lane, 1, pace.singleMilliseconds);
      const of = figures.get(lane);
      of?.perSecond.push(busy.perSecond);
      of?.busyP95.push(busy.p95);
      of?.p50.push(single.p50);
      of?.p95.push(single.p95);
      if (of) of.failures += busy.failures + single.failures;
    }
  }
  return figures;
}
