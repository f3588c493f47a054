import type { Header, HeaderColumn } from '#platform/sheet/header/find-header.ts';
import { saysOver } from '#platform/sheet/table/words-of-state.ts';
import { headerColumnsOf, type Part } from './chosen-headings.rules.ts';

/** What of the headings of one kind of list must not be left to guessing. */
export interface HeadingRules {
  /** What a row stands by: of two columns for one of these the first is not simply the right one. */
  readonly decisive: ReadonlySet<string>;
  /** What a column without a heading is asked about that holds days, or says that something is over. */
  readonly keysOfDays: readonly string[];
  /**
   * What a heading that was not understood, or that another column was taken for, may mean; null where it is of no kind
   * that must be asked about.
   */
  readonly mayMean?: (header: Header, heading: string, group: string) => readonly string[] | null;
}

type Undecided = HeaderColumn & { readonly keys: readonly string[] };

/**
 * Columns that must not be passed over, or taken for what somebody once said, before a person says what they are in
 * this file.
 */
export function undecidedOf(rules: HeadingRules, part: Part): Undecided[] {
  const contradicted = part.header.undecided ?? [];
  const isIn = ({ column }: HeaderColumn) => contradicted.some((one) => one.column === column);
  // A title above the headings passes for the group of them all.
  const hasGroups = new Set(headerColumnsOf(part).map(({ group }) => group ?? '')).size > 1;
  const others = headerColumnsOf(part).flatMap(({ key, ...column }): Undecided[] => {
    if (hasGroups && key !== undefined && column.said !== 'NOW' && isBelowEnd(key, column.group))
      return [{ ...column, keys: [key] }];
    // Who says it now knows; what the words of the heading say needs no asking.
    const isClear = column.said === 'NOW' || (key !== undefined && column.said === undefined);
    const isUndecided = !isClear && !isIn(column);
    const keys = isUndecided ? keysOf(rules, part, column) : null;
    if (keys === null || (key !== undefined && keys.includes(key))) return [];
    return [{ ...column, keys: key === undefined ? keys : [...keys, key] }];
  });
  return [...contradicted, ...others];
}

/** Without a heading a column is asked about where something in it looks like a day or says that something is over. */
const keysOf = (rules: HeadingRules, { header }: Part, column: HeaderColumn): readonly string[] | null => {
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

/** Columns below 已解除结对, 变更前 or 走访计划 tell what is over or still to come; the day of an end may stand there. */
const isBelowEnd = (key: string, group = ''): boolean =>
  key !== 'endedOn' &&
  key !== 'note' &&
  (saysOver(group) || /^(?:变[更动]前|调整前|上一?任|上年|原)|计划|^拟|减少/.test(group));
