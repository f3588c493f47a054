import { placedHeading, wordsOfChoice } from '#platform/sheet/header/chosen-headings.ts';
import type { Header, HeaderColumn } from '#platform/sheet/header/find-header.ts';
import { normaliseHeading } from '#platform/sheet/header/heading.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

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

export interface Part {
  readonly header: Header;
}

type Read = HeaderColumn & { readonly key?: string };

/** All columns of a header that have a place, read or not. */
export const headerColumnsOf = ({ header }: Part): Read[] => [...header.recognised, ...header.ignored];

/**
 * What was said of the headings that the file has: what is remembered once it is imported. What was said of a column
 * without a heading tells nothing of another file.
 */
export const saidNow = (parts: readonly Part[]): Headings =>
  Object.fromEntries(
    parts
      .flatMap(headerColumnsOf)
      .filter(({ said, unnamed }) => said === 'NOW' && !unnamed)
      .map((column) => [placedHeading(column), column.key ?? null]),
  );

/** What was said of a file before and what is said of it now, which is over it. */
export function withFormer(chosen: Headings, former: readonly Part[]): Headings {
  const kept = former
    .flatMap(headerColumnsOf)
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
      headerColumnsOf(part).filter((column) => wordsOfChoice(all, column) === words),
    );
    const places = new Set(meant.flat().map(placedHeading));
    const most = Math.max(...meant.map((columns) => columns.filter((one) => !one.isContinued).length));
    if (places.size === 0) faults[`input.columnMap.${index}.heading`] = 'HEADING_UNKNOWN';
    else if (places.size > 1 || (most > 1 && key !== null))
      faults[`input.columnMap.${index}.heading`] = 'COLUMN_TWICE';
  }
  return faults;
}

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
