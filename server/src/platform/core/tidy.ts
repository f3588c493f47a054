import { foldLine, prose } from '#schema/text.ts';

/**
 * Text as it is kept: without blanks around it, and null where nothing is left to be seen. `lines` are kept in one
 * spelling besides, as sheets bring them. Absent stays absent.
 */
export function tidy<T extends object>(fields: T, lines: readonly (keyof T & string)[] = []): T {
  const isLine = new Set<string>(lines);
  const tidied = Object.entries(fields).map(([name, value]) => {
    if (typeof value !== 'string') return [name, value];
    if (isLine.has(name)) return [name, foldLine(value) || null];
    return [name, prose(value)];
  });
  return Object.fromEntries(tidied) as T;
}
