import { normaliseHeading, withoutRemarks } from './heading.ts';

export interface ColumnSpec {
  key: string;
  /** The usual name first, then synonyms. */
  names: readonly string[];
  required?: boolean;
  /**
   * Names of the group that stands above the column in a header of two rows. Columns with a group
   * in common belong together, which also tells apart equal headings in a header of one row.
   */
  group?: readonly string[];
}

/** A heading in its column, with the group above it where there are two header rows. */
export interface HeadingCell {
  column: number;
  heading: string;
  group: string;
}

interface Candidate {
  column: number;
  spec: number;
  score: number;
}

/** Column → index of its spec. Each column and each spec is used once. */
export type Assignment = Map<number, number>;

/** The specs with their names made comparable, once for all rows that are tried. */
export interface KnownColumns {
  specs: { names: Name[]; groups: Set<string> }[];
  groups: Set<string>;
}

interface Name {
  full: string;
  bare: string;
}

const GROUP_BONUS = 20;

const toName = (text: string): Name => {
  const full = normaliseHeading(text);
  return { full, bare: withoutRemarks(full) };
};

export function knownColumns(columns: readonly ColumnSpec[]): KnownColumns {
  const specs = columns.map(({ names, group = [] }) => ({
    names: names.map(toName),
    groups: new Set(group.map((name) => toName(name).bare)),
  }));
  return { specs, groups: new Set(specs.flatMap(({ groups }) => [...groups])) };
}

/** How well a heading names a column: 0 when it does not. Earlier names win over later ones. */
function nameScore(heading: Name, joined: Name | undefined, names: readonly Name[]): number {
  let best = 0;
  names.forEach((name, index) => {
    const rank = 1 - index / (names.length + 1);
    if (name.full === heading.full) best = Math.max(best, 8 + rank);
    else if (name.bare === heading.bare) best = Math.max(best, 6 + rank);
    else if (name.bare === joined?.bare) best = Math.max(best, 10 + rank);
  });
  return best;
}

function groupScore(group: string, groups: ReadonlySet<string>, known: KnownColumns): number {
  if (group === '' || groups.size === 0) return 0;
  if (groups.has(group)) return GROUP_BONUS;
  return known.groups.has(group) ? -GROUP_BONUS : 0;
}

function findCandidates(cells: readonly HeadingCell[], known: KnownColumns): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { column, heading, group } of cells) {
    const name = toName(heading);
    const joined = group === '' ? undefined : toName(group + heading);
    const groupName = toName(group).bare;
    known.specs.forEach(({ names, groups }, spec) => {
      const score = nameScore(name, joined, names);
      if (score === 0) return;
      const total = score + groupScore(groupName, groups, known);
      if (total > 0) candidates.push({ column, spec, score: total });
    });
  }
  return candidates;
}

export function assignColumns(
  cells: readonly HeadingCell[],
  known: KnownColumns,
): { assignment: Assignment; score: number } {
  const candidates = findCandidates(cells, known);
  let score = 0;
  const assignment: Assignment = new Map();
  const taken = new Set<number>();
  const take = ({ column, spec, score: gain }: Candidate) => {
    assignment.set(column, spec);
    taken.add(spec);
    score += gain;
  };
  const open = () => candidates.filter(({ column, spec }) => !assignment.has(column) && !taken.has(spec));

  // First what needs no guessing: the group row, or a heading that fits one column of the list only.
  const clear = candidates.filter(
    (one) =>
      one.score > GROUP_BONUS ||
      !candidates.some((other) => other.column === one.column && other.spec !== one.spec),
  );
  for (const candidate of clear.sort(byScore)) {
    if (!assignment.has(candidate.column) && !taken.has(candidate.spec)) take(candidate);
  }
  // Then the rest from left to right, each by the nearest column on its left that is known by now.
  const columns = [...new Set(open().map(({ column }) => column))].sort((a, b) => a - b);
  for (const column of columns) {
    const choice = byNeighbour(
      open().filter((one) => one.column === column),
      assignment,
      known,
    );
    if (choice) take(choice);
  }
  return { assignment, score };
}

const byScore = (a: Candidate, b: Candidate) => b.score - a.score || a.column - b.column;

function byNeighbour(
  options: Candidate[],
  assignment: Assignment,
  { specs }: KnownColumns,
): Candidate | undefined {
  const [first, ...others] = options;
  if (!first || others.length === 0) return first;
  const left = Math.max(...[...assignment.keys()].filter((column) => column < first.column));
  const neighbour = assignment.get(left) ?? -1;
  const family = specs[neighbour]?.groups ?? new Set();
  const related = options.filter(({ spec }) =>
    [...(specs[spec]?.groups ?? [])].some((name) => family.has(name)),
  );
  // Among equals the list's own order decides: the next column after the neighbour's.
  const distance = ({ spec }: Candidate) =>
    spec > neighbour ? spec - neighbour : specs.length + neighbour - spec;
  return (related.length > 0 ? related : options).sort((a, b) => distance(a) - distance(b))[0];
}
