import type { Filled } from '#tests/bench/data/fill.ts';
import type { Figures } from '#tests/bench/load/measure.ts';
import type { Machine } from './machine.ts';

/** One operation by one viewer, for each server that supports it. */
export interface ReadResult {
  readonly operation: string;
  readonly title: string;
  readonly viewer: string;
  readonly servers: Record<string, Figures>;
  /** Whether this server answered with one statement. */
  readonly isOneStatement: boolean;
}

export interface OtherResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The required limit: at least or at most. */
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
