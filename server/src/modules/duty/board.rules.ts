import { rateOf } from './duty.rules.ts';

export interface Counts {
  households: number;
  duties: number;
  done: number;
  lateDone: number;
  due: number;
  overdue: number;
  missed: number;
  excused: number;
  upcoming: number;
  rateBps: number | null;
  problemsOpen: number;
  missingHelper: number;
}

/** Duties of one village, one helper where it is counted by helper, and one status. */
export interface DutyCell {
  readonly countyCode: string;
  readonly villageCode: string;
  readonly cadreId?: string;
  readonly status: string;
  readonly isOverdue: boolean;
  readonly count: number;
}

/** A number that belongs to one village or one cadre. */
export interface Tally {
  readonly key: string;
  readonly count: number;
}

export const noCounts = (): Counts => ({
  households: 0,
  duties: 0,
  done: 0,
  lateDone: 0,
  due: 0,
  overdue: 0,
  missed: 0,
  excused: 0,
  upcoming: 0,
  rateBps: null,
  problemsOpen: 0,
  missingHelper: 0,
});

const columnOf: Record<string, 'done' | 'due' | 'missed' | 'excused' | 'upcoming'> = {
  DONE: 'done',
  LATE_DONE: 'done',
  DUE: 'due',
  MISSED: 'missed',
  EXCUSED: 'excused',
  UPCOMING: 'upcoming',
};

export type TallyName = 'households' | 'problemsOpen' | 'missingHelper';

/**
 * Adds cells and tallies up by what `keyOf…` makes of them. Every row of a board, and its total, comes from the same
 * cells, so that parts and whole agree.
 */
export function addUp(
  cells: readonly DutyCell[],
  keyOfCell: (cell: DutyCell) => string,
  tallies: Readonly<Record<TallyName, readonly Tally[]>>,
  keyOfTally: (key: string) => string,
): Map<string, Counts> {
  const rows = new Map<string, Counts>();
  const row = (key: string): Counts => {
    const known = rows.get(key) ?? noCounts();
    rows.set(key, known);
    return known;
  };
  for (const cell of cells) {
    const counts = row(keyOfCell(cell));
    const column = columnOf[cell.status];
    counts.duties += cell.count;
    if (column) counts[column] += cell.count;
    if (cell.status === 'LATE_DONE') counts.lateDone += cell.count;
    if (cell.isOverdue) counts.overdue += cell.count;
  }
  for (const name of ['households', 'problemsOpen', 'missingHelper'] as const) {
    for (const { key, count } of tallies[name]) row(keyOfTally(key))[name] += count;
  }
  for (const counts of rows.values()) counts.rateBps = rateOf(counts.done, counts.duties, counts.excused);
  return rows;
}
