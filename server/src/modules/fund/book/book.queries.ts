import { and, eq } from 'drizzle-orm';
import type { WorkContext } from '#platform/core/context.ts';
import { fundBookEvent } from '#schema/fund/book.table.ts';

/** The answer to a request to reopen the books, if there is one. */
export async function answerTo(work: WorkContext, countyCode: string, requestId: string) {
  const [answer] = await work.db
    .select({ id: fundBookEvent.id })
    .from(fundBookEvent)
    .where(and(eq(fundBookEvent.countyCode, countyCode), eq(fundBookEvent.requestId, requestId)));
  return answer;
}
