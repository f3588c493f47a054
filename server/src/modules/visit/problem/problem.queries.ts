import { and, eq, sql } from 'drizzle-orm';
import type { WorkContext } from '#platform/core/context.ts';
import type { CountyKey } from '#platform/core/ids.ts';
import { noteInserted, noteUpdated } from '#platform/feed/changes.ts';
import { problem, problemStep, visit } from '#schema/visit/visit.table.ts';

export type ProblemRow = typeof problem.$inferSelect;
export type NewProblem = typeof problem.$inferInsert;

export async function insertProblems(
  ctx: WorkContext,
  rows: readonly NewProblem[],
  steps: readonly (typeof problemStep.$inferInsert)[],
): Promise<ProblemRow[]> {
  if (rows.length === 0) return [];
  const made = await ctx.db
    .insert(problem)
    .values([...rows])
    .returning();
  await ctx.db.insert(problemStep).values([...steps]);
  noteInserted(ctx, problem, made);
  for (const { id, ...place } of made) {
    const own = steps.filter(({ problemId }) => problemId === id);
    noteInserted(ctx, problemStep, own, place);
  }
  return made;
}

export async function updateProblem(
  ctx: WorkContext,
  { countyCode, id }: CountyKey,
  changes: Partial<NewProblem>,
  step: typeof problemStep.$inferInsert,
): Promise<ProblemRow> {
  const [changed] = await ctx.db
    .update(problem)
    .set({ ...changes, version: sql`${problem.version} + 1` })
    .where(and(eq(problem.countyCode, countyCode), eq(problem.id, id)))
    .returning();
  if (!changed) throw new Error('nothing updated');
  await ctx.db.insert(problemStep).values(step);
  noteUpdated(ctx, problem, [changed]);
  noteInserted(ctx, problemStep, [step], changed);
  return changed;
}

export async function findVisitDay(ctx: WorkContext, countyCode: string, id: string, householdId: string) {
  const [row] = await ctx.db
    .select({ visitedOn: visit.visitedOn })
    .from(visit)
    .where(and(eq(visit.countyCode, countyCode), eq(visit.id, id), eq(visit.householdId, householdId)));
  return row?.visitedOn ?? null;
}
