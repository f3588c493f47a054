const isNothing = (value: unknown) => value === undefined || value === null || value === '';

/** What a form holds of it, as text; an input that was never touched may hold null, '' or nothing at all. */
const textOf = (value: unknown): string =>
  JSON.stringify(isNothing(value) ? null : value, (_name, part: unknown) =>
    isNothing(part) && part !== null ? undefined : (part ?? undefined),
  ) ?? 'null';

export const isSameInput = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);
