import { placedHeading } from './chosen-headings.ts';
import { isOfNow } from './heading.ts';
import type { AmbiguousCell, Assignment, HeadingCandidate, HeadingCell } from './heading-cell.ts';

/** Columns that were left over and must not be ignored silently. */
export interface LeftOver {
  /** Columns with the same meaning as a chosen one, or as one whose heading says that it is the current one. */
  rivals: AmbiguousCell[];
  /** Columns that occur a second time, where the first one is read. */
  twice: number[];
}

export function findLeftOver(
  cells: readonly HeadingCell[],
  candidates: readonly HeadingCandidate[],
  assignment: Assignment,
): LeftOver {
  const chosen = new Set(
    candidates.flatMap(({ column, spec, isChosen }) =>
      isChosen && assignment.get(column) === spec ? [spec] : [],
    ),
  );
  const read = new Map(
    cells.flatMap((cell): [string, number][] => {
      const spec = assignment.get(cell.column);
      return spec === undefined ? [] : [[`${spec} ${placedHeading(cell)}`, cell.column]];
    }),
  );
  const rivals: AmbiguousCell[] = [];
  const twice: number[] = [];
  for (const cell of cells) {
    const { column } = cell;
    // A heading merged over several columns counts once.
    if (assignment.has(column) || cell.isContinued) continue;
    const specs = candidates.filter((one) => one.column === column).map(({ spec }) => spec);
    if (specs.some((spec) => read.has(`${spec} ${placedHeading(cell)}`))) twice.push(column);
    if (specs.some((spec) => chosen.has(spec)) || (specs.length > 0 && isOfNow(cell.heading)))
      rivals.push({ column, specs });
  }
  return { rivals, twice };
}
