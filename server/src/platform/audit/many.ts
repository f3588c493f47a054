import type { WorkContext } from '#platform/core/context.ts';
import { record } from './audit.ts';

interface Subject {
  readonly countyCode: string;
  readonly action: string;
  readonly entity: string;
  /** The day that the list speaks of by which the records came in. */
  readonly asOf?: string | null;
}

const dated = <Row extends object>(row: Row, asOf: string | null | undefined) =>
  asOf ? { ...row, asOf } : row;

/** One audit row for each record that was made. */
export function recordMany(
  work: WorkContext,
  { asOf, ...subject }: Subject,
  made: readonly (object & { readonly id: string })[],
): void {
  for (const row of made) record(work, { ...subject, entityId: row.id, after: dated(row, asOf) });
}

/** `before` is the whole record, `after` what was set. */
export function recordChanged(
  work: WorkContext,
  { asOf, ...subject }: Subject,
  changes: readonly { readonly id: string; readonly before: object; readonly after: object }[],
): void {
  for (const { id, before, after } of changes) {
    const raised = 'version' in before ? { version: Number(before.version) + 1 } : {};
    record(work, {
      ...subject,
      entityId: id,
      before: before,
      after: dated({ ...before, ...after, ...raised }, asOf),
    });
  }
}

export function recordRemoved(
  work: WorkContext,
  { asOf: _, ...subject }: Subject,
  gone: readonly Record<string, unknown>[],
): void {
  for (const row of gone) record(work, { ...subject, entityId: String(row.id), before: row });
}
