import type { Context } from '#platform/core/context.ts';
import { globalId } from '#platform/core/ids.ts';
import type { Row } from '#platform/read/entity.ts';
import { loadByKey } from '#platform/read/loader.ts';
import type { ChangeKind, ChangeType } from '#schema/codes/change.codes.ts';
import type { Cursor } from './change.cursor.ts';
import type { ChangeLine } from './change.line.ts';
import { cameIntoReach, entityOf, wasInReach } from './change.policy.ts';

/** A record named by a line of the feed, before it is known whether the viewer may read it. */
export interface ChangeCandidate {
  readonly line: ChangeLine;
  readonly type: ChangeType;
  readonly recordId: string | null;
  /** How many records of the line have been delivered after this one; null: all. */
  readonly given: number | null;
}

export interface Found {
  readonly kind: ChangeKind;
  readonly type: ChangeType;
  readonly id: string;
  readonly at: string;
  readonly node: Row | null;
}

/** The records of the lines, of the requested types, in a stable order. */
export function candidatesOf(
  lines: readonly ChangeLine[],
  types: readonly ChangeType[],
  cursor: Cursor,
): ChangeCandidate[] {
  const wanted = new Set(types);
  return lines.flatMap((line) => {
    const records = recordsOf(line);
    const isNamed = line.xid === cursor.xid && line.ordinal === cursor.ordinal;
    const given = isNamed ? (cursor.given ?? 0) : 0;
    return records
      .map((record, at) => ({ ...record, line, given: at + 1 < records.length ? at + 1 : null }))
      .slice(given)
      .filter(({ type }) => wanted.has(type));
  });
}

function recordsOf(line: ChangeLine): { type: ChangeType; recordId: string | null }[] {
  const parts = JSON.parse(line.parts ?? '{}') as Record<ChangeType, string[]>;
  const more = Object.entries(parts).flatMap(([type, ids]) => ids.map((recordId) => ({ type, recordId })));
  return [{ type: line.entity, recordId: line.record_id }, ...more];
}

/** Loads the records; leaves out those that never were within the viewer's reach. */
export async function resolveCandidates(
  ctx: Context,
  candidates: readonly ChangeCandidate[],
): Promise<{ candidate: ChangeCandidate; found: Found }[]> {
  const nodes = await Promise.all(
    candidates.map((candidate) => loadByKey(ctx, ...recordKeyOf(ctx, candidate))),
  );
  return candidates.flatMap((candidate, at) => {
    const { line, type } = candidate;
    const node = nodes[at] ?? null;
    if (!node && !wasInReach(ctx, type, line)) return [];
    const [entity, key] = recordKeyOf(ctx, candidate);
    const kind = node ? kindOf(ctx, candidate) : 'REMOVED';
    return [{ candidate, found: { kind, type, id: globalId(entity.name, ...key), at: line.at, node } }];
  });
}

function recordKeyOf(ctx: Context, { line, type, recordId }: ChangeCandidate) {
  const entity = entityOf(ctx, type);
  return [entity, recordId === null ? [line.county_code] : [line.county_code, recordId]] as const;
}

function kindOf(ctx: Context, { line, type }: ChangeCandidate): ChangeKind {
  if (line.kind === 'INSERTED') return 'INSERTED';
  return cameIntoReach(ctx, type, line) ? 'INSERTED' : 'UPDATED';
}
