import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Results } from './results.ts';

/** Saves the results; parts measured one after the other on the same commit and data are merged into one file. */
export function keepResults(file: string, results: Results): Results {
  const former: Results | null = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const kept = former && isSame(former, results) ? join(former, results) : results;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  return kept;
}

const isSame = (one: Results, other: Results): boolean =>
  one.machine.commit === other.machine.commit &&
  one.isQuick === other.isQuick &&
  one.seed === other.seed &&
  one.households === other.households;

function join(former: Results, { reads, others, versions, ...rest }: Results): Results {
  const read = ({ operation, viewer }: Results['reads'][number]) => `${operation} ${viewer}`;
  const again = new Set([...reads.map(read), ...others.map(({ name }) => name)]);
  return {
    ...rest,
    versions: { ...former.versions, ...versions },
    reads: [...former.reads.filter((it) => !again.has(read(it))), ...reads],
    others: [...former.others.filter(({ name }) => !again.has(name)), ...others],
  };
}
