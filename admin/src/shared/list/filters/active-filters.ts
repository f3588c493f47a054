type Values = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.values(value).every(isEmpty));

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Active filters of a list, by source. */
export const narrowing = (values: Values): [source: string, value: unknown][] =>
  Object.entries(values).filter(([, value]) => !isEmpty(value));

/** Those that can be removed: not the search text, and not the default filter. */
export const removable = (values: Values, defaults: Values): [source: string, value: unknown][] =>
  narrowing(values).filter(([source, value]) => source !== 'search' && !isSame(value, defaults[source]));

/** Where nothing is found: first the user's filters are removed, then the default filter. */
export function wider(values: Values, defaults: Values): Record<string, unknown> {
  const isChosen = ([source, value]: [string, unknown]) => !isSame(value, defaults[source]);
  return narrowing(values).some(isChosen) ? { ...defaults } : {};
}

/** Without one filter; a default filter for it is restored. */
export function withoutFilter(values: Values, defaults: Values, source: string): Record<string, unknown> {
  const { [source]: _, ...rest } = values;
  return source in defaults ? { ...rest, [source]: defaults[source] } : rest;
}

/** Without all removable filters; the search text stays. */
export const withoutFilters = ({ search }: Values, defaults: Values): Record<string, unknown> =>
  isEmpty(search) ? { ...defaults } : { ...defaults, search };
