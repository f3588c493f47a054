import type { Context, WorkContext } from '#platform/context.ts';
import { refuse } from '#platform/errors.ts';
import { residentIdColumns, residentIdHash } from '#platform/personal.ts';
import { maskResidentId } from '#schema/person/mask.ts';
import { onFile } from './member.queries.ts';
import type { Identity } from './member.rules.ts';

/** Nobody is a present member of two households of one county, and the dead of none. `ownId`: the record that may be the same person. */
export async function checkNotOnFile(
  work: WorkContext,
  countyCode: string,
  personNumber: string | null,
  path: string,
  ownId?: string,
): Promise<void> {
  if (personNumber === null) return;
  const records = await onFile(work, countyCode, residentIdHash(work, personNumber));
  const others = records.filter((record) => record.id !== ownId);
  if (others.some(({ leftReason }) => leftReason === 'DEATH'))
    throw refuse('PERSON_DIED', { [path]: 'PERSON_DIED' });
  if (others.length > 0) throw refuse('DUPLICATE_PERSON', { [path]: 'DUPLICATE_PERSON' });
}

/** The columns of an identity document; a disability certificate is found and masked by the resident id in it. */
export function documentColumns(ctx: Context, owner: string, { number, personNumber }: Identity) {
  const columns = residentIdColumns(ctx, owner, number);
  if (personNumber === null || personNumber === number) return columns;
  return {
    ...columns,
    residentIdHash: residentIdHash(ctx, personNumber),
    residentIdMasked: maskResidentId(personNumber),
  };
}
