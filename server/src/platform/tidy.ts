/** Text as it is kept: without blanks around it, and null where nothing is left. Absent stays absent. */
export function tidy<T extends object>(fields: T): T {
  const tidied = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.trim() || null : value,
  ]);
  return Object.fromEntries(tidied) as T;
}

/** A name as it is kept: one width of characters, no blanks around it. */
export const tidyName = (name: string): string => name.normalize('NFKC').trim();
