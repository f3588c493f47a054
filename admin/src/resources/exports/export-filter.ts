/** Filter of the input: under the name of its list, and only where anything narrows it. */
export const exportFilter = (
  list: string,
  filter: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined => (Object.keys(filter).length > 0 ? { [list]: filter } : undefined);
