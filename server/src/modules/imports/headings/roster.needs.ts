import { columnsOfHelpers } from '#modules/imports/roster/helpers.rules.ts';
import { helperNeeds, type ImportNeed } from '#schema/codes/imports/import-needs.ts';

const aboutHelpers = new Set<string>([...columnsOfHelpers, 'helperRole']);

interface Recognised {
  readonly recognised: readonly { readonly key: string }[];
}

/** Whether a sheet has any column about helpers. */
export const namesHelpers = ({ recognised }: Recognised): boolean =>
  recognised.some(({ key }) => aboutHelpers.has(key));

/** What a roster with columns about helpers must also contain; nothing where it has none. */
export function unmetOfHelpers(header: Recognised): readonly ImportNeed[] {
  if (!namesHelpers(header)) return [];
  const found = new Set(header.recognised.map(({ key }) => key));
  return helperNeeds.filter((need) => !need.some((way) => way.every((key) => found.has(key))));
}
