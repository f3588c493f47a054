import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, createdAt, day, instant } from '../columns.ts';
import { apiToken } from './identity.table.ts';

/**
 * What the processes together have taken out of each caller's budget in the running minute. Unlogged: it is worth
 * nothing after a crash, and a lease must not wait for the disk.
 */
export const rateLimitWindow = pgTable('pace_window', {
  /** A token or a person. */
  callerId: uuid().primaryKey(),
  windowAt: instant().notNull(),
  leased: integer().notNull(),
  /** Of that, what the last lease got. */
  granted: integer().notNull(),
});

/**
 * How often somebody has searched by a whole number of a person, by themselves or by their tokens, in the running hour
 * and day. Logged, for a restart must not give the budget anew.
 */
export const numberSearch = pgTable('number_search', {
  userId: uuid().primaryKey(),
  hourAt: instant().notNull(),
  inHour: integer().notNull(),
  /** In Asia/Shanghai. */
  onDay: day().notNull(),
  inDay: integer().notNull(),
});

/** What each token did on each day, counted in Asia/Shanghai. */
export const tokenUsage = pgTable(
  'token_usage',
  {
    tokenId: uuid()
      .notNull()
      .references(() => apiToken.id),
    /** Part of a global id, which anybody may make up: text takes all of them. */
    day: text().notNull(),
    operations: integer().notNull(),
    points: bigint({ mode: 'number' }).notNull(),
    refusals: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tokenId, t.day] }),
    check(
      'token_usage_counts',
      sql`${t.day} ~ '^\\d{4}-\\d{2}-\\d{2}$' and least(${t.operations}, ${t.points}, ${t.refusals}) >= 0`,
    ),
  ],
);

/** Short-lived tokens that programs get for their own by OAuth 2; never wider than it. */
export const accessToken = pgTable(
  'access_token',
  {
    id: uuid().primaryKey(),
    tokenHash: bytes().notNull(),
    /** The token it was made from: it ends with that one. */
    apiTokenId: uuid()
      .notNull()
      .references(() => apiToken.id),
    rights: text().array().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('access_token_token').on(t.tokenHash),
    index('access_token_parent').on(t.apiTokenId),
    index('access_token_expiry').on(t.expiresAt),
  ],
);
