import { record } from '#platform/audit.ts';
import type { Context, WorkContext } from '#platform/context.ts';
import { invalid } from '#platform/errors.ts';
import type { ErrorCode } from '#schema/codes/error-codes.ts';
import type { ImportKind } from '#schema/codes/import.codes.ts';
import { asHeadings } from './imports.file.ts';
import { putHeadings, selectHeadings } from './imports.queries.ts';
import { stages } from './stages.ts';

export interface HeadingChoice {
  readonly heading: string;
  /** Null: it means nothing to the import. */
  readonly key?: string | null;
}

type Headings = Readonly<Record<string, string | null>>;

/** What somebody says now about headings, checked; `path` is where it stands in the input. */
export function chosenHeadings(
  kind: ImportKind,
  choices: readonly HeadingChoice[],
  path: (index: number) => string,
): Headings {
  const known = new Set(stages[kind].columns.map(({ key }) => key));
  const faults: Record<string, ErrorCode> = {};
  const taken = new Set<string>();
  for (const [index, { key }] of choices.entries()) {
    if (key === null || key === undefined) continue;
    if (!known.has(key)) faults[path(index)] = 'COLUMN_UNKNOWN';
    else if (taken.has(key)) faults[path(index)] = 'COLUMN_TWICE';
    taken.add(key);
  }
  if (Object.keys(faults).length > 0) throw invalid(faults);
  return asHeadings(choices.map(({ heading, key }) => ({ heading, key: key ?? null })));
}

/**
 * The headings of a county as they were said before, with what is said now over it. A column that gets another heading
 * now is taken from the former one.
 */
export async function headingsOf(
  ctx: Context,
  countyCode: string,
  kind: ImportKind,
  chosen: Headings,
): Promise<Headings> {
  const taken = new Set(Object.values(chosen));
  const before = await selectHeadings(ctx, countyCode, kind);
  const kept = before.filter(({ key }) => key === null || !taken.has(key));
  return { ...Object.fromEntries(kept.map(({ heading, key }) => [heading, key])), ...chosen };
}

/** Keeps what was said for the next file of the county. */
export async function rememberHeadings(
  work: WorkContext,
  countyCode: string,
  kind: ImportKind,
  chosen: Headings,
): Promise<void> {
  const entries = Object.entries(chosen);
  if (entries.length === 0) return;
  const setAt = work.clock.now().toISOString();
  const setBy = work.viewer?.userId;
  await putHeadings(
    work,
    entries.map(([heading, columnKey]) => ({ countyCode, kind, heading, columnKey, setBy, setAt })),
  );
  record(work, {
    countyCode,
    divisionCode: countyCode,
    action: 'mapImportHeadings',
    entity: 'County',
    entityId: countyCode,
    after: { kind, headings: chosen },
  });
}
