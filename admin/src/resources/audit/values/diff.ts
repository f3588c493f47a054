type Values = Readonly<Record<string, unknown>>;

export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

function parse(text: string | null): Values {
  if (text === null) return {};
  try {
    const values: unknown = JSON.parse(text);
    return typeof values === 'object' && values !== null && !Array.isArray(values)
      ? (values as Values)
      : { value: values };
  } catch {
    // What cannot be read is still shown as it stands.
    return { value: text };
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** How the record is kept, which says nothing of what was changed. */
export const INNER: ReadonlySet<string> = new Set([
  ...['id', 'countyCode', 'pinyin', 'headPinyin', 'usernameSkeleton', 'version', 'ordinal', 'storageKey'],
]);

/** What an audit row says changed, field by field; of a record that was made or ended, all that it said. */
export function changesBetween(oldText: string | null, newText: string | null): Change[] {
  const [old, now] = [parse(oldText), parse(newText)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((field) => ({ field, before: old[field], after: now[field] }))
    .filter(({ field, before, after }) => !INNER.has(field) && !same(before, after));
}
