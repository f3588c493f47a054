import { type SQL, sql } from 'drizzle-orm';
import { preparedJson, value } from '#platform/database/prepared.ts';
import { cadre } from '#schema/cadre/cadre.table.ts';
import { apiToken, appUser, session, userGrant } from '#schema/identity/identity.table.ts';
import { accessToken } from '#schema/identity/rate-limit.table.ts';
import { secondFactorPolicy } from '#schema/identity/second-factor.table.ts';

/*
 * Every request begins with one of these statements: each reads a credential, its owner and the grants in force today.
 */

export interface HeldGrantRow {
  readonly role: string;
  readonly divisionCode: string | null;
}

interface Person {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly mustChangePassword: boolean;
  /** A role held on the day requires a second factor, and the user has none. */
  readonly mustEnrol: boolean;
}

interface CredentialOwner {
  readonly user: Person;
  /** Grants that apply on the day. */
  readonly grants: readonly HeldGrantRow[];
}

export interface SessionCredential extends CredentialOwner {
  readonly session: { readonly id: string; readonly createdAt: string; readonly lastSeenAt: string };
  readonly cadres: readonly { readonly countyCode: string; readonly id: string }[];
}

export interface TokenCredential extends CredentialOwner {
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

/** Every request runs this, so grants are read only if some role requires a second factor. */
const mustEnrol = sql`(${appUser.secondFactorSince} is null and exists (
  select from ${secondFactorPolicy} where ${secondFactorPolicy.requiredRoles} <> '{}' and exists (
    select from ${userGrant} where ${userGrant.role} = any(${secondFactorPolicy.requiredRoles}) and ${inForce})))`;

const person = sql`json_build_object('id', ${appUser.id}, 'username', ${appUser.username},
  'displayName', ${appUser.displayName}, 'mustChangePassword', ${appUser.mustChangePassword}, 'mustEnrol', ${mustEnrol})`;

/** Grants that apply on the day; for a token only those older than the token. */
const grantsWhere = (more: SQL) => sql`(select coalesce(json_agg(json_build_object(
    'role', ${userGrant.role}, 'divisionCode', ${userGrant.divisionCode})), '[]')
  from ${userGrant} where ${inForce} and ${more})`;
const grants = grantsWhere(sql`true`);
const grantsBefore = grantsWhere(sql`${userGrant.ordinal} < ${apiToken.ordinal}`);

/**
 * The cadre records of the signed-in user, found by the session's token and not by the row of the account: cadres are
 * sharded by county, and a cluster cannot join them row by row with a table that is kept elsewhere.
 */
const ownCadres = sql`from ${cadre} where ${cadre.status} = 'ACTIVE' and ${cadre.userId} = (
  select known.user_id from ${session} as known where known.token_hash = ${value('hash')}::bytea)`;
const cadres = sql`(select coalesce(json_agg(json_build_object('countyCode', ${cadre.countyCode}, 'id', ${cadre.id})), '[]')
  ${ownCadres})`;

/*
 * The version of a credential lists the `xmin` of every row it was read from, which PostgreSQL renews with each change;
 * of cadre records only the keys are used. It is valid on the day it was read, since grants begin and end by day. The
 * session's own row is left out: only its end matters, and the statement checks that each time.
 */
const versionOfPolicy = sql`(select ${secondFactorPolicy}.xmin from ${secondFactorPolicy})`;
const versionsOfGrants = sql`array(select ${userGrant}.xmin from ${userGrant} where ${inForce})`;
const keysOfCadres = sql`array(select ${cadre.countyCode} || ${cadre.id}::text ${ownCadres})`;
const versionOf = (...versions: SQL[]) =>
  sql`row(${appUser}.xmin, ${versionOfPolicy}, ${versionsOfGrants}, ${sql.join(versions, sql`, `)})::text`;

/** A session that was not ended, with its user if the account is active. */
export const sessionCredential = preparedJson<SessionCredential>({
  value: sql`json_build_object('user', ${person}, 'grants', ${grants}, 'cadres', ${cadres},
    'session', json_build_object('id', ${session.id}, 'createdAt', ${session.createdAt}, 'lastSeenAt', ${session.lastSeenAt}))`,
  version: versionOf(keysOfCadres),
  from: sql`${session} join ${appUser} on ${appUser.id} = ${session.userId}
    where ${session.tokenHash} = ${value('hash')}::bytea and ${session.endedAt} is null and ${appUser.status} = 'ACTIVE'`,
});

const token = (
  rights: SQL,
) => sql`json_build_object('id', ${apiToken.id}, 'divisionCode', ${apiToken.divisionCode},
  'rights', ${rights}, 'lastUsedAt', ${apiToken.lastUsedAt}, 'pointsPerMinute', ${apiToken.pointsPerMinute})`;

const usable = sql`${apiToken.revokedAt} is null and ${apiToken.expiresAt} > ${value('now')}::timestamptz
  and ${appUser.status} = 'ACTIVE'`;

/** An API token with its owner, if the token is valid and the account active. */
export const apiTokenCredential = preparedJson<TokenCredential>({
  value: sql`json_build_object('user', ${person}, 'grants', ${grantsBefore}, 'token', ${token(sql`${apiToken.rights}`)})`,
  version: versionOf(sql`${apiToken}.xmin`),
  from: sql`${apiToken} join ${appUser} on ${appUser.id} = ${apiToken.ownerId}
    where ${apiToken.tokenHash} = ${value('hash')}::bytea and ${usable}`,
});

/** The same for a short-lived access token: with the rights that both tokens have. */
export const accessTokenCredential = preparedJson<TokenCredential>({
  value: sql`json_build_object('user', ${person}, 'grants', ${grantsBefore}, 'token', ${token(sql`array(
    select unnest(${apiToken.rights}) intersect select unnest(${accessToken.rights}))`)})`,
  version: versionOf(sql`${apiToken}.xmin`, sql`${accessToken}.xmin`),
  from: sql`${accessToken} join ${apiToken} on ${apiToken.id} = ${accessToken.apiTokenId}
      join ${appUser} on ${appUser.id} = ${apiToken.ownerId}
    where ${accessToken.tokenHash} = ${value('hash')}::bytea and ${accessToken.expiresAt} > ${value('now')}::timestamptz
      and ${usable}`,
});
