import { placeOf } from './placement.ts';
import { at, listAt, type Node, named, namesOf, operatorName, walk } from './tree.ts';

export type RangeKind = 'DISTRIBUTED' | 'REFERENCE' | 'LOCAL' | 'CTE' | 'SUBQUERY' | 'FUNCTION' | 'VALUES';

/** One thing that a query reads from. */
export interface Range {
  readonly alias: string;
  readonly kind: RangeKind;
  readonly table?: string;
  readonly block?: Block;
}

/** A query or a statement that changes rows, with what it reads from and the queries within it. */
export interface Block {
  readonly kind: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
  readonly node: Node;
  readonly above: Block | null;
  readonly ranges: Range[];
  /** All of them hold of every row that the block yields. */
  readonly conditions: Node[];
  /** The first of `where`: of what the program reads, what the viewer may see. */
  scope?: Node;
  /** Queries in its expressions: they may speak of its rows. */
  readonly within: Block[];
  readonly ctes: Map<string, Block>;
  /** The halves of a union. */
  readonly parts: Block[];
  /** What join the planner makes of it: of `EXISTS` that must hold, or must not. */
  joinedAs: 'SEMI' | 'ANTI' | null;
}

const kinds = {
  SelectStmt: 'SELECT',
  InsertStmt: 'INSERT',
  UpdateStmt: 'UPDATE',
  DeleteStmt: 'DELETE',
} as const;
type Kind = keyof typeof kinds;
const isStatement = (name: string): name is Kind => name in kinds;

/** The outermost block of a statement; none of other statements than of rows. */
export function blockOf(statement: Node, above: Block | null = null): Block | null {
  const [name, node] = named(statement);
  return isStatement(name) ? read(kinds[name], node, above) : null;
}

function read(kind: Block['kind'], node: Node, above: Block | null): Block {
  const block: Block = {
    kind,
    node,
    above,
    ranges: [],
    conditions: [],
    within: [],
    ctes: new Map(),
    parts: [],
    joinedAs: null,
  };
  for (const entry of listAt(at(node, 'withClause'), 'ctes')) {
    const cte = at(entry, 'CommonTableExpr');
    const below = blockOf(at(cte, 'ctequery'), block);
    if (below) block.ctes.set(String(cte.ctename), below);
  }
  for (const half of ['larg', 'rarg'])
    if (node[half]) block.parts.push(read('SELECT', at(node, half), block));
  if (kind !== 'SELECT') addTable(block, at(node, 'relation'));
  for (const item of [...listAt(node, 'fromClause'), ...listAt(node, 'usingClause')]) addItem(block, item);
  const before = block.conditions.length;
  addConditions(block, node.whereClause);
  block.scope = block.conditions[before];
  if (kind === 'INSERT') {
    const source = blockOf(at(node, 'selectStmt'), block);
    if (source) block.within.push(source);
  }
  for (const part of [
    'targetList',
    'whereClause',
    'returningClause',
    'havingClause',
    'sortClause',
    'groupClause',
    'limitCount',
    'onConflictClause',
    'valuesLists',
    'distinctClause',
  ])
    addWithin(block, node[part]);
  return block;
}

function addWithin(block: Block, expression: unknown): void {
  walk(expression, (name, node) => {
    if (name !== 'SubLink') return undefined;
    addWithin(block, node.testexpr);
    const below = blockOf(at(node, 'subselect'), block);
    if (below) {
      const condition = block.conditions.find((one) => existsIn(one) === node);
      below.joinedAs = condition ? (named(condition)[0] === 'SubLink' ? 'SEMI' : 'ANTI') : null;
      block.within.push(below);
    }
    return false;
  });
}

/** The subquery of a condition that is `EXISTS` or `NOT EXISTS` and nothing else. */
function existsIn(condition: Node): Node | null {
  const [name, node] = named(condition);
  if (name === 'BoolExpr' && node.boolop === 'NOT_EXPR') return existsIn(listAt(node, 'args')[0] ?? {});
  return name === 'SubLink' && node.subLinkType === 'EXISTS_SUBLINK' ? node : null;
}

const aliasOf = (node: Node): string => String(at(node, 'alias').aliasname ?? '');

function cteNamed(name: string, from: Block | null): Block | undefined {
  for (let block = from; block; block = block.above) {
    const found = block.ctes.get(name);
    if (found) return found;
  }
  return undefined;
}

function addTable(block: Block, node: Node): void {
  const table = String(node.relname);
  const alias = aliasOf(node) || table;
  const cte = node.schemaname ? undefined : cteNamed(table, block);
  if (cte) block.ranges.push({ alias, kind: 'CTE', block: cte });
  else block.ranges.push({ alias, kind: placeOf(table), table });
}

function addItem(block: Block, item: Node): void {
  const [name, node] = named(item);
  if (name === 'RangeVar') addTable(block, node);
  else if (name === 'RangeSubselect') {
    const below = blockOf(at(node, 'subquery'), block);
    const values = listAt(at(node, 'subquery', 'SelectStmt'), 'valuesLists').length > 0;
    if (below)
      block.ranges.push({ alias: aliasOf(node), kind: values ? 'VALUES' : 'SUBQUERY', block: below });
  } else if (name === 'JoinExpr') {
    addItem(block, at(node, 'larg'));
    addItem(block, at(node, 'rarg'));
    addConditions(block, node.quals);
    addWithin(block, node.quals);
  } else {
    block.ranges.push({ alias: aliasOf(node), kind: 'FUNCTION' });
    addWithin(block, node);
  }
}

function addConditions(block: Block, condition: unknown): void {
  if (typeof condition !== 'object' || condition === null) return;
  const [name, node] = named(condition as Node);
  if (name === 'BoolExpr' && node.boolop === 'AND_EXPR')
    for (const one of listAt(node, 'args')) addConditions(block, one);
  else block.conditions.push(condition as Node);
}

const key = 'county_code';

/** The range whose county a column reference names, with the block that it belongs to. */
export function countyOf(
  block: Block,
  reference: Node,
): { readonly block: Block; readonly range: Range } | null {
  const names = namesOf(reference);
  if (names.at(-1) !== key) return null;
  for (let home: Block | null = block; home; home = home.above) {
    const candidates =
      names.length > 1
        ? home.ranges.filter(({ alias }) => alias === names.at(-2))
        : home.ranges.filter((range) => hasCounty(range));
    const [range] = candidates;
    if (range) return { block: home, range };
  }
  return null;
}

const hasCounty = ({ kind, table, block }: Range): boolean =>
  table !== undefined
    ? kind === 'DISTRIBUTED' || table === 'record_change'
    : kind === 'FUNCTION' || block !== undefined;

/** Equal conditions of a block: pairs of sides. */
export const equalities = (block: Block): (readonly [Node, Node])[] =>
  block.conditions.flatMap((condition) => {
    const [name, node] = named(condition);
    const isEqual = name === 'A_Expr' && node.kind === 'AEXPR_OP' && operatorName(node) === '=';
    return isEqual ? [[at(node, 'lexpr'), at(node, 'rexpr')] as const] : [];
  });

/** All blocks of a statement, each before those in it. */
export function blocksBelow(block: Block): Block[] {
  const below = [
    ...block.ctes.values(),
    ...block.parts,
    ...block.ranges.flatMap((range) => (range.kind !== 'CTE' && range.block ? [range.block] : [])),
    ...block.within,
  ];
  return [block, ...below.flatMap(blocksBelow)];
}
