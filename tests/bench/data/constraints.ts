import type { Sql } from 'postgres';

/** Constraints and indexes to drop before millions of rows are loaded, and the statements that restore them. */
export interface Parts {
  readonly drop: string[];
  readonly restore: { foreign: string[]; keys: string[]; indexes: string[] };
}

/** Foreign keys, keys and indexes of the tables, from the catalog. */
export async function readParts(sql: Sql, tables: readonly string[]): Promise<Parts> {
  const constraints = await sql<{ place: string; name: string; kind: string; definition: string }[]>`
    select conrelid::regclass::text as place, quote_ident(conname) as name, contype::text as kind,
      pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype in ('f', 'p', 'u')
      and (conrelid::regclass::text = any(${tables as string[]}) or confrelid::regclass::text = any(${tables as string[]}))
    order by contype = 'f' desc, conrelid::regclass::text, conname`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    where i.indrelid::regclass::text = any(${tables as string[]})
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
    order by 1`;
  const back = (kind: (one: string) => boolean) =>
    constraints
      .filter((it) => kind(it.kind))
      .map(({ place, name, definition }) => `alter table ${place} add constraint ${name} ${definition}`);
  return {
    drop: [
      ...constraints.map(({ place, name }) => `alter table ${place} drop constraint ${name}`),
      ...indexes.map(({ name }) => `drop index ${name}`),
    ],
    restore: {
      keys: back((kind) => kind !== 'f'),
      indexes: indexes.map(({ definition }) => definition),
      foreign: back((kind) => kind === 'f'),
    },
  };
}

/** Two statements at a time, one per core. */
export async function runAll(sql: Sql, statements: readonly string[], atOnce = 2): Promise<void> {
  const left = [...statements];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await sql.unsafe(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
