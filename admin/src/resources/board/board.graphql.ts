import type { ResultOf } from 'gql.tada';
import { request } from '../../api/client.ts';
import { notAllowed } from '../../api/errors.ts';
import { graphql } from '../../api/graphql.ts';

const counts = graphql(`
  fragment Counts on BoardCounts {
    households
    duties
    done
    lateDone
    due
    overdue
    missed
    excused
    upcoming
    rateBps
    problemsOpen
    missingHelper
  }
`);

const boardRow = graphql(`
  fragment BoardLine on BoardRow {
    households
    duties
    done
    lateDone
    due
    overdue
    missed
    excused
    upcoming
    rateBps
    problemsOpen
    missingHelper
    filter {
      period
      divisionCode
      cadre
    }
    division {
      code
      name
      path
    }
    cadre {
      id
      name
      organization {
        id
        name
      }
    }
  }
`);

const boardDocument = graphql(
  `
    query Board($period: Period!, $divisionCode: String, $by: BoardBy!, $first: Int!, $offset: Int!) {
      quarterBoard(period: $period, divisionCode: $divisionCode) {
        period
        asOf
        totals {
          ...Counts
        }
        rowCount(by: $by)
        rows(by: $by, first: $first, offset: $offset) {
          ...BoardLine
        }
      }
    }
  `,
  [counts, boardRow],
);

export type BoardCounts = ResultOf<typeof counts>;
export type BoardLine = ResultOf<typeof boardRow>;
export type BoardBy = 'COUNTY' | 'TOWNSHIP' | 'VILLAGE' | 'CADRE';

export interface BoardResult {
  period: string;
  asOf: string;
  totals: BoardCounts;
  rows: readonly BoardLine[];
}

export interface BoardQuestion {
  period: string;
  divisionCode: string | null;
  by: BoardBy;
}

const PAGE = 1000;
/** A county has a few thousand cadres at most; the board is loaded as a whole and sorted here. */
const MOST_ROWS = 5000;

export async function loadBoard(question: BoardQuestion, signal: AbortSignal): Promise<BoardResult> {
  const loadPage = async (offset: number) =>
    (await request(boardDocument, { ...question, first: PAGE, offset }, { signal })).quarterBoard;
  const board = await loadPage(0);
  // Rows by cadre need further rights.
  if (!board.rows || board.rowCount === null) throw notAllowed();
  const rows = [...board.rows];
  while (rows.length < Math.min(board.rowCount, MOST_ROWS)) {
    const next = (await loadPage(rows.length)).rows ?? [];
    if (next.length === 0) break;
    rows.push(...next);
  }
  return { period: board.period, asOf: board.asOf, totals: board.totals, rows };
}
