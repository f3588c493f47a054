import type { PgTable } from 'drizzle-orm/pg-core';
import { noCounty, record } from '#platform/audit/audit.ts';
import type { AuditEntry, WorkContext } from '#platform/core/context.ts';
import type { AnyRow, Writable } from './writable.ts';

/** The audit row of a write. All but `action` follows from the entity and its row, unless it is given here. */
export interface Audited
  extends Partial<
    Pick<AuditEntry, 'countyCode' | 'divisionCode' | 'entity' | 'entityId' | 'actor' | 'before' | 'after'>
  > {
  readonly action: string;
  /** Told beside the row as it is now, such as a reason. */
  readonly facts?: object;
}

/** The write is audited in the row of this record, written by the same transaction. */
export interface AuditedAs {
  readonly auditedAs: string;
}

/** Why the write is not audited: no user decided it, such as the progress of background work. */
export interface Unaudited {
  readonly unaudited: string;
}

export type Trail = Audited | AuditedAs | Unaudited;

interface Written<Row> {
  readonly before?: Row | null | undefined;
  readonly after?: Row | null | undefined;
}

/** Puts a write on record: which record, of which county and place, what it was and what it is. */
export function audit<T extends PgTable>(
  work: WorkContext,
  entity: Writable<T>,
  { before, after }: Written<object>,
  trail: Trail,
): void {
  if (!('action' in trail)) return;
  const { facts, ...given } = trail;
  const shown = (row: object | null | undefined): object | null =>
    row ? (entity.audited?.(row as never) ?? row) : null;
  const now = shown(after);
  record(work, {
    ...placeOf(entity, (after ?? before ?? {}) as AnyRow),
    before: shown(before),
    after: facts ? { ...now, ...facts } : now,
    ...given,
  });
}

function placeOf({ name, key }: Pick<Writable<PgTable>, 'name' | 'key'>, row: AnyRow) {
  const countyCode = typeof row.countyCode === 'string' ? row.countyCode : noCounty;
  const own = key.length > 1 ? key.filter((column) => column !== 'countyCode') : key;
  const place = typeof row.divisionCode === 'string' ? row.divisionCode || countyCode : undefined;
  return {
    countyCode,
    ...(place !== undefined && { divisionCode: place }),
    entity: name,
    entityId: own.map((column) => String(row[column] ?? '-')).join(':'),
  };
}

/**
 * Puts an act on record that changes no row of the entity by itself (a sign-in, a download, whole numbers shown), or one
 * row of many that were changed at once. `row` is the record it was about, or what is known of it; null where nobody knows which it was.
 */
export const auditAct = (
  work: WorkContext,
  entity: Pick<Writable<PgTable>, 'name' | 'key'>,
  row: object | null,
  act: Omit<Audited, 'facts'>,
): void => record(work, { ...placeOf(entity, (row ?? {}) as AnyRow), ...act });
