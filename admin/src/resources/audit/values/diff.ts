type Values = Readonly<Record<string, unknown>>;

export interface AuditChange {
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
    // What cannot be parsed is shown as it is.
    return { value: text };
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Bookkeeping columns, which say nothing about the change. */
export const INNER: ReadonlySet<string> = new Set([
  ...['id', 'countyCode', 'pinyin', 'headPinyin', 'usernameSkeleton', 'version', 'ordinal', 'storageKey'],
]);

/** The changed fields of an audit row; for a created or ended record, all of its values. */
export function changesBetween(oldText: string | null, newText: string | null): AuditChange[] {
  const [old, now] = [parse(oldText), parse(newText)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((field) => ({ field, before: old[field], after: now[field] }))
    .filter(({ field, before, after }) => !INNER.has(field) && !same(before, after));
}
