import { countyEntity } from '#modules/county/county.entity.ts';
import {
  type HeadingChoice,
  type Headings,
  saidNow,
} from '#modules/imports/headings/chosen-headings.rules.ts';
import type { FileColumns } from '#modules/imports/staging/imports.file.ts';
import type { Stage } from '#modules/imports/staging/stage.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { invalid } from '#platform/core/errors.ts';
import { normaliseHeading } from '#platform/sheet/header/heading.ts';
import { auditAct } from '#platform/write/trail.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { type BatchRow, putHeadings } from './imports.queries.ts';

/** The heading choices in `input.columnMap`, validated as far as possible without the file. */
export function chosenHeadings({ columns }: Stage, choices: readonly HeadingChoice[]): Headings {
  const known = new Set<string>(columns.map(({ key }) => key));
  const faults: Record<string, ErrorCode> = {};
  const taken = new Set<string>();
  const said = new Map<string, string | null>();
  for (const [index, { heading, key = null }] of choices.entries()) {
    const words = normaliseHeading(heading);
    if (said.has(words) && said.get(words) !== key)
      faults[`input.columnMap.${index}.heading`] = 'COLUMN_TWICE';
    said.set(words, key);
    if (key === null) continue;
    if (!known.has(key)) faults[`input.columnMap.${index}.key`] = 'COLUMN_UNKNOWN';
    else if (taken.has(key)) faults[`input.columnMap.${index}.key`] = 'COLUMN_TWICE';
    taken.add(key);
  }
  if (Object.keys(faults).length > 0) throw invalid(faults);
  return Object.fromEntries(said);
}

/**
 * Remembers the heading choices of a file for later files of the county. Choices by someone whose reach is smaller, or
 * for a file bound to a part of the county, are not remembered: they must not change how other lists are read.
 */
export async function rememberHeadings(
  work: WorkContext,
  batch: Pick<BatchRow, 'countyCode' | 'divisionCode' | 'kind'>,
  { parts }: FileColumns,
): Promise<void> {
  const { countyCode, divisionCode, kind } = batch;
  const headings = saidNow(parts);
  if (divisionCode !== countyCode || Object.keys(headings).length === 0) return;
  const setAt = work.clock.now().toISOString();
  const setBy = work.viewer?.userId;
  await putHeadings(
    work,
    Object.entries(headings).map(([heading, columnKey]) => ({
      ...{ countyCode, kind, heading, columnKey, setBy, setAt },
    })),
  );
  const after = { kind, headings };
  auditAct(work, countyEntity, { countyCode }, { action: 'mapImportHeadings', after });
}
