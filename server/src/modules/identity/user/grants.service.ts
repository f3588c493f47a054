import { divisionExists } from '#modules/division/division.service.ts';
import { spendResetsMadeBy } from '#modules/identity/account/reset.queries.ts';
import { noCounty } from '#platform/audit/audit.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound, refuse } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { command } from '#platform/write/command.ts';
import { lockRow } from '#platform/write/lock.ts';
import { auditAct } from '#platform/write/trail.ts';
import { end, insertAll } from '#platform/write/write.ts';
import type { ErrorCode } from '#schema/codes/errors/error-codes.ts';
import { localRoles } from '#schema/codes/rights.ts';
import type { AddGrantInput, GrantInput, RevokeGrantInput } from '#schema/identity/user.type.ts';
import { overlaps } from './grants.rules.ts';
import { grantEntity, userEntity } from './user.entity.ts';
import { coversRole, excludeEachOther, isAuditor, managesIn, mayNameFirstAuditor } from './user.policy.ts';
import {
  auditorStands,
  findStandingGrants,
  type GrantRow,
  otherAdministratorRemains,
} from './user.queries.ts';
import { closeWaysIn, lockManaged } from './user.service.ts';

export async function addGrant(ctx: Context, input: AddGrantInput) {
  return command(ctx, 'addGrant', noCounty, input, async (work) => {
    const user = await lockManaged(work, input.userId, 'input.userId');
    const [grant] = await giveGrants(work, user.id, [input], () => 'input');
    await closeWaysIn(work, user.id);
    auditAct(work, userEntity, user, { action: 'addGrant', after: grant });
    return { user: [user.id] };
  });
}

/** Gives a user more roles, each within what the viewer holds. */
export async function giveGrants(
  work: WorkContext,
  userId: string,
  wanted: readonly GrantInput[],
  pathOf: (at: number) => string,
): Promise<GrantRow[]> {
  const day = today(work.clock);
  const standing = await findStandingGrants(work, userId, day);
  const createdAt = work.clock.now().toISOString();
  const rows: NewGrant[] = [];
  for (const [at, { role, divisionCode = null, fromOn, toOn = null }] of wanted.entries()) {
    const row = {
      id: newId(),
      userId,
      role,
      divisionCode,
      fromOn: fromOn ?? day,
      toOn,
      revokedAt: null,
      createdAt,
    };
    await checkGrant(work, row, [...standing, ...rows], pathOf(at));
    rows.push(row);
  }
  return insertAll(work, grantEntity, rows, { auditedAs: 'User' });
}

type NewGrant = Omit<GrantRow, 'ordinal'>;

async function checkGrant(
  work: WorkContext,
  grant: NewGrant,
  others: readonly NewGrant[],
  path: string,
): Promise<void> {
  const at = (field: string, code: ErrorCode) => ({ [`${path}.${field}`]: code });
  if (grant.toOn !== null && grant.toOn < grant.fromOn) throw invalid(at('toOn', 'END_BEFORE_START'));
  if (grant.divisionCode !== null && !(await divisionExists(work, grant.divisionCode))) {
    throw notFound(`${path}.divisionCode`);
  }
  if (grant.divisionCode === null && localRoles.has(grant.role)) {
    throw invalid(at('divisionCode', 'REQUIRED_MISSING'));
  }
  if (others.some((other) => excludeEachOther(other, grant))) {
    throw refuse('ROLES_INCOMPATIBLE', at('role', 'ROLES_INCOMPATIBLE'));
  }
  const isFirstAuditor =
    mayNameFirstAuditor(work.viewer, grant) &&
    !(await auditorStands(work, today(work.clock), grant.divisionCode));
  if (!isFirstAuditor && !managesIn(work.viewer, grant.divisionCode, isAuditor([grant]))) {
    const field = managesIn(work.viewer, grant.divisionCode) ? 'role' : 'divisionCode';
    throw refuse('GRANT_EXCEEDS_OWN', at(field, 'GRANT_EXCEEDS_OWN'));
  }
  if (!isFirstAuditor && !coversRole(work.viewer, grant))
    throw refuse('GRANT_EXCEEDS_OWN', at('role', 'GRANT_EXCEEDS_OWN'));
  if (others.some((other) => overlaps(other, grant)))
    throw refuse('GRANT_EXISTS', at('role', 'GRANT_EXISTS'));
}

export async function revokeGrant(ctx: Context, input: RevokeGrantInput) {
  return command(ctx, 'revokeGrant', noCounty, input, async (work) => {
    const grant = await lockRow(work, grantEntity, input.grantId, 'input.grantId', 'user.write');
    if (grant.revokedAt !== null) return { user: [grant.userId] };
    if (!coversRole(work.viewer, grant)) throw refuse('GRANT_EXCEEDS_OWN');
    const isNationalAdministrator = grant.role === 'SYSTEM_ADMINISTRATOR' && grant.divisionCode === null;
    if (
      isNationalAdministrator &&
      !(await otherAdministratorRemains(work, today(ctx.clock), { grantId: grant.id }))
    ) {
      throw refuse('LAST_ADMINISTRATOR');
    }
    const now = ctx.clock.now().toISOString();
    const revoked = { revokedAt: now };
    await end(work, grantEntity, grant, revoked, {
      action: 'revokeGrant',
      entity: 'User',
      entityId: grant.userId,
      after: { ...grant, ...revoked },
    });
    await spendResetsMadeBy(work, grant.userId, now);
    return { user: [grant.userId] };
  });
}
