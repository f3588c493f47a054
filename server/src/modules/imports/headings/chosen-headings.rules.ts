import { placedHeading, wordsOfChoice } from '#platform/sheet/header/chosen-headings.ts';
import type { Header, HeaderColumn } from '#platform/sheet/header/find-header.ts';
import { normaliseHeading } from '#platform/sheet/header/heading.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';

/** Key of the column for each heading, null for one to exclude; by normalised heading. */
export type Headings = Readonly<Record<string, string | null>>;

/** What a heading means in earlier files of the county, and since when. */
export interface Remembered {
  readonly heading: string;
  readonly key: string | null;
  readonly setAt: string;
}

export interface HeadingChoice {
  readonly heading: string;
  /** Null: the column is left out. */
  readonly key?: string | null;
}

export interface HeadingPart {
  readonly header: Header;
}

type Read = HeaderColumn & { readonly key?: string };

/** All columns of a header, read or not. */
export const headerColumnsOf = ({ header }: HeadingPart): Read[] => [...header.recognised, ...header.ignored];

/**
 * The heading choices for a file, remembered once it is imported. Choices for columns without a heading mean nothing in
 * other files.
 */
export const saidNow = (parts: readonly HeadingPart[]): Headings =>
  Object.fromEntries(
    parts
      .flatMap(headerColumnsOf)
      .filter(({ said, unnamed }) => said === 'NOW' && !unnamed)
      .map((column) => [placedHeading(column), column.key ?? null]),
  );

/** The earlier choices for a file, overridden by the present ones. */
export function withFormer(chosen: Headings, former: readonly HeadingPart[]): Headings {
  const kept = former
    .flatMap(headerColumnsOf)
    .filter((column) => column.said === 'NOW' && wordsOfChoice(wordsIn(chosen), column) === null)
    .map((column): [string, string | null] => [placedHeading(column), column.key ?? null]);
  return { ...Object.fromEntries(kept), ...chosen };
}

const wordsIn = (headings: Headings) => ({ has: (words: string) => Object.hasOwn(headings, words) });

/**
 * Choices that do not fit the file: for a heading that it lacks, or that several columns have. Several columns with the
 * same heading can only be excluded together.
 */
export function faultsOfChoices(
  choices: readonly HeadingChoice[],
  parts: readonly HeadingPart[],
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
  /** For a column without a heading: how many of its cells are filled. */
  readonly filled: number | null;
}

/** A column as shown: with the group above it, and with the time of an earlier choice that gave it its meaning. */
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
