import { placedHeading, wordsOfChoice } from '#platform/sheet/chosen-headings.ts';
import type { Header, HeaderColumn } from '#platform/sheet/find-header.ts';
import { normaliseHeading } from '#platform/sheet/heading.ts';
import { saysOver } from '#platform/sheet/words-of-state.ts';
import type { ErrorCode } from '#schema/codes/error-codes.ts';
import type { ImportKind } from '#schema/codes/import.codes.ts';
import { mayMean } from './roster.needs.ts';

/** Key of the column for each heading, null for one to be left out; by the heading as it is compared. */
export type Headings = Readonly<Record<string, string | null>>;

/** What was said of a heading of former files of the county, and when. */
export interface Remembered {
  readonly heading: string;
  readonly key: string | null;
  readonly setAt: string;
}

export interface HeadingChoice {
  readonly heading: string;
  /** Null: it means nothing to the import. */
  readonly key?: string | null;
}

interface Part {
  readonly header: Header;
}

type Undecided = HeaderColumn & { readonly keys: readonly string[] };
type Read = HeaderColumn & { readonly key?: string };

const columnsOf = ({ header }: Part): Read[] => [...header.recognised, ...header.ignored];

/**
 * What was said of the headings that the file has: what is remembered once it is imported. What was said of a column
 * without a heading tells nothing of another file.
 */
export const saidNow = (parts: readonly Part[]): Headings =>
  Object.fromEntries(
    parts
      .flatMap(columnsOf)
      .filter(({ said, unnamed }) => said === 'NOW' && !unnamed)
      .map((column) => [placedHeading(column), column.key ?? null]),
  );

/** What was said of a file before and what is said of it now, which is over it. */
export function withFormer(chosen: Headings, former: readonly Part[]): Headings {
  const kept = former
    .flatMap(columnsOf)
    .filter((column) => column.said === 'NOW' && wordsOfChoice(wordsIn(chosen), column) === null)
    .map((column): [string, string | null] => [placedHeading(column), column.key ?? null]);
  return { ...Object.fromEntries(kept), ...chosen };
}

const wordsIn = (headings: Headings) => ({ has: (words: string) => Object.hasOwn(headings, words) });

/**
 * Choices that do not fit the file: of a heading that it lacks, or that several columns have. Of the same heading over
 * several columns it can be said that none is read.
 */
export function faultsOfChoices(
  choices: readonly HeadingChoice[],
  parts: readonly Part[],
): Record<string, ErrorCode> {
  const all = wordsIn(Object.fromEntries(choices.map(({ heading }) => [normaliseHeading(heading), null])));
  const faults: Record<string, ErrorCode> = {};
  for (const [index, { heading, key = null }] of choices.entries()) {
    const words = normaliseHeading(heading);
    const meant = parts.map((part) =>
      columnsOf(part).filter((column) => wordsOfChoice(all, column) === words),
    );
    const places = new Set(meant.flat().map(placedHeading));
    const most = Math.max(...meant.map((columns) => columns.filter((one) => !one.isContinued).length));
    if (places.size === 0) faults[`input.columnMap.${index}.heading`] = 'HEADING_UNKNOWN';
    else if (places.size > 1 || (most > 1 && key !== null))
      faults[`input.columnMap.${index}.heading`] = 'COLUMN_TWICE';
  }
  return faults;
}

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
    // Who says it now knows; what the words of the heading say needs no asking.
    if (hasGroups && key !== undefined && column.said !== 'NOW' && isBelowEnd(key, column.group))
      return [{ ...column, keys: [key] }];
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
  (saysOver(group) || /^(?:变[更动]前|调整前|上[一]?任|上年|原)|计划|^拟|减少/.test(group));

const keysOfDays: Readonly<Record<ImportKind, readonly string[]>> = {
  ROSTER: ['endedOn'],
  MEMBERS: [],
  VISITS: ['visitedOn'],
};

export interface ShownColumn {
  readonly column: string;
  readonly heading: string;
  readonly group: string | null;
  readonly rememberedAt: string | null;
  /** Of a column without a heading: how many of its cells hold something. */
  readonly filled: number | null;
}

/** A column as it is shown: with the group above it, and when it was said in former files what it means. */
export function shownColumn<Column extends HeaderColumn>(
  { said, isContinued: _, group, unnamed, ...column }: Column,
  remembered: readonly Remembered[] = [],
) {
  const words = placedHeading({ heading: column.heading, group });
  const before = said === 'BEFORE' ? remembered.find(({ heading }) => heading === words) : undefined;
  return {
    ...column,
    group: group ?? null,
    rememberedAt: before?.setAt ?? null,
    filled: unnamed?.filled ?? null,
  };
}
