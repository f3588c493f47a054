import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { Role } from '#schema/codes/organization.codes.ts';
import { codeChecks, codedList } from '../coded.ts';
import { bytes, createdAt, instant, version } from '../columns.ts';
import { appUser } from './identity.table.ts';

const ofUser = () =>
  uuid()
    .notNull()
    .references(() => appUser.id);

/** What the authenticator app of a person knows. Since when it counts stands at the account. */
export const secondFactor = pgTable(
  'second_factor',
  {
    userId: ofUser().primaryKey(),
    /** Sealed; null until the first code was shown. */
    secretCipher: bytes(),
    /** The next one, until a code of it is shown: the former one goes on until then. */
    pendingCipher: bytes(),
    pendingAt: instant(),
    /** Of the last code that was accepted: neither it nor an earlier one is accepted again. */
    lastStep: bigint({ mode: 'number' }).notNull().default(0),
    /** Wrong codes since the last right one. */
    failures: integer().notNull().default(0),
  },
  (t) => [check('second_factor_pending', sql`(${t.pendingCipher} is null) = (${t.pendingAt} is null)`)],
);

/** For whoever has lost the phone, each good once. Kept as keyed hashes: they are shorter than tokens. */
export const recoveryCode = pgTable(
  'recovery_code',
  { userId: ofUser(), codeHash: bytes().notNull(), usedAt: instant() },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

/** Sign-ins whose password was right and whose code is still to come. */
export const signInChallenge = pgTable(
  'sign_in_challenge',
  {
    id: uuid().primaryKey(),
    tokenHash: bytes().notNull(),
    userId: ofUser(),
    /** Codes tried so far, right or wrong. */
    tries: integer().notNull().default(0),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('sign_in_challenge_token').on(t.tokenHash),
    index('sign_in_challenge_user').on(t.userId),
    index('sign_in_challenge_end').on(t.expiresAt),
  ],
);

/** Who must have a second factor, in one row for the whole country; what it was before stands in the audit trail. */
export const secondFactorPolicy = pgTable(
  'second_factor_policy',
  {
    id: integer().primaryKey().default(1),
    requiredRoles: codedList(Role).notNull().default(sql`'{}'::text[]`),
    /** Whether whole numbers are shown only to whoever has just shown a code. */
    stepUpToReveal: boolean().notNull().default(false),
    /** How long a code counts as just shown. */
    stepUpMinutes: integer().notNull().default(10),
    version: version(),
  },
  (t) => [
    check('second_factor_policy_one', sql`${t.id} = 1`),
    check('second_factor_policy_minutes', sql`${t.stepUpMinutes} between 1 and 240`),
    ...codeChecks('second_factor_policy', t),
  ],
);
