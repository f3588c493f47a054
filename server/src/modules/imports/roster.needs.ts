import type { ImportKind } from '#schema/codes/import.codes.ts';
import { helperNeeds, type ImportNeed } from '#schema/codes/import-needs.ts';
import { columnsOfHelpers } from './helpers.rules.ts';
import {
  maySpeakOfEnd,
  maySpeakOfHelper,
  maySpeakOfSuccessor,
  maySpeakOfThirdHelper,
} from './tie-headings.ts';
import { maySpeakOfVisit, maySpeakOfVisitor } from './visit-headings.ts';

const aboutHelpers = new Set<string>([...columnsOfHelpers, 'helperRole']);

interface Recognised {
  readonly recognised: readonly { readonly key: string }[];
}

/** Whether a sheet has any column about helpers. */
export const namesHelpers = ({ recognised }: Recognised): boolean =>
  recognised.some(({ key }) => aboutHelpers.has(key));

/** What a sheet must say besides since it has columns about helpers; nothing of one that has none of them. */
export function unmetOfHelpers(kind: ImportKind, header: Recognised): readonly ImportNeed[] {
  if (kind !== 'ROSTER' || !namesHelpers(header)) return [];
  const found = new Set(header.recognised.map(({ key }) => key));
  return helperNeeds.filter((need) => !need.some((way) => way.every((key) => found.has(key))));
}

/**
 * What a heading that was not understood, or that another column was taken for, may mean, where nobody must be left to
 * guess: passed over, the last day of a pairing would let it run on, the only columns about helpers would leave every
 * household without one, and a second day of visits would lose the second visit of every row. Null where the heading is of
 * no such kind.
 */
export function mayMean(
  kind: ImportKind,
  header: Recognised,
  { heading, group = '' }: { readonly heading: string; readonly group?: string },
): string[] | null {
  if (kind === 'VISITS') {
    if (maySpeakOfVisitor(heading)) return ['helperName'];
    return maySpeakOfVisit(heading) ? ['visitedOn'] : null;
  }
  if (kind !== 'ROSTER') return null;
  // 日期 below 退帮 speaks of an end as well.
  if (maySpeakOfEnd(heading) || (group !== '' && maySpeakOfEnd(group + heading))) return ['endedOn'];
  if (maySpeakOfThirdHelper(heading)) return ['helperName', 'assistantName'];
  if (maySpeakOfSuccessor(heading)) return ['helperName'];
  return !namesHelpers(header) && maySpeakOfHelper(heading) ? ['helperName'] : null;
}
