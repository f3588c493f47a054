import { invalid } from '#platform/core/errors.ts';
import type { Entity } from '#platform/read/entity.ts';
import type { ExportRequest } from '#schema/exports/exports.type.ts';

type Values = Readonly<Record<string, unknown>>;

/** What narrows an export: the filter and the conditions of its list. */
export interface ExportNarrowing {
  readonly filter: Values;
  /** Null without conditions. */
  readonly where: Values | null;
}

/** The filter and conditions of the exported list; those of another list are refused. */
export function narrowingOf(entity: Entity, { filter, where }: ExportRequest): ExportNarrowing {
  const conditions = ofList(entity, 'where', where);
  return {
    filter: ofList(entity, 'filter', filter),
    where: Object.keys(conditions).length > 0 ? conditions : null,
  };
}

function ofList(entity: Entity, argument: 'filter' | 'where', given: ExportRequest['filter']): Values {
  const lists = present(given ?? {});
  const other = Object.keys(lists).find((list) => list !== entity.query.list);
  if (other) throw invalid({ [`input.${argument}.${other}`]: 'FILTER_OF_OTHER_TYPE' });
  return present((lists[entity.query.list ?? ''] as Values | undefined) ?? {});
}

const present = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/** The path in the export's input for a fault of the list's own arguments. */
export const pathInInput = (entity: Entity, path: string): string =>
  path.replace(/^(filter|where)\b/, `input.$1.${entity.query.list}`);

/** Amounts are stored in fen, as conditions take them. */
const withoutBigints = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/**
 * Stored with the job: the filter on one line, the conditions on a second. A server of an earlier release, which knows
 * no conditions, cannot parse two lines: its run fails and can be retried, instead of writing rows that were not
 * requested.
 */
export const narrowingText = ({ filter, where }: ExportNarrowing): string =>
  [filter, ...(where ? [where] : [])].map((values) => JSON.stringify(values, withoutBigints)).join('\n');

export function parseNarrowing(text: string): ExportNarrowing {
  const [filter, where] = text.split('\n').map((line) => JSON.parse(line) as Values);
  return { filter: filter ?? {}, where: where ?? null };
}
