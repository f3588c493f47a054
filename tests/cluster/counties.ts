import { type Block, blocksBelow, countyOf, equalities, type Range } from './blocks.ts';
import { at, listAt, type Node, named, namesOf, nodesIn } from './tree.ts';

/** Whose counties are the same in every row, and which of them the statement gives as a value. */
export interface Counties {
  /**
   * Given by a parameter or a constant, within the query that reads it: of a query that is looked up row by row the
   * planner does not know what the row says.
   */
  isGiven(range: Range): boolean;
  areSame(some: Range, other: Range): boolean;
  /** By their columns, or because both are a value in what the planner plans as one query. */
  areJoined(some: Range, other: Range): boolean;
}

const given = Symbol('a value of the statement');
type Member = Range | Block | typeof given;
const constants = new Set(['ParamRef', 'A_Const']);

/** A value of the statement: nothing in it is read from a row. */
const isValue = (side: Node): boolean => {
  const [name] = named(side);
  return (
    name !== 'SubLink' && nodesIn([side], 'ColumnRef').length === 0 && nodesIn([side], 'SubLink').length === 0
  );
};

/**
 * A scope that is a constant shows nothing, whatever stands below it: it would be true only for who sees all counties,
 * and that bears a mark.
 */
export const showsNothing = ({ scope }: Block): boolean =>
  scope !== undefined && constants.has(named(scope)[0]);

export function countiesOf(statement: Block): Counties {
  const [within, throughout, asJoined] = [createGroups(), createGroups(), createGroups()];
  const unite = (some: Member, other: Member, isWithin: boolean): void => {
    throughout.unite(some, other);
    if (isWithin) within.unite(some, other);
  };
  for (const block of blocksBelow(statement)) {
    if (showsNothing(block))
      for (const range of blocksBelow(block).flatMap(({ ranges }) => ranges)) unite(range, given, true);
    for (const sides of equalities(block)) {
      const found = sides.map((side): { member: Member; home: Block } | null => {
        if (isValue(side)) return { member: given, home: block };
        const [name, node] = named(side);
        const county = name === 'ColumnRef' ? countyOf(block, node) : null;
        return county && { member: county.range, home: county.block };
      });
      const [some, other] = found;
      if (some && other && found.some((one) => one?.member !== given))
        unite(some.member, other.member, some.home === other.home || block.joinedAs !== null);
      const [member, partner] = found.map((one) =>
        one?.member === given ? plannedWith(block) : one?.member,
      );
      if (member && partner) asJoined.unite(member, partner);
    }
    for (const range of block.ranges) {
      const inner = range.block ? knownCounty(range.block) : null;
      if (inner) {
        unite(range, inner, true);
        asJoined.unite(range, inner);
      }
    }
  }
  return {
    isGiven: (range) => within.areOne(range, given),
    areSame: (some, other) => throughout.areOne(some, other),
    areJoined: (some, other) => asJoined.areOne(some, other),
  };
}

/** The query that the planner merges a block into: around an `EXISTS` that must hold, or a subquery that only selects. */
function plannedWith(block: Block): Block {
  const { above, joinedAs, node } = block;
  if (!above) return block;
  const isRange = above.ranges.some((range) => range.kind === 'SUBQUERY' && range.block === block);
  const isPlain = [
    'limitCount',
    'limitOffset',
    'groupClause',
    'distinctClause',
    'withClause',
    'sortClause',
  ].every((part) => node[part] === undefined);
  return joinedAs === 'SEMI' || (isRange && isPlain) ? plannedWith(above) : block;
}

function createGroups() {
  const parents = new Map<Member, Member>();
  const rootOf = (member: Member): Member => {
    const parent = parents.get(member);
    return parent === undefined || parent === member ? member : rootOf(parent);
  };
  return {
    unite: (some: Member, other: Member): void => {
      if (rootOf(some) !== rootOf(other)) parents.set(rootOf(some), rootOf(other));
    },
    areOne: (some: Member, other: Member): boolean => rootOf(some) === rootOf(other),
  };
}

/** The range whose county a query hands on as its own. */
function knownCounty(block: Block): Range | null {
  const columns = [
    ...listAt(block.node, 'targetList'),
    ...listAt(at(block.node, 'returningClause'), 'exprs'),
  ];
  for (const column of columns) {
    const target = at(column, 'ResTarget');
    const [name, value] = named(at(target, 'val'));
    if (name !== 'ColumnRef') continue;
    const names = namesOf(value);
    const isCounty =
      names.at(-1) === 'county_code' && (target.name === undefined || target.name === 'county_code');
    if (isCounty) return countyOf(block, value)?.range ?? null;
    if (names.at(-1) === '*') {
      const all = block.ranges.filter(({ alias }) => names.length === 1 || alias === names[0]);
      if (all[0]) return all[0];
    }
  }
  return null;
}
