import type { Header, HeaderColumn } from '#platform/sheet/header/find-header.ts';
import { saysOver } from '#platform/sheet/table/words-of-state.ts';
import { type HeadingPart, headerColumnsOf } from './chosen-headings.rules.ts';

/** Rules for the headings of one kind of list that a person must decide on. */
export interface HeadingRules {
  /** Columns that decide the meaning of a row: of two candidates, the first is not simply the right one. */
  readonly decisive: ReadonlySet<string>;
  /** Keys offered for a column without a heading that holds days, or words for an end. */
  readonly keysOfDays: readonly string[];
  /**
   * Possible meanings of an unrecognised heading, or of one that matched another column; null where nobody needs to be
   * asked.
   */
  readonly mayMean?: (header: Header, heading: string, group: string) => readonly string[] | null;
}

type Undecided = HeaderColumn & { readonly keys: readonly string[] };

/** Columns that a person must decide on for this file, rather than being skipped or read by an earlier choice. */
export function undecidedOf(rules: HeadingRules, part: HeadingPart): Undecided[] {
  const contradicted = part.header.undecided ?? [];
  const isIn = ({ column }: HeaderColumn) => contradicted.some((one) => one.column === column);
  // A title above the headings looks like one group of all columns.
  const hasGroups = new Set(headerColumnsOf(part).map(({ group }) => group ?? '')).size > 1;
  const others = headerColumnsOf(part).flatMap(({ key, ...column }): Undecided[] => {
    if (hasGroups && key !== undefined && column.said !== 'NOW' && isBelowEnd(key, column.group))
      return [{ ...column, keys: [key] }];
    // A choice for this file is certain, and so is a column whose own words are clear.
    const isClear = column.said === 'NOW' || (key !== undefined && column.said === undefined);
    const isUndecided = !isClear && !isIn(column);
    const keys = isUndecided ? keysOf(rules, part, column) : null;
    if (keys === null || (key !== undefined && keys.includes(key))) return [];
    return [{ ...column, keys: key === undefined ? keys : [...keys, key] }];
  });
  return [...contradicted, ...others];
}

/** A column without a heading is undecided where a cell looks like a day or says that something has ended. */
const keysOf = (
  rules: HeadingRules,
  { header }: HeadingPart,
  column: HeaderColumn,
): readonly string[] | null => {
  if (column.unnamed) return column.unnamed.hasDateOrEnd ? rules.keysOfDays : null;
  const { heading, group = '' } = column;
  return rules.mayMean?.(header, heading, group) ?? alsoMeant(rules, header, column);
};

/** 帮扶责任人（2026年） beside 帮扶责任人（2025年）, 走访人（实际） beside 走访人（安排）. */
function alsoMeant({ decisive }: HeadingRules, { ambiguous, recognised }: Header, { column }: HeaderColumn) {
  const keys = ambiguous.find((one) => one.column === column)?.keys ?? [];
  const isTaken = (key: string) => recognised.some((one) => one.key === key);
  return keys.some((key) => decisive.has(key) && isTaken(key)) ? keys : null;
}

/** Columns below 已解除结对, 变更前 or 走访计划 describe the past or the future; the day of an end may be there. */
const isBelowEnd = (key: string, group = ''): boolean =>
  key !== 'endedOn' &&
  key !== 'note' &&
  (saysOver(group) || /^(?:变[更动]前|调整前|上一?任|上年|原)|计划|^拟|减少/.test(group));
