import { sql } from 'drizzle-orm';
import { idempotency } from '#schema/platform/platform.table.ts';
import type { Context, WorkContext } from './context.ts';
import { AppError, refuse } from './errors.ts';
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
    const key = sql`${idempotency.countyCode} = ${countyCode} and ${idempotency.userId} = ${userId}
      and ${idempotency.clientMutationId} = ${clientMutationId}`;
    // Two of the same at once: the second waits here and then finds the first one's answer.
    await work.db.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${userId} ${clientMutationId}`}, 0))`,
    );
    const [kept] = await work.db.select().from(idempotency).where(key);
    if (kept) {
      if (kept.mutation !== mutation || kept.inputHash !== inputHash) {
        throw refuse('IDEMPOTENCY_MISMATCH', { 'input.clientMutationId': 'IDEMPOTENCY_MISMATCH' });
      }
      return { ...(JSON.parse(kept.result) as R), clientMutationId };
    }
    const result = await run(work);
    await work.db.insert(idempotency).values({
      countyCode,
      userId,
      clientMutationId,
      mutation,
      inputHash,
      result: JSON.stringify(result),
      at: ctx.clock.now().toISOString(),
    });
    return { ...result, clientMutationId };
  });
}

/** Keyed, because inputs hold identity numbers that a plain hash would give away. */
function fingerprint(ctx: Context, input: CommandInput): string {
  const text = JSON.stringify(input, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return ctx.cipher.hash('input', text).toString('hex');
}
