import { sql } from 'drizzle-orm';
import { idempotency } from '#schema/platform/platform.table.ts';
import type { Context, WorkContext } from './context.ts';
import { AppError, refuse } from './errors.ts';
import { preparedRows, value } from './prepared.ts';
import { withTransaction } from './transaction.ts';

interface CommandInput {
  readonly clientMutationId?: string | null;
}

/**
 * One mutation: a transaction, its audit rows and, with a `clientMutationId`, the promise that a repetition gives the
 * first answer again. `run` answers with keys and plain facts only, since the answer is kept; the rows themselves are
 * read anew each time.
 */
export async function command<R extends object>(
  ctx: Context,
  mutation: string,
  countyCode: string,
  input: CommandInput,
  run: (ctx: WorkContext) => Promise<R>,
): Promise<R & { clientMutationId: string | null }> {
  const userId = ctx.viewer?.userId;
  if (!userId) throw new AppError('UNAUTHENTICATED');
  const clientMutationId = input.clientMutationId ?? null;
  return withTransaction(ctx, async (work) => {
    if (clientMutationId === null) return { ...(await run(work)), clientMutationId };
    const inputHash = fingerprint(ctx, input);
    const key = { countyCode, userId, clientMutationId };
    // Two of the same at once: the second waits here and then finds the first one's answer.
    work.work.sent.push(lockName(work.db, { name: `${userId} ${clientMutationId}` }));
    const [kept] = await findKept(work.db, key);
    if (kept) {
      if (kept.mutation !== mutation || kept.inputHash !== inputHash) {
        throw refuse('IDEMPOTENCY_MISMATCH', { 'input.clientMutationId': 'IDEMPOTENCY_MISMATCH' });
      }
      return { ...(JSON.parse(kept.result) as R), clientMutationId };
    }
    const result = await run(work);
    const at = ctx.clock.now().toISOString();
    work.work.sent.push(keep(work.db, { ...key, mutation, inputHash, result: JSON.stringify(result), at }));
    return { ...result, clientMutationId };
  });
}

const lockName = preparedRows(sql`select pg_advisory_xact_lock(hashtextextended(${value('name')}, 0))`);

const findKept = preparedRows<{ mutation: string; inputHash: string; result: string }>(sql`
  select mutation, input_hash as "inputHash", result from ${idempotency} where county_code = ${value('countyCode')}
    and user_id = ${value('userId')} and client_mutation_id = ${value('clientMutationId')}`);

const keep = preparedRows(sql`
  insert into ${idempotency} (county_code, user_id, client_mutation_id, mutation, input_hash, result, at)
  values (${value('countyCode')}, ${value('userId')}, ${value('clientMutationId')}, ${value('mutation')},
    ${value('inputHash')}, ${value('result')}, ${value('at')})`);

/** Keyed, because inputs hold identity numbers that a plain hash would give away. */
function fingerprint(ctx: Context, input: CommandInput): string {
  const text = JSON.stringify(input, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return ctx.cipher.hash('input', text).toString('hex');
}
