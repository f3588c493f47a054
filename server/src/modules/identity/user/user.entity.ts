import { type SQL, sql } from 'drizzle-orm';
import { divisionEntity } from '#modules/division/division.entity.ts';
import type { Reach } from '#platform/access/viewer.ts';
import { movesWithDivision } from '#platform/feed/place.ts';
import { by, defineEntity, type Entity, many, one } from '#platform/read/entity.ts';
import { below, byDivision, inDivision, oneOf } from '#platform/read/scope.ts';
import { searching } from '#platform/read/search.ts';
import { Role } from '#schema/codes/organization.codes.ts';
import { UserStatus } from '#schema/codes/user.codes.ts';
import { apiToken, appUser, userGrant } from '#schema/identity/identity.table.ts';
import { ApiToken } from '#schema/identity/token.type.ts';
import { Grant, User } from '#schema/identity/user.type.ts';

/** All grants of a visible user, in any division, so that an administrator knows what the user may do. */
function ofUserInReach(userId: SQL, reach: Reach): SQL {
  const places = reach.prefixes.map((prefix) => below(sql.raw('owner.division_code'), prefix));
  const inReach = places.length === 0 ? sql`false` : sql.join(places, sql` or `);
  return sql`exists (select from ${appUser} as owner where owner.id = ${userId} and (${inReach}))`;
}

export const grantEntity = defineEntity({
  type: Grant,
  table: userGrant,
  place: movesWithDivision(),
  endsIn: 'revokedAt',
  key: ['id'],
  plural: 'grants',
  right: 'user.read',
  scope: (t, reach) => ofUserInReach(sql`${t.userId}`, reach),
  relations: {
    division: one(() => divisionEntity, { divisionCode: 'code' }, 'Where; null for the whole country.'),
    user: one((): Entity => userEntity, { userId: 'id' }, 'Whose it is.'),
  },
});

/** Accounts managed by the whole country only have no division, and no narrower reach covers them. */
export const userEntity = defineEntity({
  type: User,
  table: appUser,
  place: movesWithDivision(),
  key: ['id'],
  plural: 'users',
  right: 'user.read',
  scope: byDivision('divisionCode'),
  query: { one: 'user', list: 'users' },
  defaultSort: [{ field: 'USERNAME', direction: 'ASC' }],
  sorts: {
    USERNAME: { description: 'By user name.', sql: (t) => [sql`lower(${t.username})`] },
    DISPLAY_NAME: { description: 'By pinyin of the name.', sql: by('pinyin') },
    CREATED_AT: { description: 'By the making of the account.', sql: by('createdAt') },
  },
  filters: {
    search: {
      type: () => String,
      description: 'Part of the user name, the name, its pinyin or initials.',
      sql: searching('username', 'displayName', 'pinyin'),
    },
    divisionCode: {
      type: () => String,
      description: 'Looked after by this division or one below it.',
      sql: inDivision('divisionCode'),
    },
    role: {
      type: () => [Role.enum],
      description: 'With a grant of any of these roles that has not been withdrawn.',
      sql: (t, roles: readonly string[]) =>
        sql`exists (select from ${userGrant} as held where held.user_id = ${t.id} and held.revoked_at is null
          and held.role = any(${sql.param([...roles])}::text[]))`,
    },
    noSecondFactor: {
      type: () => Boolean,
      description: 'True: signs in by the password alone; false: with a second factor.',
      sql: (t, value: boolean) => sql`(${t.secondFactorSince} is null) = ${value}::boolean`,
    },
    status: { type: () => [UserStatus.enum], description: 'In any of these states.', sql: oneOf('status') },
  },
  relations: {
    division: one(
      () => divisionEntity,
      { divisionCode: 'code' },
      'Whose desk looks after the account; null for the whole country.',
    ),
    grants: many((): Entity => grantEntity, { id: 'userId' }, 'Grants that have not been withdrawn.', {
      where: (t) => sql`${t.revokedAt} is null`,
      order: (t) => [sql`${t.fromOn}`, sql`${t.id}`],
    }),
  },
});

/** Making a token requires the right in its division, so one's own tokens are included. */
export const tokenEntity = defineEntity({
  type: ApiToken,
  table: apiToken,
  place: movesWithDivision({ isOnTrail: true }),
  endsIn: 'revokedAt',
  key: ['id'],
  plural: 'API tokens',
  right: 'token.write',
  scope: byDivision('divisionCode'),
  query: { list: 'tokens' },
  defaultSort: [{ field: 'CREATED_AT', direction: 'DESC' }],
  sorts: {
    CREATED_AT: { description: 'By the making.', sql: by('createdAt') },
    EXPIRES_AT: { description: 'By the end.', sql: by('expiresAt') },
  },
  filters: {
    usable: {
      type: () => Boolean,
      description: 'True: neither revoked nor expired.',
      sql: (t, value: boolean, ctx) => {
        const usable = sql`(${t.revokedAt} is null and ${t.expiresAt} > ${ctx.clock.now().toISOString()}::timestamptz)`;
        return value ? usable : sql`not ${usable}`;
      },
    },
  },
  relations: {
    division: one(() => divisionEntity, { divisionCode: 'code' }, 'Where it reaches.', { nullable: false }),
    owner: one(
      () => userEntity,
      { ownerId: 'id' },
      'Who made it; null where the viewer may not see that person.',
    ),
  },
});
