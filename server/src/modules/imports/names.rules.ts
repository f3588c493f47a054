import { foldName } from '#schema/text.ts';

/**
 * Whether two cells name one person. Beside a number the name is the only check that a row was not pasted one line too
 * far, so nothing but the way it is written may differ; whoever is renamed is renamed by hand.
 */
export const isSameName = (one: string, other: string): boolean =>
  one === other || foldName(one).toLowerCase() === foldName(other).toLowerCase();
