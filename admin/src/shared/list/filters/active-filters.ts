type Values = Readonly<Record<string, unknown>>;

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.values(value).every(isEmpty));

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What narrows a list, by source. */
export const narrowing = (values: Values): [source: string, value: unknown][] =>
  Object.entries(values).filter(([, value]) => !isEmpty(value));

/** Of that, what can be taken away: not what is typed into the search box, nor what the list is narrowed by anyway. */
export const removable = (values: Values, defaults: Values): [source: string, value: unknown][] =>
  narrowing(values).filter(([source, value]) => source !== 'search' && !isSame(value, defaults[source]));

/** Where nothing is found: what somebody has narrowed the list by goes first, and only then what it is narrowed by anyway. */
export function wider(values: Values, defaults: Values): Record<string, unknown> {
  const isChosen = ([source, value]: [string, unknown]) => !isSame(value, defaults[source]);
  return narrowing(values).some(isChosen) ? { ...defaults } : {};
}

/** The others stay; where the list has a usual value, that comes back. */
export function withoutFilter(values: Values, defaults: Values, source: string): Record<string, unknown> {
  const { [source]: _, ...rest } = values;
  return source in defaults ? { ...rest, [source]: defaults[source] } : rest;
}

/** All that can be taken away is taken away; what is typed into the search box stays there. */
export const withoutFilters = ({ search }: Values, defaults: Values): Record<string, unknown> =>
  isEmpty(search) ? { ...defaults } : { ...defaults, search };
