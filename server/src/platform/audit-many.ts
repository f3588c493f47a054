import { record } from './audit.ts';
import type { WorkContext } from './context.ts';

interface Subject {
  readonly countyCode: string;
  readonly action: string;
  readonly entity: string;
}

/** One audit row for each record that was made. */
export function recordMany(
  work: WorkContext,
  subject: Subject,
  made: readonly (object & { readonly id: string })[],
): void {
  for (const row of made) record(work, { ...subject, entityId: row.id, after: row });
}

/** `before` is the whole record, `after` what was set. */
export function recordChanged(
  work: WorkContext,
  subject: Subject,
  changes: readonly { readonly id: string; readonly before: object; readonly after: object }[],
): void {
  for (const { id, before, after } of changes) {
    const raised = 'version' in before ? { version: Number(before.version) + 1 } : {};
    record(work, {
      ...subject,
      entityId: id,
      before: before,
      after: { ...before, ...after, ...raised },
    });
  }
}

export function recordRemoved(
  work: WorkContext,
  subject: Subject,
  gone: readonly Record<string, unknown>[],
): void {
  for (const row of gone) record(work, { ...subject, entityId: String(row.id), before: row });
}
