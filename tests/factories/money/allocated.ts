import { newId } from '#platform/core/ids.ts';
import { fundBook, fundBookEvent } from '#schema/fund/book.table.ts';
import { fundAllocation, fundCommitment } from '#schema/fund/spending/allocation.table.ts';
import type { TestApp } from '#tests/setup/app.ts';

interface OfLine {
  readonly countyCode: string;
  readonly fundId: string;
  readonly lineId: string;
  /** For a place; else for a programme. */
  readonly divisionCode?: string;
}

/** An allocation that nobody has decided, and a commitment and a closing of the books as plain records. */
export async function makeSpendingRecords(
  test: TestApp,
  { countyCode, fundId, lineId, divisionCode }: OfLine,
): Promise<void> {
  const { db } = test.owner;
  const at = test.clock.now().toISOString();
  const allocationId = newId();
  const [amount, by] = [100n, newId()];
  await db.insert(fundAllocation).values({
    ...{ countyCode, id: allocationId, fundId, lineId, amount },
    ...{ target: divisionCode ? 'TOWNSHIP' : 'PROGRAMME', title: '医疗救助', divisionCode },
    ...{ proposedBy: by, proposedAt: at },
  });
  await db.insert(fundCommitment).values({
    ...{ countyCode, id: newId(), fundId, allocationId, amount },
    ...{ payee: '某公司', committedOn: '2026-02-01', committedBy: by, committedAt: at },
  });
  await db.insert(fundBook).values({ countyCode }).onConflictDoNothing();
  await db
    .insert(fundBookEvent)
    .values({ countyCode, id: newId(), kind: 'REOPENING_REQUESTED', recordedBy: by, recordedAt: at });
}
