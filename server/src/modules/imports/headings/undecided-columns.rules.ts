import type { Header, HeaderColumn } from '#platform/sheet/header/find-header.ts';
import { saysOver } from '#platform/sheet/table/words-of-state.ts';
import type { ImportKind } from '#schema/codes/imports/import.codes.ts';
import { columnsOf, type Part } from './chosen-headings.rules.ts';
import { namesHelpers } from './roster.needs.ts';
import {
  maySpeakOfEnd,
  maySpeakOfHelper,
  maySpeakOfSuccessor,
  maySpeakOfThirdHelper,
} from './tie-headings.ts';
import { maySpeakOfVisit, maySpeakOfVisitor } from './visit-headings.ts';

type Undecided = HeaderColumn & { readonly keys: readonly string[] };

/**
 * Columns that must not be passed over, or taken for what somebody once said, before a person says what they are in
 * this file.
 */
export function undecidedOf(kind: ImportKind, part: Part): Undecided[] {
  const contradicted = part.header.undecided ?? [];
  const isIn = ({ column }: HeaderColumn) => contradicted.some((one) => one.column === column);
  // A title above the headings passes for the group of them all.
  const hasGroups = new Set(columnsOf(part).map(({ group }) => group ?? '')).size > 1;
  const others = columnsOf(part).flatMap(({ key, ...column }): Undecided[] => {
    if (hasGroups && key !== undefined && column.said !== 'NOW' && isBelowEnd(key, column.group))
      return [{ ...column, keys: [key] }];
    // Who says it now knows; what the words of the heading say needs no asking.
    const isClear = column.said === 'NOW' || (key !== undefined && column.said === undefined);
    const isAsked = !isClear && !isIn(column);
    const keys = isAsked ? keysOf(kind, part, column) : null;
    if (keys === null || (key !== undefined && keys.includes(key))) return [];
    return [{ ...column, keys: key === undefined ? keys : [...keys, key] }];
  });
  return [...contradicted, ...others];
}

/** Without a heading a column is asked about where something in it looks like a day or says that something is over. */
const keysOf = (kind: ImportKind, { header }: Part, column: HeaderColumn): readonly string[] | null => {
  if (!column.unnamed) return mayMean(kind, header, column) ?? alsoMeant(kind, header, column);
  return column.unnamed.tells ? keysOfDays[kind] : null;
};

/** What a row stands by: of two columns for one of these the first is not simply the right one. */
const decisive: Readonly<Record<ImportKind, ReadonlySet<string>>> = {
  ROSTER: new Set([
    'village',
    'headName',
    'headId',
    'householdNumber',
    'category',
    'helperName',
    'startedOn',
  ]),
  MEMBERS: new Set(['village', 'headName', 'headId', 'householdNumber', 'name', 'residentId', 'relation']),
  VISITS: new Set(['village', 'headName', 'headId', 'householdNumber', 'helperName', 'visitedOn']),
};

/** 帮扶责任人（2026年） beside 帮扶责任人（2025年）, 走访人（实际） beside 走访人（安排）. */
function alsoMeant(kind: ImportKind, { ambiguous, recognised }: Header, { column }: HeaderColumn) {
  const keys = ambiguous.find((one) => one.column === column)?.keys ?? [];
  const isTaken = (key: string) => recognised.some((one) => one.key === key);
  return keys.some((key) => decisive[kind].has(key) && isTaken(key)) ? keys : null;
}

/** Columns below 已解除结对, 变更前 or 走访计划 tell what is over or still to come; the day of an end may stand there. */
const isBelowEnd = (key: string, group = ''): boolean =>
  key !== 'endedOn' &&
  key !== 'note' &&
  (saysOver(group) || /^(?:变[更动]前|调整前|上一?任|上年|原)|计划|^拟|减少/.test(group));

const keysOfDays: Readonly<Record<ImportKind, readonly string[]>> = {
  ROSTER: ['endedOn'],
  MEMBERS: [],
  VISITS: ['visitedOn'],
};

/**
 * What a heading that was not understood, or that another column was taken for, may mean, where nobody must be left to
 * guess: passed over, the last day of a pairing would let it run on, the only columns about helpers would leave every
 * household without one, and a second day of visits would lose the second visit of every row. Null where the heading is of
 * no such kind.
 */
function mayMean(
  kind: ImportKind,
  header: Header,
  { heading, group = '' }: { readonly heading: string; readonly group?: string },
): string[] | null {
  if (kind === 'VISITS') {
    if (maySpeakOfVisitor(heading)) return ['helperName'];
    return maySpeakOfVisit(heading) ? ['visitedOn'] : null;
  }
  if (kind !== 'ROSTER') return null;
  // 日期 below 退帮 speaks of an end as well.
  if (maySpeakOfEnd(heading) || (group !== '' && maySpeakOfEnd(group + heading))) return ['endedOn'];
  if (maySpeakOfThirdHelper(heading)) return ['helperName', 'assistantName'];
  if (maySpeakOfSuccessor(heading)) return ['helperName'];
  return !namesHelpers(header) && maySpeakOfHelper(heading) ? ['helperName'] : null;
}
