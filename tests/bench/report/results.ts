import type { Filled } from '#tests/bench/data/fill.ts';
import type { Figures } from '#tests/bench/load/measure.ts';
import type { Machine } from './machine.ts';

/** One operation as one viewer asks it, by each server that can be asked. */
export interface ReadResult {
  readonly operation: string;
  readonly title: string;
  readonly viewer: string;
  readonly servers: Record<string, Figures>;
  /** Whether this server answered by one statement. */
  readonly isOneStatement: boolean;
}

export interface OtherResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it should be: at least or at most so much. */
  readonly bar?: { readonly atLeast?: number; readonly atMost?: number };
  readonly note?: string;
}

export interface Results {
  readonly machine: Machine;
  readonly versions: Record<string, string>;
  readonly seed: string;
  readonly households: number;
  readonly isQuick: boolean;
  readonly filled: Filled;
  readonly megabytes: number;
  reads: ReadResult[];
  others: OtherResult[];
}
