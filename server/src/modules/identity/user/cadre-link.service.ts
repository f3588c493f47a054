import { findTied, lockCadre, tieCadre } from '#modules/identity/account/account.queries.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { type CountyKey, globalId, isUuid, parseGlobalId } from '#platform/core/ids.ts';
import { command } from '#platform/write/command.ts';
import type { LinkCadreInput } from '#schema/identity/user.type.ts';
import { managesIn } from './user.policy.ts';
import type { UserRow } from './user.queries.ts';
import { closeWaysIn, lockManaged } from './user.service.ts';

/** Links a cadre record to an account; an account has at most one in each county. */
export async function linkCadre(ctx: Context, input: LinkCadreInput) {
  const countyCode = parseGlobalId(input.cadreId)?.parts[0] ?? '';
  return command(ctx, 'linkCadre', countyCode, input, async (work) => {
    const user = input.userId ? await lockManaged(work, input.userId, 'input.userId') : null;
    // Removing the link takes rights from its owner, so it needs the same right as linking.
    const tied = user ? null : await findUserOfCadre(work, input.cadreId);
    if (tied) await lockManaged(work, globalId('User', tied), 'input.cadreId');
    await tieCadreToUser(work, input.cadreId, user, tied);
    return { user: user ? [user.id] : null };
  });
}

const path = 'input.cadreId';

function cadreKey(cadreId: string): CountyKey {
  const parsed = parseGlobalId(cadreId);
  const [countyCode = '', id = ''] = parsed?.parts ?? [];
  if (parsed?.type !== 'Cadre' || parsed.parts.length !== 2 || !isUuid(id))
    throw invalid({ [path]: 'INVALID_ID' });
  return { countyCode, id };
}

const findUserOfCadre = (work: WorkContext, cadreId: string) => findTied(work, cadreKey(cadreId));

export async function tieCadreToUser(
  work: WorkContext,
  cadreId: string,
  user: UserRow | null,
  tied: string | null = null,
): Promise<void> {
  const { countyCode, id } = cadreKey(cadreId);
  const cadre = await lockCadre(work, { countyCode, id });
  if (!cadre || !managesIn(work.viewer, cadre.divisionCode)) throw notFound(path);
  // It was linked to another account meanwhile, which this call has not checked.
  if (!user && cadre.userId !== tied) throw refuse('CONFLICT');
  if (user && cadre.userId !== null && cadre.userId !== user.id) {
    throw refuse('ALREADY_EXISTS', { [path]: 'ALREADY_EXISTS' });
  }
  const userId = user?.id ?? null;
  await tieCadre(work, cadre, userId);
  // The reach of a helper depends on the record: existing links and sessions must not gain from the change.
  if (user && cadre.userId !== user.id) await closeWaysIn(work, user.id);
}
