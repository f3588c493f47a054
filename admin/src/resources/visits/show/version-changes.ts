import { ChecklistItem } from '#schema/codes/help/visit.codes.ts';
import type { Check } from '../checks.ts';

type Values = Record<string, unknown>;

export interface VersionRow {
  id: string;
  version: number;
  content: string;
  reason: string | null;
  replacedAt: string;
}

export interface VersionChange {
  /** A field of the visit, or an item of the checklist. */
  field: string;
  isCheck: boolean;
  before: Check | string | null;
  after: Check | string | null;
}

export interface FormerVersion extends VersionRow {
  changes: VersionChange[];
}

const FIELDS = [
  ...['visitedOn', 'mode', 'met', 'findings', 'request', 'incomeChange', 'incomeNote', 'nextVisitOn'],
  'noLocationReason',
];

function parse(content: string): Values {
  try {
    const values: unknown = JSON.parse(content);
    return typeof values === 'object' && values !== null ? (values as Values) : {};
  } catch {
    return {};
  }
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

function checkOf(values: Values, item: string): Check | null {
  const checklist: Check[] = Array.isArray(values.checklist) ? values.checklist : [];
  return checklist.find((check) => check.item === item) ?? null;
}

const isSameCheck = (one: Check | null, other: Check | null) =>
  (one?.answer ?? null) === (other?.answer ?? null) && (one?.note || null) === (other?.note || null);

function changesBetween(before: Values, after: Values): VersionChange[] {
  const fields = FIELDS.map((field) => ({
    field,
    isCheck: false,
    before: textOf(before[field]),
    after: textOf(after[field]),
  })).filter((change) => change.before !== change.after);
  const checks = ChecklistItem.keys
    .map((item) => ({
      field: item,
      isCheck: true,
      before: checkOf(before, item),
      after: checkOf(after, item),
    }))
    .filter((change) => !isSameCheck(change.before, change.after));
  return [...fields, ...checks];
}

/** What each correction changed: each former version against the one that replaced it, the latest first. */
export function formerVersions(visit: Values & { versions: readonly VersionRow[] }): FormerVersion[] {
  const latestFirst = [...visit.versions].sort((one, other) => other.version - one.version);
  let later: Values = { ...visit };
  return latestFirst.map((row) => {
    const former = parse(row.content);
    const changes = changesBetween(former, later);
    later = former;
    return { ...row, changes };
  });
}
