import { and, asc, eq, inArray, ne, notInArray, or } from 'drizzle-orm';
import type { WorkContext } from '#platform/core/context.ts';
import { anyValue } from '#platform/read/select.ts';
import { claim, claimStep } from '#schema/claim/claim.table.ts';
import { claimExpense, claimLayer } from '#schema/claim/claim-costs.table.ts';
import { member } from '#schema/household/member.table.ts';
import { organization } from '#schema/organization/organization.table.ts';
import type { problem, visit } from '#schema/visit/visit.table.ts';

export type ClaimRow = typeof claim.$inferSelect;

interface OfHousehold {
  readonly countyCode: string;
  readonly householdId: string;
}

export async function findMember(work: WorkContext, { countyCode, householdId }: OfHousehold, id: string) {
  const [row] = await work.db
    .select()
    .from(member)
    .where(and(eq(member.countyCode, countyCode), eq(member.id, id), eq(member.householdId, householdId)));
  return row ?? null;
}

/** Whether a problem or a visit is one of the household. */
export async function isOfHousehold(
  work: WorkContext,
  table: typeof problem | typeof visit,
  { countyCode, householdId }: OfHousehold,
  id: string,
): Promise<boolean> {
  const found = await work.db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.countyCode, countyCode), eq(table.id, id), eq(table.householdId, householdId)));
  return found.length > 0;
}

export async function organizationExists(work: WorkContext, countyCode: string, id: string) {
  const found = await work.db
    .select({ id: organization.id })
    .from(organization)
    .where(and(eq(organization.countyCode, countyCode), eq(organization.id, id)));
  return found.length > 0;
}

export function findSteps(work: WorkContext, { countyCode, id }: Key) {
  return work.db
    .select()
    .from(claimStep)
    .where(and(eq(claimStep.countyCode, countyCode), eq(claimStep.claimId, id)))
    .orderBy(asc(claimStep.recordedAt), asc(claimStep.id));
}

type Person = Pick<ClaimRow, 'countyCode' | 'id' | 'memberId' | 'personHash'>;

/** Other claims for the same person that stand: by the record in the household, or by the person's number. */
const othersOf = ({ countyCode, id, memberId, personHash }: Person) =>
  and(
    eq(claim.countyCode, countyCode),
    ne(claim.id, id),
    or(eq(claim.memberId, memberId), personHash ? eq(claim.personHash, personHash) : undefined),
    notInArray(claim.status, ['WITHDRAWN', 'REJECTED', 'REVERSED']),
  );

export async function findSimilar(work: WorkContext, person: Person, kind: string, days: readonly string[]) {
  const [row] = await work.db
    .select({ countyCode: claim.countyCode, id: claim.id })
    .from(claim)
    .where(and(othersOf(person), eq(claim.kind, kind), inArray(claim.eventOn, [...days])))
    .orderBy(asc(claim.id))
    .limit(1);
  return row ?? null;
}

/** Which of these receipts stand in another claim for the same person. */
export async function findUsedReceipts(work: WorkContext, person: Person, numbers: readonly string[]) {
  const rows = await work.db
    .selectDistinct({ receiptNumber: claimExpense.receiptNumber })
    .from(claimExpense)
    .innerJoin(claim, and(eq(claim.countyCode, claimExpense.countyCode), eq(claim.id, claimExpense.claimId)))
    .where(
      and(
        eq(claimExpense.countyCode, person.countyCode),
        anyValue(claimExpense.receiptNumber, numbers),
        othersOf(person),
      ),
    );
  return new Set(rows.map(({ receiptNumber }) => receiptNumber));
}

type Key = Pick<ClaimRow, 'countyCode' | 'id'>;

export const expensesOf = ({ countyCode, id }: Key) =>
  and(eq(claimExpense.countyCode, countyCode), eq(claimExpense.claimId, id));
export const layersOf = ({ countyCode, id }: Key) =>
  and(eq(claimLayer.countyCode, countyCode), eq(claimLayer.claimId, id));

export const findExpenses = (work: WorkContext, key: Key) =>
  work.db.select().from(claimExpense).where(expensesOf(key));

export const findLayers = (work: WorkContext, key: Key) =>
  work.db.select().from(claimLayer).where(layersOf(key));
