import { reaches, reachOf } from '#platform/access/viewer.ts';
import { noCounty } from '#platform/audit/audit.ts';
import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound } from '#platform/core/errors.ts';
import { command } from '#platform/write/command.ts';
import { moveRecords } from '#platform/write/moving/division.ts';
import { auditAct } from '#platform/write/trail.ts';
import { withTransaction } from '#platform/write/transaction.ts';
import type { DivisionMove, MoveDivisionsInput } from '#schema/division/division-verbs.type.ts';
import { type DivisionRow, readDivisions } from './division.data.ts';
import { divisionEntity } from './division.entity.ts';
import { findDivisions, insertChange, upsertDivisions } from './division.queries.ts';
import { type CodeChange, checkChanges } from './division.rules.ts';

/** Rows of one statement: large enough to be quick, small enough to hold. */
const batchSize = 5_000;

export interface LoadResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly countyCodes: readonly string[];
}

export const divisionExists = async (ctx: Context, code: string): Promise<boolean> =>
  (await findDivisions(ctx, [code])).has(code);

/**
 * Loads divisions and their parents from the national list; run again, it updates the names. A village no longer in the
 * list is kept, since households may be registered there.
 */
export async function storeDivisions(
  work: WorkContext,
  codes: readonly string[],
  progress: (count: number) => void = () => undefined,
): Promise<LoadResult> {
  const countyCodes: string[] = [];
  let [total, created, updated] = [0, 0, 0];
  let batch: DivisionRow[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    const changes = await upsertDivisions(work, batch);
    const fresh = changes.filter(Boolean).length;
    total += batch.length;
    created += fresh;
    updated += changes.length - fresh;
    batch = [];
    progress(total);
  };
  for await (const row of readDivisions(codes)) {
    if (row.level === 'COUNTY') countyCodes.push(row.code);
    batch.push(row);
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  const result = { created, updated, unchanged: total - created - updated };
  const entityId = codes.join(' ').slice(0, 200);
  auditAct(work, divisionEntity, null, { action: 'loadDivisions', entityId, after: result });
  return { ...result, countyCodes };
}

/** Replaces old codes by new ones within a county; what stands there moves along. */
export function applyDivisionChanges(ctx: Context, changes: readonly CodeChange[]): Promise<DivisionMove[]> {
  return withTransaction(ctx, async (work) => {
    const codes = changes.flatMap(({ oldCode, newCode }) => [oldCode, newCode]);
    const faults = checkChanges(changes, await findDivisions(work, codes), today(ctx.clock));
    if (Object.keys(faults).length > 0) throw invalid(faults);
    const moves: DivisionMove[] = [];
    for (const { oldCode, newCode, effectiveOn } of changes) {
      const countyCode = oldCode.slice(0, 6);
      await insertChange(work, oldCode, newCode, effectiveOn);
      const counts = await moveRecords(work, { countyCode, oldCode, newCode });
      const count = (type: string) => counts.get(type) ?? 0;
      const moved = { households: count('Household'), cadres: count('Cadre'), grants: count('Grant') };
      auditAct(
        work,
        divisionEntity,
        { code: oldCode },
        {
          action: 'moveDivision',
          countyCode,
          divisionCode: newCode,
          before: { code: oldCode },
          after: { code: newCode, effectiveOn, ...moved },
        },
      );
      moves.push({ oldCode, newCode, ...moved });
    }
    return moves;
  });
}

export async function moveDivisions(ctx: Context, input: MoveDivisionsInput) {
  return command(ctx, 'moveDivisions', noCounty, input, async (work) => {
    const reach = reachOf(ctx.viewer, 'division.write');
    for (const [at, { oldCode }] of input.changes.entries())
      if (!reaches(reach, oldCode)) throw notFound(`input.changes.${at}.oldCode`);
    return { moves: await applyDivisionChanges(work, input.changes) };
  });
}
