import { type ChosenHeadings, choiceFor, noChoices, type Said } from './chosen-headings.ts';
import { findLeftOver, type LeftOver } from './header-doubts.ts';
import { normaliseHeading, withoutRemarks } from './heading.ts';
import type { AmbiguousCell, Assignment, HeadingCandidate, HeadingCell } from './heading-cell.ts';

export interface ColumnSpec {
  key: string;
  /** The usual name first, then synonyms. */
  names: readonly string[];
  /** Recognises further names by their parts; called where no column has the heading among its names. */
  isNamed?: (heading: string) => boolean;
  required?: boolean;
  /** At least one of the columns with the same value here must be present. */
  oneOf?: string;
  /** With `oneOf`: the key of a column that this one needs to be sufficient. */
  along?: string;
  /** Has a meaning only if the column with this key is present too; otherwise its names are free for others. */
  beside?: string;
  /**
   * Names of the group above the column in a header of two rows. Columns with a common group belong together, which
   * also distinguishes equal headings in a header of one row.
   */
  group?: readonly string[];
  /** Names that do not tell whose value it is: after a column of another group they may belong to that one. */
  ofAnyone?: readonly string[];
  /** Names with a remark, such as (masked), that mean this column even where others have the name without the remark. */
  exact?: readonly string[];
  /** Whether it holds the day on which a row ended. */
  isEndDay?: boolean;
}

/** The specs with normalised names. */
export interface KnownColumns {
  specs: {
    names: Names;
    isNamed: (heading: string) => boolean;
    groups: Set<string>;
    ofAnyone: Set<string>;
    exact: Set<string>;
    beside: number | null;
  }[];
  groups: Set<string>;
  chosen: ChosenHeadings;
  /** Key → index of its spec. */
  indexes: ReadonlyMap<string, number>;
}

/** What the cells of a header may mean. */
interface Understood {
  candidates: HeadingCandidate[];
  /** Columns with a choice that was followed. */
  said: Map<number, Said>;
  /** Columns whose words contradict a choice for earlier files: they are read by their words. */
  doubts: AmbiguousCell[];
}

interface Name {
  full: string;
  bare: string;
}

/** The names of a column with their rank from 1 down; composed ones number thousands. */
interface Names {
  full: ReadonlyMap<string, number>;
  bare: ReadonlyMap<string, number>;
}

/** Cached by the list of names, which is declared once: normalising thousands of names takes a tenth of a second. */
const comparable = new WeakMap<readonly string[], Names>();

function namesOf(names: readonly string[]): Names {
  const known = comparable.get(names) ?? makeComparable(names);
  comparable.set(names, known);
  return known;
}

function makeComparable(names: readonly string[]): Names {
  const full = new Map<string, number>();
  const bare = new Map<string, number>();
  for (const [index, name] of names.map(toName).entries()) {
    const rank = 1 - index / (names.length + 1);
    if (!full.has(name.full)) full.set(name.full, rank);
    if (!bare.has(name.bare)) bare.set(name.bare, rank);
  }
  return { full, bare };
}

const GROUP_BONUS = 20;
/** Score of a heading recognised by its parts: lower than for any whole name. */
const NAMED_SCORE = 5;
const CHOSEN_SCORE: Readonly<Record<Said, number>> = { NOW: 2_000, BEFORE: 1_000 };

const toName = (text: string): Name => {
  const full = normaliseHeading(text);
  return { full, bare: withoutRemarks(full) };
};

export function knownColumns(
  columns: readonly ColumnSpec[],
  chosen: ChosenHeadings = noChoices,
): KnownColumns {
  const indexes = new Map(columns.map(({ key }, index) => [key, index]));
  const specs = columns.map(
    ({ names, isNamed = () => false, group = [], ofAnyone = [], exact = [], beside }) => ({
      names: namesOf(names),
      isNamed,
      groups: new Set(group.map((name) => toName(name).bare)),
      ofAnyone: new Set(ofAnyone.map((name) => toName(name).bare)),
      exact: new Set(exact.map((name) => toName(name).full)),
      beside: beside === undefined ? null : (indexes.get(beside) ?? null),
    }),
  );
  return { specs, groups: new Set(specs.flatMap(({ groups }) => [...groups])), chosen, indexes };
}

/** How well a heading names a column: 0 if it does not. Earlier names win over later ones. */
function nameScore(heading: Name, joined: Name | undefined, { full, bare }: Names): number {
  const score = (base: number, rank: number | undefined) => (rank === undefined ? 0 : base + rank);
  return Math.max(
    score(8, full.get(heading.full)),
    score(6, bare.get(heading.bare)),
    joined ? score(10, bare.get(joined.bare)) : 0,
  );
}

function groupScore(group: string, groups: ReadonlySet<string>, known: KnownColumns): number {
  if (group === '' || groups.size === 0) return 0;
  if (groups.has(group)) return GROUP_BONUS;
  return known.groups.has(group) ? -GROUP_BONUS : 0;
}

/** What the words of a heading and of its group mean. */
function byWords({ column, heading, group }: HeadingCell, known: KnownColumns): HeadingCandidate[] {
  const name = toName(heading);
  const joined = group === '' ? undefined : toName(group + heading);
  const groupName = toName(group).bare;
  const scores = known.specs.map(({ names }) => nameScore(name, joined, names));
  const isKnown = scores.some((score) => score > 0);
  const isExact = group === '' && known.specs.some(({ exact }) => exact.has(name.full));
  return known.specs.flatMap(({ groups, isNamed, exact }, spec) => {
    const isSo = !isKnown && (isNamed(name.bare) || (joined !== undefined && isNamed(joined.bare)));
    const isMeant = !isExact || exact.has(name.full);
    const score = isSo ? NAMED_SCORE : isMeant ? (scores[spec] ?? 0) : 0;
    const total = score === 0 ? 0 : score + groupScore(groupName, groups, known);
    return total > 0 ? [{ column, spec, score: total }] : [];
  });
}

