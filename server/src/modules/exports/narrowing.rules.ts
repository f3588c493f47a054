import { invalid } from '#platform/core/errors.ts';
import type { Entity } from '#platform/read/entity.ts';
import type { StartExportInput } from '#schema/exports/exports.type.ts';

type Values = Readonly<Record<string, unknown>>;

/** What an export is narrowed by: the filter and the conditions of its list. */
export interface ExportNarrowing {
  readonly filter: Values;
  /** Null where nothing is asked. */
  readonly where: Values | null;
}

/** What is asked of the exported list; what is asked of another is refused. */
export function narrowingOf(entity: Entity, { filter, where }: StartExportInput): ExportNarrowing {
  const conditions = ofList(entity, 'where', where);
  return {
    filter: ofList(entity, 'filter', filter),
    where: Object.keys(conditions).length > 0 ? conditions : null,
  };
}

function ofList(entity: Entity, argument: 'filter' | 'where', given: StartExportInput['filter']): Values {
  const lists = present(given ?? {});
  const other = Object.keys(lists).find((list) => list !== entity.query.list);
  if (other) throw invalid({ [`input.${argument}.${other}`]: 'FILTER_OF_OTHER_TYPE' });
  return present((lists[entity.query.list ?? ''] as Values | undefined) ?? {});
}

const present = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/** Where a fault of the list's own arguments is in the input of an export. */
export const pathInInput = (entity: Entity, path: string): string =>
  path.replace(/^(filter|where)\b/, `input.$1.${entity.query.list}`);

/** Amounts are kept in fen, as a condition takes them. */
const withoutBigints = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/**
 * As it is kept with the job: the filter on one line, and what is asked by conditions on a second. A server of an earlier
 * release, which knows no conditions, cannot parse two lines: its run fails and may be started again, where it would
 * otherwise write rows that nobody asked for.
 */
export const narrowingText = ({ filter, where }: ExportNarrowing): string =>
  [filter, ...(where ? [where] : [])].map((values) => JSON.stringify(values, withoutBigints)).join('\n');

export function parseNarrowing(text: string): ExportNarrowing {
  const [filter, where] = text.split('\n').map((line) => JSON.parse(line) as Values);
  return { filter: filter ?? {}, where: where ?? null };
}
