import { record } from '#platform/audit.ts';
import { command } from '#platform/command.ts';
import type { Context, WorkContext } from '#platform/context.ts';
import { invalid, notFound, refuse } from '#platform/errors.ts';
import { isUuid, parseGlobalId } from '#platform/ids.ts';
import { constraintMeans } from '#platform/refusals.ts';
import type { LinkCadreInput } from '#schema/identity/user.type.ts';
import { lockCadre, tieCadre } from './account.queries.ts';
import { holdsIn } from './user.policy.ts';
import type { UserRow } from './user.queries.ts';
import { lockManaged } from './user.service.ts';

constraintMeans('cadre_user', 'ALREADY_EXISTS', 'input.cadreId');

/** Says which cadre record is which account; an account has at most one in each county. */
export async function linkCadre(ctx: Context, input: LinkCadreInput) {
  const countyCode = parseGlobalId(input.cadreId)?.parts[0] ?? '';
  return command(ctx, 'linkCadre', countyCode, input, async (work) => {
    const user = input.userId ? await lockManaged(work, input.userId, 'input.userId') : null;
    await tieCadreToUser(work, input.cadreId, user);
    return { user: user ? [user.id] : null };
  });
}

export async function tieCadreToUser(
  work: WorkContext,
  cadreId: string,
  user: UserRow | null,
): Promise<void> {
  const path = 'input.cadreId';
  const parsed = parseGlobalId(cadreId);
  const [countyCode = '', id = ''] = parsed?.parts ?? [];
  if (parsed?.type !== 'Cadre' || parsed.parts.length !== 2 || !isUuid(id))
    throw invalid({ [path]: 'INVALID_ID' });
  const cadre = await lockCadre(work, { countyCode, id });
  if (!cadre || !holdsIn(work.viewer, 'user.write', cadre.divisionCode)) throw notFound(path);
  if (user && cadre.userId !== null && cadre.userId !== user.id) {
    throw refuse('ALREADY_EXISTS', { [path]: 'ALREADY_EXISTS' });
  }
  await tieCadre(work, cadre, user?.id ?? null);
  record(work, {
    countyCode,
    divisionCode: cadre.divisionCode,
    action: 'linkCadre',
    entity: 'Cadre',
    entityId: id,
    before: { userId: cadre.userId },
    after: { userId: user?.id ?? null },
  });
}
