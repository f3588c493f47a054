type Values = Record<string, unknown>;

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const isRange = (value: unknown): value is { from?: unknown; to?: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => key === 'from' || key === 'to');

/**
 * The API's filters are flat: `{ visited: { from, to } }` becomes visitedFrom and visitedTo; empty values are left out.
 */
export function apiFilter(values: Values): Values {
  const flat = Object.entries(values).flatMap(([key, value]) =>
    isRange(value)
      ? [
          [`${key}From`, value.from],
          [`${key}To`, value.to],
        ]
      : [[key, value]],
  );
  return Object.fromEntries(flat.filter(([, value]) => !isEmpty(value)));
}

/** For a switch: while off, all records are requested, not only those to which it does not apply. */
export const onlyWhenOn =
  (name: string) =>
  ({ [name]: isOn, ...filter }: Values): Values =>
    isOn ? { ...filter, [name]: true } : filter;
