const isNothing = (value: unknown) => value === undefined || value === null || value === '';

/** An input's value as text; an untouched input may hold null, '' or undefined. */
const textOf = (value: unknown): string =>
  JSON.stringify(isNothing(value) ? null : value, (_name, part: unknown) =>
    isNothing(part) && part !== null ? undefined : (part ?? undefined),
  ) ?? 'null';

export const isSameInput = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);
