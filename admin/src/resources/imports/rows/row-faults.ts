import { useQuery } from '@tanstack/react-query';
import { request } from '../../../api/client.ts';
import { notAllowed } from '../../../api/errors.ts';
import { doubtfulRows, refusedRows } from '../imports.graphql.ts';

/** A fault or a warning about one cell. */
export interface RowFault {
  key: string;
  row: number;
  sheet: string;
  column: string;
  code: string;
  value: string | null;
  zh: string;
  en: string;
}

export interface RowFaults {
  faults: RowFault[];
  /** Number of rows with at least one. */
  total: number;
}

type Said = Pick<RowFault, 'column' | 'code' | 'value' | 'zh' | 'en'>;
interface Page {
  nodes: readonly { id: string; rowNumber: number; sheetName: string; said: readonly Said[] }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
type LoadPage = (after: string | null) => Promise<Page>;

/** More than anybody reads on a screen. */
export const MOST_ROWS = 1_000;

async function load(loadPage: LoadPage): Promise<RowFaults> {
  const faults: RowFault[] = [];
  let after: string | null = null;
  let total = 0;
  for (let rows = 0; rows < MOST_ROWS; rows += 100) {
    const page: Page = await loadPage(after);
    total = page.totalCount;
    for (const { id, rowNumber: row, sheetName: sheet, said } of page.nodes)
      for (const one of said) faults.push({ key: `${id} ${one.column} ${one.code}`, row, sheet, ...one });
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  return { faults, total };
}

/** All faults of the refused rows; `version`, because each run writes them again. */
export const useRefusals = (id: string, version: number, enabled: boolean) =>
  useQuery({
    queryKey: ['imports', 'refusals', id, version],
    queryFn: ({ signal }) =>
      load(async (after) => {
        const { rows } = (await request(refusedRows, { id, after }, { signal })).importBatch;
        if (!rows) throw notAllowed();
        return { ...rows, nodes: rows.nodes.map(({ errors: said, ...row }) => ({ ...row, said })) };
      }),
    enabled,
  });

/** Warnings of rows that are not refused. */
export const useDoubts = (id: string, version: number) =>
  useQuery({
    queryKey: ['imports', 'doubts', id, version],
    queryFn: ({ signal }) =>
      load(async (after) => {
        const { rows } = (await request(doubtfulRows, { id, after }, { signal })).importBatch;
        if (!rows) throw notAllowed();
        return { ...rows, nodes: rows.nodes.map(({ warnings: said, ...row }) => ({ ...row, said })) };
      }),
  });

/** How often each reason occurs, the most frequent first. */
export function countReasons(faults: readonly RowFault[]): { code: string; count: number; one: RowFault }[] {
  const groups = new Map<string, { code: string; count: number; one: RowFault }>();
  for (const one of faults) {
    const group = groups.get(one.code) ?? { code: one.code, count: 0, one };
    groups.set(one.code, { ...group, count: group.count + 1 });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
