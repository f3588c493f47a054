import { normaliseHeading } from './heading.ts';

/** Heading choices made by people: the key of a column, or null for none; by the text of `placedHeading`. */
export interface ChosenHeadings {
  /** Of the file at hand: holds over all that the words of the heading say. */
  readonly now: ReadonlyMap<string, string | null>;
  /** Of former files: holds below the same group only, and gives way where the words say something else. */
  readonly before: ReadonlyMap<string, string | null>;
}

/** Whether a choice was made of the file at hand or of former ones. */
export type Said = 'NOW' | 'BEFORE';

export const noChoices: ChosenHeadings = { now: new Map(), before: new Map() };

interface PlacedHeading {
  readonly heading: string;
  /** Of a header of two rows; absent or empty where nothing stands above. */
  readonly group?: string;
}

/** A heading together with the group above it, in which 日期 below 解除 is another than 日期 below 结对. */
export const placedHeading = ({ heading, group = '' }: PlacedHeading): string =>
  normaliseHeading(normaliseHeading(group) + heading);

/** The words by which a choice of the file at hand speaks of a heading: with its group, or where none does without it. */
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
