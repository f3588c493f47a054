import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgSequence,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { Role } from '#schema/codes/organization.codes.ts';
import { UserStatus } from '#schema/codes/user.codes.ts';
import { division } from '#schema/division/division.table.ts';
import { codeChecks, coded } from '../coded.ts';
import { bytes, createdAt, day, instant, version } from '../columns.ts';
import { gramsIn } from '../search.ts';

/** People who sign in. Not county data: one person may hold grants in several counties or a whole province. */
export const appUser = pgTable(
  'app_user',
  {
    id: uuid().primaryKey(),
    username: text().notNull(),
    /** What the name looks like, see username-skeleton.ts; null where an older account looks the same. */
    usernameSkeleton: text(),
    displayName: text().notNull(),
    /** Of the display name, for search and order. */
    pinyin: text().notNull().default(''),
    /** Whose desk looks after the account. */
    divisionCode: text().references(() => division.code, { onUpdate: 'cascade' }),
    /** Argon2id; null until the reset link is used. */
    passwordHash: text(),
    passwordChangedAt: instant(),
    mustChangePassword: boolean().notNull().default(false),
    /** When the second factor was set up, see second-factor.table.ts; null without one. */
    secondFactorSince: instant(),
    status: coded(UserStatus).notNull().default('ACTIVE'),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('app_user_username').on(sql`lower(${t.username})`),
    uniqueIndex('app_user_skeleton').on(t.usernameSkeleton),
    index('app_user_division').on(t.divisionCode),
    index('app_user_search').using('gin', gramsIn([t.username, t.displayName, t.pinyin])),
    ...codeChecks('app_user', t),
  ],
);

/** Orders grants and tokens by their making: a token never gains from a grant that was given after it. */
export const grantOrder = pgSequence('grant_order', { startWith: 2 });
const grantOrdinal = () =>
  bigint({ mode: 'number' })
    .notNull()
    .default(sql.raw(`nextval('${grantOrder.seqName}')`));

/** A role in a division from a day to a day; ended, never deleted. `divisionCode` null: the whole country. */
export const userGrant = pgTable(
  'user_grant',
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    role: coded(Role).notNull(),
    divisionCode: text().references(() => division.code, { onUpdate: 'cascade' }),
    fromOn: day().notNull(),
    toOn: day(),
    revokedAt: instant(),
    createdAt: createdAt(),
    ordinal: grantOrdinal(),
  },
  (t) => [
    index('user_grant_user').on(t.userId),
    check('user_grant_days', sql`${t.toOn} is null or ${t.toOn} >= ${t.fromOn}`),
    ...codeChecks('user_grant', t),
  ],
);

/** Only the hash of the cookie's token is kept. */
export const session = pgTable(
  'session',
  {
    id: uuid().primaryKey(),
    tokenHash: bytes().notNull(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    createdAt: createdAt(),
    lastSeenAt: instant().notNull(),
    /** When a code of the second factor was shown in it last. */
    secondFactorAt: instant(),
    endedAt: instant(),
  },
  (t) => [uniqueIndex('session_token').on(t.tokenHash), index('session_user').on(t.userId)],
);

/** Tokens for third-party programs: a division, some rights, an expiry. Shown once, kept as a hash. */
export const apiToken = pgTable(
  'api_token',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    tokenHash: bytes().notNull(),
    /** First characters, so that people can tell their tokens apart. */
    hint: text().notNull(),
    /** Who made it; its rights never exceed what this person holds today. */
    ownerId: uuid()
      .notNull()
      .references(() => appUser.id),
    divisionCode: text()
      .notNull()
      .references(() => division.code, { onUpdate: 'cascade' }),
    rights: text().array().notNull(),
    /** A budget of its own; null: what the server gives every token. */
    pointsPerMinute: integer(),
    expiresAt: instant().notNull(),
    lastUsedAt: instant(),
    revokedAt: instant(),
    createdAt: createdAt(),
    ordinal: grantOrdinal(),
  },
  (t) => [
    uniqueIndex('api_token_token').on(t.tokenHash),
    index('api_token_owner').on(t.ownerId),
    check('api_token_points', sql`${t.pointsPerMinute} > 0`),
  ],
);

export const passwordReset = pgTable(
  'password_reset',
  {
    id: uuid().primaryKey(),
    tokenHash: bytes().notNull(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    createdBy: uuid(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [uniqueIndex('password_reset_token').on(t.tokenHash), index('password_reset_user').on(t.userId)],
);

/**
 * Failed sign-ins by account and by address; the lock-out counts them. An attempt takes its place before the password
 * is looked at, so a hundred at once get no more tries than a hundred in turn.
 */
export const loginFailure = pgTable('login_failure', {
  /** Kind and keyed hash: what people type for a name may be a password. */
  key: text().primaryKey(),
  /** When the last ones were, at most as many as lock. */
  failedAt: instant().array().notNull().default(sql`'{}'::timestamptz[]`),
  /** Attempts under way. */
  pending: integer().notNull().default(0),
  lastAttemptAt: instant().notNull(),
  lockedUntil: instant(),
  /** Tries that a lock refused, the password unread, and when the first of them was; they are counted anew for each lock. */
  refused: integer().notNull().default(0),
  refusedSince: instant(),
});
