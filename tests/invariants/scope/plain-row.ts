import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { newId } from '#platform/core/ids.ts';
import { keysOf } from '#schema/coded.ts';

const samples: Readonly<Record<string, () => unknown>> = {
  text: () => '样本',
  // Sound as a count and as a year.
  integer: () => 2026,
  bigint: () => 1n,
  boolean: () => false,
  date: () => '2026-01-01',
  'timestamp with time zone': () => '2026-01-01T00:00:00Z',
};

/** Whether the rows of a table are records of a household, as its columns say. */
export function isOfHousehold(table: PgTable): boolean {
  const { countyCode, id, householdId, villageCode }: Partial<Record<string, PgColumn>> =
    getTableColumns(table);
  return [countyCode, id, householdId, villageCode].every((column) => column?.notNull);
}

/** A row with what is known of it, and a value of its kind in each other column that must have one. */
export function plainRow(table: PgTable, known: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const row: Record<string, unknown> = { ...known, id: newId() };
  for (const [name, column] of Object.entries<PgColumn>(getTableColumns(table))) {
    if (name in row || !column.notNull || column.hasDefault) continue;
    const [code] = keysOf(column) ?? [];
    const sample = samples[column.getSQLType()];
    if (!sample) throw new Error(`world.ts: ${getTableName(table)} needs a record with its ${name}`);
    row[name] = code ?? sample();
  }
  return row;
}
