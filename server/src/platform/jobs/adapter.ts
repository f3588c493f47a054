import type PgBoss from 'pg-boss';
import { clientOf } from '#platform/database/prepared.ts';
import type { Database } from '#platform/database/types.ts';

type Db = NonNullable<PgBoss.ConstructorOptions['db']>;

/** What pg-boss calls a transaction adapter: its statement runs in the transaction at hand. */
export const adapterOf = (db: Database): Db => ({
  async executeSql(text, values) {
    return { rows: [...(await clientOf(db).unsafe(text, values.map(textOf) as never[]))] };
  },
});

function textOf(value: unknown): unknown {
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);
}
