import { normaliseHeading } from './heading.ts';

/** Heading choices made by people: the key of a column, or null for none; by the text of `placedHeading`. */
export interface ChosenHeadings {
  /** For the current file: overrides what the words of the heading mean. */
  readonly now: ReadonlyMap<string, string | null>;
  /** For earlier files: applies below the same group only, and yields where the words mean something else. */
  readonly before: ReadonlyMap<string, string | null>;
}

/** Whether a choice was made for the current file or for earlier ones. */
export type Said = 'NOW' | 'BEFORE';

export const noChoices: ChosenHeadings = { now: new Map(), before: new Map() };

interface PlacedHeading {
  readonly heading: string;
  /** The group of a header of two rows; absent or empty where there is none. */
  readonly group?: string;
}

/** A heading together with the group above it: 日期 below 解除 differs from 日期 below 结对. */
export const placedHeading = ({ heading, group = '' }: PlacedHeading): string =>
  normaliseHeading(normaliseHeading(group) + heading);

/** The text by which a choice refers to a heading: with its group, or without it if no choice has it. */
export function wordsOfChoice(choices: { has(words: string): boolean }, cell: PlacedHeading): string | null {
  const words = [placedHeading(cell), normaliseHeading(cell.heading)];
  return words.find((one) => choices.has(one)) ?? null;
}

/** The choice for a heading, if there is one. */
export function choiceFor(
  { now, before }: ChosenHeadings,
  cell: PlacedHeading,
): { said: Said; key: string | null } | null {
  const words = wordsOfChoice(now, cell);
  if (words !== null) return { said: 'NOW', key: now.get(words) ?? null };
  const key = before.get(placedHeading(cell));
  return key === undefined ? null : { said: 'BEFORE', key };
}
