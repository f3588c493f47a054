import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/client.ts';
import { refusedRows } from './imports.graphql.ts';

export interface Refusal {
  key: string;
  row: number;
  sheet: string;
  column: string;
  code: string;
  value: string | null;
  zh: string;
  en: string;
}

/** More than anybody reads on a screen; the download has them all. */
export const MOST_ROWS = 1_000;

async function load(id: string, signal: AbortSignal): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  let after: string | null = null;
  for (let rows = 0; rows < MOST_ROWS; rows += 100) {
    const answer: Awaited<ReturnType<typeof loadPage>> = await loadPage(id, after, signal);
    for (const { id: rowId, rowNumber, sheetName, errors } of answer.nodes) {
      for (const error of errors) {
        const key = `${rowId} ${error.column} ${error.code}`;
        refusals.push({ key, row: rowNumber, sheet: sheetName, ...error });
      }
    }
    if (!answer.pageInfo.hasNextPage) break;
    after = answer.pageInfo.endCursor;
  }
  return refusals;
}

const loadPage = async (id: string, after: string | null, signal: AbortSignal) =>
  (await request(refusedRows, { id, after }, { signal })).importBatch.rows;

/** Every fault of the refused rows; `version` because a run writes them anew. */
export function useRefusals(id: string, version: number, enabled: boolean) {
  return useQuery({
    queryKey: ['imports', 'refusals', id, version],
    queryFn: ({ signal }) => load(id, signal),
    enabled,
  });
}

/** How often each reason occurs, the commonest first. */
export function countReasons(refusals: readonly Refusal[]): { code: string; count: number; one: Refusal }[] {
  const groups = new Map<string, { code: string; count: number; one: Refusal }>();
  for (const one of refusals) {
    const group = groups.get(one.code) ?? { code: one.code, count: 0, one };
    groups.set(one.code, { ...group, count: group.count + 1 });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
