import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { RunSettings } from './load/measure.ts';

export const parts = ['reads', 'writes', 'import', 'start', 'soak', 'audit', 'migrations', 'outage'] as const;
export type Part = (typeof parts)[number];

export interface Options {
  readonly households: number;
  readonly seed: string;
  /** The day of the data, which the servers take for today. */
  readonly today: string;
  readonly data: string;
  readonly only: readonly Part[];
  readonly runSettings: RunSettings;
  /** Names of the reads to measure; all if empty. */
  readonly operations: readonly string[];
  readonly importRows: number;
  readonly soakSeconds: number;
  readonly save: string | null;
  /** Files of two runs to compare; null measures. */
  readonly compare: readonly string[] | null;
  /** Whether the table is written to docs/measurements.md. */
  readonly isForDocs: boolean;
  readonly isQuick: boolean;
  readonly isHelp: boolean;
}

export const usage = `npx --yes pnpm@10 bench [--households 200000] [--only PARTS] [--quick]
  --households N   size of the database, to 1000000; made once, kept for the next run
  --seed TEXT      other data of the same kind
  --data FOLDER    where databases are kept (${path.join(os.tmpdir(), 'bangfu-bench')})
  --only PARTS     reads,writes,import,start (the usual ones), soak, audit, migrations, outage
  --soak 10m       mixed load for so long, memory noted
  --rounds N       how often each server has its turn (5)
  --operations A,B only these reads
  --rows N         rows of the imported roster (100000)
  --save FILE      where to keep the results as JSON
  --compare A B    results of two sizes beside each other; nothing is run
  --docs           puts the table into docs/measurements.md
  --quick          a smoke run of 5,000 households: whether all of it works, not how fast`;

export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    allowPositionals: true,
    options: {
      households: { type: 'string' },
      seed: { type: 'string', default: 'bangfu' },
      data: { type: 'string', default: path.join(os.tmpdir(), 'bangfu-bench') },
      only: { type: 'string' },
      soak: { type: 'string' },
      rounds: { type: 'string' },
      operations: { type: 'string', default: '' },
      rows: { type: 'string' },
      save: { type: 'string' },
      compare: { type: 'boolean' },
      docs: { type: 'boolean' },
      quick: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const isQuick = values.quick ?? false;
  const only: readonly Part[] = values.only
    ? partsOf(values.only)
    : values.soak
      ? ['soak']
      : ['reads', 'writes', 'import', 'start'];
  const isSmall = isQuick || only.every((part) => part === 'outage' || part === 'audit');
  const soakSeconds = values.soak ? secondsOf(values.soak) : isQuick ? 10 : 600;
  return {
    households: wholeNumber(values.households, isSmall ? 5_000 : 200_000),
    seed: values.seed,
    today: '2026-11-10',
    data: path.resolve(values.data),
    only,
    runSettings: {
      rounds: wholeNumber(values.rounds, isQuick ? 1 : 5),
      busyMilliseconds: isQuick ? 300 : 3_000,
      singleMilliseconds: isQuick ? 150 : 1_500,
      connections: 16,
    },
    operations: values.operations.split(',').filter((name) => name !== ''),
    importRows: wholeNumber(values.rows, isQuick ? 2_000 : 100_000),
    soakSeconds,
    save: values.save ? path.resolve(values.save) : null,
    compare: values.compare ? positionals.map((file) => path.resolve(file)) : null,
    isForDocs: values.docs ?? false,
    isQuick,
    isHelp: values.help ?? false,
  };
}

function partsOf(text: string): Part[] {
  return text.split(',').map((name) => {
    const part = parts.find((one) => one === name);
    if (!part) throw new Error(`--only knows ${parts.join(', ')}, not ${name}`);
    return part;
  });
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`${text} is no whole number above zero`);
  return Number(text);
}

function secondsOf(text: string): number {
  const [, number, unit] = /^(\d+)(s|m)$/.exec(text) ?? [];
  if (!number) throw new Error(`--soak takes a time such as 10m or 30s, not ${text}`);
  return Number(number) * (unit === 'm' ? 60 : 1);
}
