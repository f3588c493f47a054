import { type SQL, sql } from 'drizzle-orm';
import { preparedJson, value } from '#platform/database/prepared.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { apiToken, appUser, session, userGrant } from '#schema/identity/identity.table.ts';
import { accessToken } from '#schema/identity/pace.table.ts';
import { secondFactorPolicy } from '#schema/identity/second-factor.table.ts';

/*
 * Every request begins with one of these: who asks and what is held today, in one statement each.
 */

export interface HeldGrant {
  readonly role: string;
  readonly divisionCode: string | null;
}

interface Person {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly mustChangePassword: boolean;
  /** A role held on the day requires a second factor, and there is none. */
  readonly mustEnrol: boolean;
}

interface Asker {
  readonly user: Person;
  /** In force on the day. */
  readonly grants: readonly HeldGrant[];
}

export interface SessionAsker extends Asker {
  readonly session: { readonly id: string; readonly createdAt: string; readonly lastSeenAt: string };
  readonly cadres: readonly { readonly countyCode: string; readonly id: string }[];
}

export interface TokenAsker extends Asker {
  readonly token: {
    readonly id: string;
    readonly divisionCode: string;
    readonly rights: readonly string[];
    readonly lastUsedAt: string | null;
    readonly pointsPerMinute: number | null;
  };
}

const inForce = sql`${userGrant.userId} = ${appUser.id} and ${userGrant.revokedAt} is null
  and ${userGrant.fromOn} <= ${value('today')}::date
  and (${userGrant.toOn} is null or ${userGrant.toOn} >= ${value('today')}::date)`;

/** Grants are looked at only where there is a role that requires it: every request asks. */
const mustEnrol = sql`(${appUser.secondFactorSince} is null and exists (
  select from ${secondFactorPolicy} where ${secondFactorPolicy.requiredRoles} <> '{}' and exists (
    select from ${userGrant} where ${userGrant.role} = any(${secondFactorPolicy.requiredRoles}) and ${inForce})))`;

const person = sql`json_build_object('id', ${appUser.id}, 'username', ${appUser.username},
  'displayName', ${appUser.displayName}, 'mustChangePassword', ${appUser.mustChangePassword}, 'mustEnrol', ${mustEnrol})`;

/** In force on the day; of a token only those that were given before it was made. */
const grantsWhere = (more: SQL) => sql`(select coalesce(json_agg(json_build_object(
    'role', ${userGrant.role}, 'divisionCode', ${userGrant.divisionCode})), '[]')
  from ${userGrant} where ${inForce} and ${more})`;
const grants = grantsWhere(sql`true`);
const grantsBefore = grantsWhere(sql`${userGrant.ordinal} < ${apiToken.ordinal}`);

/**
 * The cadre records of who signed in, by the session itself and not by the row of the account around it: they lie with
 * their counties, and a cluster looks nothing up there row by row of a table that it keeps elsewhere.
 */
const ownCadres = sql`from ${cadre} where ${cadre.status} = 'ACTIVE' and ${cadre.userId} = (
  select known.user_id from ${session} as known where known.token_hash = ${value('hash')}::bytea)`;
const cadres = sql`(select coalesce(json_agg(json_build_object('countyCode', ${cadre.countyCode}, 'id', ${cadre.id})), '[]')
  ${ownCadres})`;

/*
 * The proofs name the version of every row that is looked at: the database writes a new one (xmin) with whatever changes
 * in a row; of a cadre record its key is all that is told. They are good for the day on which they were told, since grants begin and end with one. Of a session nothing
 * else than its end matters, and that is asked each time.
 */
const versionOfPolicy = sql`(select ${secondFactorPolicy}.xmin from ${secondFactorPolicy})`;
const versionsOfGrants = sql`array(select ${userGrant}.xmin from ${userGrant} where ${inForce})`;
const keysOfCadres = sql`array(select ${cadre.countyCode} || ${cadre.id}::text ${ownCadres})`;
const proofOf = (...versions: SQL[]) =>
  sql`row(${appUser}.xmin, ${versionOfPolicy}, ${versionsOfGrants}, ${sql.join(versions, sql`, `)})::text`;

/** The person behind a session that nobody has ended, if the account is still open. */
export const askerBySession = preparedJson<SessionAsker>({
  value: sql`json_build_object('user', ${person}, 'grants', ${grants}, 'cadres', ${cadres},
    'session', json_build_object('id', ${session.id}, 'createdAt', ${session.createdAt}, 'lastSeenAt', ${session.lastSeenAt}))`,
  proof: proofOf(keysOfCadres),
  from: sql`${session} join ${appUser} on ${appUser.id} = ${session.userId}
    where ${session.tokenHash} = ${value('hash')}::bytea and ${session.endedAt} is null and ${appUser.status} = 'ACTIVE'`,
});

const token = (
  rights: SQL,
) => sql`json_build_object('id', ${apiToken.id}, 'divisionCode', ${apiToken.divisionCode},
  'rights', ${rights}, 'lastUsedAt', ${apiToken.lastUsedAt}, 'pointsPerMinute', ${apiToken.pointsPerMinute})`;

const usable = sql`${apiToken.revokedAt} is null and ${apiToken.expiresAt} > ${value('now')}::timestamptz
  and ${appUser.status} = 'ACTIVE'`;

/** The token and its owner, if both are still good. */
export const askerByApiToken = preparedJson<TokenAsker>({
  value: sql`json_build_object('user', ${person}, 'grants', ${grantsBefore}, 'token', ${token(sql`${apiToken.rights}`)})`,
  proof: proofOf(sql`${apiToken}.xmin`),
  from: sql`${apiToken} join ${appUser} on ${appUser.id} = ${apiToken.ownerId}
    where ${apiToken.tokenHash} = ${value('hash')}::bytea and ${usable}`,
});

/** The same by a short-lived token made from it: with the rights that both have. */
export const askerByAccessToken = preparedJson<TokenAsker>({
  value: sql`json_build_object('user', ${person}, 'grants', ${grantsBefore}, 'token', ${token(sql`array(
    select unnest(${apiToken.rights}) intersect select unnest(${accessToken.rights}))`)})`,
  proof: proofOf(sql`${apiToken}.xmin`, sql`${accessToken}.xmin`),
  from: sql`${accessToken} join ${apiToken} on ${apiToken.id} = ${accessToken.apiTokenId}
      join ${appUser} on ${appUser.id} = ${apiToken.ownerId}
    where ${accessToken.tokenHash} = ${value('hash')}::bytea and ${accessToken.expiresAt} > ${value('now')}::timestamptz
      and ${usable}`,
});
