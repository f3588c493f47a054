import { randomBytes } from 'node:crypto';

/** What the sessions of this process are called in the database, so that it knows its own. */
export const processName = `bangfu ${randomBytes(4).toString('hex')}`;

/**
 * A session whose client was cut off by the network hears nothing of it. The system asks after ten quiet seconds, every
 * five seconds, and gives up after the third question; what was sent and never confirmed ends it as well. The usual two
 * hours would keep its locks for so long.
 */
export const keepalives = {
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 3,
  tcp_user_timeout: 25_000,
};

/**
 * How values are written on the wire. A role or a database may have habits of its own, and a day or a text in another
 * form is one that nobody here can read.
 */
export const formats = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  standard_conforming_strings: 'on',
};

/** Milliseconds; 0 is without end. */
export interface TimeLimits {
  readonly statement_timeout: number;
  /** Between two statements of a transaction: it holds locks, and nobody may come back to end it. */
  readonly idle_in_transaction_session_timeout: number;
  /** For one lock. */
  readonly lock_timeout: number;
}

/**
 * Nothing here pauses for seconds within a transaction, but for a process that is overloaded. What waits longer for a
 * lock than these waits for somebody who does not come back, such as a person at a console of the database; without a
 * limit a mutation that is allowed minutes, or work in the background, would hold its own locks as long.
 */
const ofRequests = { idle_in_transaction_session_timeout: 15_000, lock_timeout: 5_000 };
const ofBackground = { idle_in_transaction_session_timeout: 60_000, lock_timeout: 300_000 };

export const requestLimits = (statementMs: number): TimeLimits => ({
  statement_timeout: statementMs,
  ...ofRequests,
});

/** For commands and work in the background: half an hour for one statement. */
export const backgroundLimits: TimeLimits = { statement_timeout: 1_800_000, ...ofBackground };

/** For the owner of the tables: filling and validating a large one takes as long as it takes. */
export const ownerLimits: TimeLimits = { ...ofBackground, statement_timeout: 0 };

/** For single connections, such as those of migrations, which hold the locks that hurt most. */
export const directSettings = {
  ...keepalives,
  idle_in_transaction_session_timeout: ofBackground.idle_in_transaction_session_timeout,
};
