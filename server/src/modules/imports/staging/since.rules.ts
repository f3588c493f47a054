import { dayOf } from '#platform/core/clock.ts';
import { isNobodys, maskNumbers } from '#schema/person/mask.ts';

/**
 * The one rule by which a list meets what is on record: **what ended, moved, was withdrawn or changed later than the
 * row speaks of stays.** A row speaks of the day of its list, which is given with the import, and of no day before the
 * days it names itself. Where the list has no date, a value that somebody set by hand stays, and so does one to which
 * the row would only go back; a value that an earlier list brought gives way to a new one.
 *
 * What is on record comes from the audit trail, since it alone knows who set which value when.
 */
export interface SpeaksOf {
  /** Day of the list; null if it was not given. */
  readonly asOf: string | null;
  /** The latest day in the row itself: it cannot have been written earlier. */
  readonly atLeast: string | null;
}

/** One event of the audit trail about a record. */
export interface RecordEvent {
  readonly entityId: string;
  readonly action: string;
  readonly at: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A change of one field. */
export interface FieldChange {
  readonly day: string;
  /** By a list with a day, by one without, or by hand. */
  readonly by: 'LIST' | 'UNDATED' | 'HAND';
  /** The day from which it applies, where given. */
  readonly effectiveOn?: string;
  /** The value before; absent where the record was created with this one. */
  readonly former?: unknown;
}

/** The changes of each field of one record, in the order of time. */
export type History = ReadonlyMap<string, readonly FieldChange[]>;

export const noHistory: History = new Map();

type Values = Readonly<Record<string, unknown>>;

/** Of many records, by their ids. */
export function historiesOf(events: readonly RecordEvent[]): Map<string, History> {
  const histories = new Map<string, Map<string, FieldChange[]>>();
  const addChange = (id: string, field: string, change: FieldChange) => {
    const fields = histories.get(id) ?? new Map<string, FieldChange[]>();
    histories.set(id, fields);
    fields.set(field, [...(fields.get(field) ?? []), change]);
  };
  for (const { entityId, action, at, before, after } of events) {
    const now: Values = JSON.parse(after ?? '{}');
    const then: Values | null = before === null ? null : JSON.parse(before);
    if (action === 'rollBackImport') {
      // As if the list had never been imported.
      for (const field of Object.keys(now))
        if (then && !isSame(field, then[field], now[field]))
          dropLastList(histories.get(entityId)?.get(field));
      continue;
    }
    const source = sourceOf(action, at, now);
    for (const [field, value] of Object.entries(now)) {
      if (then === null && value !== null && value !== 'UNKNOWN') addChange(entityId, field, source);
      if (then && field in then && !isSame(field, then[field], value))
        addChange(entityId, field, { ...source, former: then[field] });
    }
    for (const [id, relation] of Object.entries((now.relations ?? {}) as Values))
      if (typeof relation === 'string') addChange(id, 'relation', source);
  }
  return histories;
}

function dropLastList(changes: FieldChange[] | undefined): void {
  const at = changes?.findLastIndex(({ by }) => by !== 'HAND') ?? -1;
  if (at >= 0) changes?.splice(at, 1);
}

/** A manual change counts from the day it was entered, whichever day it takes effect. */
function sourceOf(action: string, at: string, now: Values): FieldChange {
  const day = dayOf(new Date(at));
  if (!action.startsWith('import'))
    return { day, by: 'HAND', ...(typeof now.effectiveOn === 'string' && { effectiveOn: now.effectiveOn }) };
  return typeof now.asOf === 'string' ? { day: now.asOf, by: 'LIST' } : { day, by: 'UNDATED' };
}

/** Whether a field that differs must stay as it is on record. */
export function isToStay(history: History, field: string, value: unknown, row: SpeaksOf): boolean {
  const changes = history.get(field) ?? [];
  const last = changes.at(-1);
  if (!last) return false;
  if (row.atLeast !== null && row.atLeast > last.day) return false;
  if (row.asOf !== null) return last.by === 'HAND' ? last.day >= row.asOf : last.day > row.asOf;
  if (last.by === 'HAND') return true;
  return changes.some((one) => 'former' in one && isSame(field, one.former, value));
}

/** Only the last digits of masked values are compared, because the rest of the mask may vary. */
function isSame(field: string, one: unknown, other: unknown): boolean {
  if (field.endsWith('Masked') && typeof one === 'string' && typeof other === 'string')
    return one.slice(-4) === other.slice(-4);
  return shownInTrail(field, one) === shownInTrail(field, other);
}

/** Personal numbers in notes are masked in the audit trail, so they are compared masked. */
const shownInTrail = (field: string, value: unknown): string =>
  JSON.stringify(typeof value === 'string' && !isNobodys(field) ? maskNumbers(value) : (value ?? null));

/** The first of some changed fields that must stay, or null. */
export function firstToStay<Field extends string>(
  history: History,
  before: Readonly<Record<Field, unknown>>,
  after: Readonly<Record<Field, unknown>>,
  fields: readonly Field[],
  row: SpeaksOf,
): Field | null {
  return (
    fields.find(
      (field) => !isSame(field, before[field], after[field]) && isToStay(history, field, after[field], row),
    ) ?? null
  );
}

/** The later of the days a row names. */
export const latestDayOf = (...days: readonly (string | null)[]): string | null =>
  days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);

export interface FormerHead {
  readonly headName: string;
  readonly headIdMasked: string | null;
}

/** The former head before another member became head, by household. */
export function formerHeadsOf(events: readonly RecordEvent[]): Map<string, FormerHead[]> {
  const heads = new Map<string, FormerHead[]>();
  for (const { entityId, action, before } of events) {
    if (action !== 'changeHead' || before === null) continue;
    heads.set(entityId, [...(heads.get(entityId) ?? []), JSON.parse(before) as FormerHead]);
  }
  return heads;
}