function understand(cells: readonly HeadingCell[], known: KnownColumns): Understood {
  const said = new Map<number, Said>();
  const doubts: AmbiguousCell[] = [];
  const candidates = cells.flatMap((cell): HeadingCandidate[] => {
    const { column } = cell;
    const named = byWords(cell, known);
    const choice = choiceFor(known.chosen, cell);
    if (choice === null) return named;
    const spec = choice.key === null ? null : known.indexes.get(choice.key);
    // A choice for a column that no longer exists.
    if (spec === undefined) return named;
    const isOther = spec !== null && named.length > 0 && !named.some((one) => one.spec === spec);
    if (choice.said === 'BEFORE' && isOther) {
      doubts.push({ column, specs: [...named.map((one) => one.spec), spec] });
      return named;
    }
    said.set(column, choice.said);
    return spec === null ? [] : [{ column, spec, score: CHOSEN_SCORE[choice.said], isChosen: true }];
  });
  const named = new Set(candidates.map(({ spec }) => spec));
  const meant = candidates.filter(({ spec, isChosen }) => {
    const beside = known.specs[spec]?.beside ?? null;
    return beside === null || named.has(beside) || isChosen;
  });
  return { candidates: meant, said, doubts };
}

interface Assigned extends LeftOver, Omit<Understood, 'candidates'> {
  assignment: Assignment;
  score: number;
  ambiguous: AmbiguousCell[];
}

export function assignColumns(cells: readonly HeadingCell[], known: KnownColumns): Assigned {
  const { candidates, said, doubts } = understand(cells, known);
  let score = 0;
  const assignment: Assignment = new Map();
  const taken = new Set<number>();
  const take = ({ column, spec, score: gain }: HeadingCandidate) => {
    assignment.set(column, spec);
    taken.add(spec);
    score += gain;
  };

  // First what is unambiguous: the group row, or a heading that fits only one column of the list.
  const clear = candidates.filter(
    (one) =>
      one.score > GROUP_BONUS ||
      !candidates.some((other) => other.column === one.column && other.spec !== one.spec),
  );
  for (const candidate of clear.sort(byScore)) {
    if (!assignment.has(candidate.column) && !taken.has(candidate.spec)) take(candidate);
  }
  // A number after the name of a helper may be the helper's: a person has to decide.
  const strange = findStrange(cells, assignment, known).filter(({ column }) => !said.has(column));
  for (const { column, specs } of strange) {
    assignment.delete(column);
    for (const spec of specs) taken.delete(spec);
  }
  const open = () =>
    candidates.filter(
      ({ column, spec }) =>
        !assignment.has(column) && !taken.has(spec) && !strange.some((one) => one.column === column),
    );
  // Then the rest from left to right, each by the nearest recognised column on its left. What that does not decide is
  // left to a person.
  const columns = [...new Set(open().map(({ column }) => column))].sort((a, b) => a - b);
  for (const column of columns) {
    const choice = byNeighbour(
      open().filter((one) => one.column === column),
      assignment,
      known,
    );
    if (choice) take(choice);
  }
  const ambiguous = findAmbiguous(candidates, assignment);
  return {
    assignment,
    score,
    ambiguous,
    said,
    doubts: [...doubts, ...strange],
    ...findLeftOver(cells, candidates, assignment),
  };
}

/** Columns with a generic name after one of another group. */
function findStrange(
  cells: readonly HeadingCell[],
  assignment: Assignment,
  { specs }: KnownColumns,
): AmbiguousCell[] {
  return cells.flatMap(({ column, heading, group }) => {
    const spec = assignment.get(column) ?? -1;
    const own = specs[spec];
    if (group !== '' || !own?.ofAnyone.has(toName(heading).bare)) return [];
    const family = familyOnTheLeft(column, assignment, specs);
    const isStrange = family.size > 0 && ![...own.groups].some((name) => family.has(name));
    return isStrange ? [{ column, specs: [spec] }] : [];
  });
}

/** Columns that were left over although their name is known. */
function findAmbiguous(candidates: readonly HeadingCandidate[], assignment: Assignment): AmbiguousCell[] {
  const left = new Map<number, number[]>();
  for (const { column, spec } of candidates) {
    if (!assignment.has(column)) left.set(column, [...(left.get(column) ?? []), spec]);
  }
  return [...left].map(([column, specs]) => ({ column, specs }));
}

const byScore = (a: HeadingCandidate, b: HeadingCandidate) => b.score - a.score || a.column - b.column;

function byNeighbour(
  options: HeadingCandidate[],
  assignment: Assignment,
  { specs }: KnownColumns,
): HeadingCandidate | undefined {
  const [first, ...others] = options;
  if (!first || others.length === 0) return first;
  const family = familyOnTheLeft(first.column, assignment, specs);
  const related = options.filter(({ spec }) =>
    [...(specs[spec]?.groups ?? [])].some((name) => family.has(name)),
  );
  // Ambiguous: a person has to decide.
  return related.length === 1 ? related[0] : undefined;
}

function familyOnTheLeft(
  column: number,
  assignment: Assignment,
  specs: KnownColumns['specs'],
): ReadonlySet<string> {
  const left = Math.max(...[...assignment.keys()].filter((other) => other < column));
  return specs[assignment.get(left) ?? -1]?.groups ?? new Set();
}
