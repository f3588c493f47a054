import { withoutSpaces } from '#platform/sheet/normalise.ts';

const DOTS = /[·•‧・･∙⋅.．]/g;

/** A name as it is compared: one width, no blanks, one kind of middle dot. */
const folded = (name: string): string => withoutSpaces(name).replace(DOTS, '·').toLowerCase();

/**
 * Whether two cells name one person. Beside a number the name is the only check that a row was not pasted one line too
 * far, so nothing but the way it is written may differ; whoever is renamed is renamed by hand.
 */
export const isSameName = (one: string, other: string): boolean =>
  one === other || folded(one) === folded(other);
