import { readFileSync } from 'node:fs';

/** Where a cluster keeps a table: by county, whole on every node, or on the coordinator alone. */
export type Place = 'DISTRIBUTED' | 'REFERENCE' | 'LOCAL';

/** By table, as the distribution script declares it. */
export const placement: ReadonlyMap<string, Place> = new Map(
  [
    ...readFileSync('migrations/cluster/distribute.sql', 'utf8').matchAll(
      /^ {2}\('(\w+)', '(DISTRIBUTED|REFERENCE|LOCAL)'\)[,;]$/gm,
    ),
  ].map(([, name = '', place]) => [name, place as Place]),
);

export const isDistributed = (table: string): boolean => placement.get(table) === 'DISTRIBUTED';
