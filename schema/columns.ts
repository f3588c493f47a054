import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  customType,
  date,
  integer,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/** First column of the primary key and of every foreign key of county data: tenancy and shard key in one. */
export const countyCode = () => text().notNull();
/** UUIDv7, made by the client where the record is born offline. */
export const rowId = () => uuid().notNull();
export const day = () => date({ mode: 'string' });
/** An amount of money in whole fen, never a float. */
export const fen = () => bigint({ mode: 'bigint' });
export const instant = () => timestamp({ withTimezone: true, mode: 'string' });
/** Optimistic lock: raised by one at every edit. */
export const version = () => integer().notNull().default(1);
export const createdAt = () => instant().notNull();
export const emptyTextList = () => text().array().notNull().default(sql`'{}'::text[]`);

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
/** JSON kept as text, to the letter: hashes are made over it. */
export const jsonText = () => text();

/** A masked number shows its end only; where there is none, all is well. */
export const isShortMask = (column: AnyPgColumn): SQL => sql`length(${column}) <= 8`;
