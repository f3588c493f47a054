import { sql } from 'drizzle-orm';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { AppError, invalid, refuse } from '#platform/core/errors.ts';
import { preparedRows, value } from '#platform/database/prepared.ts';
import { idempotency } from '#schema/platform/platform.table.ts';
import { placed } from './refusals.ts';
import { withTransaction } from './transaction.ts';

interface CommandInput {
  readonly clientMutationId?: string | null;
}

interface CommandOptions<A> {
  /** Sent together with BEGIN, see `withTransaction`; runs even where a repetition gets the stored answer. */
  readonly ahead?: (ctx: WorkContext) => A;
  /** For what must never run twice, such as payments: without a `clientMutationId` the input is refused. */
  readonly needsClientMutationId?: boolean;
}

/**
 * Runs one mutation: in a transaction, with its audit rows and, with a `clientMutationId`, idempotently: a repetition
 * gets the first answer again. The result of `run` is stored, so it holds keys and plain facts only; the rows are read
 * from the database each time.
 */
export async function command<R extends object, A = undefined>(
  ctx: Context,
  mutation: string,
  countyCode: string,
  input: CommandInput,
  run: (ctx: WorkContext, ahead: A) => Promise<R>,
  { ahead = () => undefined as A, needsClientMutationId = false }: CommandOptions<A> = {},
): Promise<R & { clientMutationId: string | null }> {
  if (!ctx.viewer) throw new AppError('UNAUTHENTICATED');
  // Keys of a token are separate from those of its owner's session and of other tokens.
  const callerId = ctx.viewer.tokenId ?? ctx.viewer.userId;
  const clientMutationId = input.clientMutationId ?? null;
  if (needsClientMutationId && !clientMutationId)
    throw invalid({ 'input.clientMutationId': 'REQUIRED_MISSING' });
  const atItsField = (error: unknown) => Promise.reject(placed(error, input));
  if (clientMutationId === null) {
    const result = await withTransaction(ctx, run, ahead).catch(atItsField);
    return { ...result, clientMutationId };
  }
  const key = { countyCode, callerId, clientMutationId };
  const inputHash = fingerprint(ctx, input);
  const once = async (work: WorkContext, { kept: keptResult, more }: { kept: PendingResult; more: A }) => {
    const [kept] = await keptResult;
    if (kept) {
      if (kept.mutation !== mutation || kept.inputHash !== inputHash) {
        throw refuse('IDEMPOTENCY_MISMATCH', { 'input.clientMutationId': 'IDEMPOTENCY_MISMATCH' });
      }
      return JSON.parse(kept.result) as R;
    }
    const result = await run(work, more);
    const at = ctx.clock.now().toISOString();
    work.pending.sent.push(
      keep(work.db, { ...key, mutation, inputHash, result: JSON.stringify(result), at }),
    );
    return result;
  };
  const result = await withTransaction(ctx, once, (work) => {
    // Of two identical requests at once the second waits for this lock and then finds the first one's answer.
    work.pending.sent.push(lockName(work.db, { name: `${callerId} ${clientMutationId}` }));
    return { kept: findKept(work.db, key), more: ahead(work) };
  }).catch(atItsField);
  return { ...result, clientMutationId };
}

type PendingResult = ReturnType<typeof findKept>;

const lockName = preparedRows(sql`select pg_advisory_xact_lock(hashtextextended(${value('name')}, 0))`);

const findKept = preparedRows<{ mutation: string; inputHash: string; result: string }>(sql`
  select mutation, input_hash as "inputHash", result from ${idempotency} where county_code = ${value('countyCode')}
    and user_id = ${value('callerId')} and client_mutation_id = ${value('clientMutationId')}`);

const keep = preparedRows(sql`
  insert into ${idempotency} (county_code, user_id, client_mutation_id, mutation, input_hash, result, at)
  values (${value('countyCode')}, ${value('callerId')}, ${value('clientMutationId')}, ${value('mutation')},
    ${value('inputHash')}, ${value('result')}, ${value('at')})`);

/** A keyed hash: inputs hold identity numbers, which could be guessed from a plain hash. */
function fingerprint(ctx: Context, input: CommandInput): string {
  const text = JSON.stringify(input, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return ctx.cipher.hash('input', text).toString('hex');
}
