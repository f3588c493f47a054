import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { causeCode } from '#platform/write/refusals.ts';
import type { Migration, MigrationStep } from './migration-files.ts';

/** A waiting lock blocks all later statements on the table, so each attempt waits no longer than this. */
const lockTimeout = '1s';
const triesForLock = 120;
const pauseMs = 500;

/**
 * Runs a migration statement by statement. Each finished statement is noted in its own transaction, so an interrupted
 * migration continues where it stopped; a statement that cannot run in a transaction is recognised by the name of its
 * index.
 */
export async function runSteps(
  sql: Sql,
  { tag, steps }: Migration,
  say: (line: string) => void,
): Promise<void> {
  await sql.unsafe(`create table if not exists drizzle.migration_step (
    tag text not null, step integer not null, primary key (tag, step))`);
  const rows = await sql<{ step: number }[]>`select step from drizzle.migration_step where tag = ${tag}`;
  const done = new Set(rows.map(({ step }) => step));
  for (const [number, step] of steps.entries()) {
    if (done.has(number)) continue;
    say(
      `迁移 ${tag} ${number + 1}/${steps.length} / migration ${tag}, step ${number + 1} of ${steps.length}`,
    );
    const note = (on: Sql) => on`insert into drizzle.migration_step (tag, step) values (${tag}, ${number})`;
    if (/\bconcurrently\b/i.test(step.text)) {
      await concurrently(sql, step);
      await note(sql);
    } else if (step.isRepeated) {
      while ((await locking(sql, (tx) => tx.unsafe(step.text))).count > 0);
      await note(sql);
    } else
      await locking(sql, async (tx) => {
        await tx.unsafe(step.text);
        await note(tx);
      });
  }
}

/** Runs in a transaction that gives up soon if it does not get a lock, and retries. */
export async function locking<T>(sql: Sql, act: (tx: Sql) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await sql.begin(async (tx) => {
        await tx.unsafe(`set local lock_timeout = '${lockTimeout}'`);
        return act(tx as unknown as Sql);
      })) as T;
    } catch (error) {
      if (causeCode(error) !== lockNotAvailable || attempt >= triesForLock) throw error;
    }
    await sleep(pauseMs);
  }
}
const lockNotAvailable = '55P03';

/** An index whose creation was interrupted exists but is invalid: it is built again. */
async function concurrently(sql: Sql, { text }: MigrationStep): Promise<void> {
  const made = /^create\s+(?:unique\s+)?index\s+concurrently\s+"?(\w+)"?/i.exec(text)?.[1];
  if (made) {
    const [found] = await sql<{ valid: boolean }[]>`
      select indisvalid as valid from pg_index where indexrelid = to_regclass(${`public.${made}`})`;
    if (found?.valid) return;
    if (found) await sql.unsafe(`drop index concurrently public."${made}"`);
  }
  await sql.unsafe(text);
}
