import { parseSync } from 'libpg-query';
import { type Block, blockOf, blocksBelow, type Range } from './blocks.ts';
import { type Counties, countiesOf, showsNothing } from './counties.ts';
import { isDistributed, isView, placement } from './placement.ts';
import { at, functionName, listAt, type Node, named, namesOf, nodesIn, walk } from './tree.ts';

/** Of each function by name: immutable, stable or volatile; of several of a name the one that promises least. */
export type Volatility = ReadonlyMap<string, 'i' | 's' | 'v'>;

/** What a cluster refuses in a statement, by the rules of docs/cluster.md; empty where it can run. */
export function faultsOf(text: string, volatility: Volatility): string[] {
  const { stmts = [] } = parseSync(text) as { stmts?: { stmt?: unknown }[] };
  return stmts.flatMap(({ stmt }) => {
    const statement = blockOf((stmt ?? {}) as Node);
    return statement ? [...new Set(faultsIn(statement, volatility))] : [];
  });
}

const distributed = (block: Block): Range[] => block.ranges.filter(({ kind }) => kind === 'DISTRIBUTED');

function faultsIn(statement: Block, volatility: Volatility): string[] {
  const counties = countiesOf(statement);
  const blocks = blocksBelow(statement);
  const isOfOneCounty = blocks.flatMap(distributed).every((range) => counties.isGiven(range));
  return blocks.flatMap((block) => [
    ...writing(block, volatility),
    ...locking(block, counties),
    ...mixing(block),
    ...hidden(block),
    ...(isOfOneCounty ? [] : [...manyCounties(block, counties), ...changing(block, counties)]),
  ]);
}

/** A view joins tables, of which a scope that hides all rows leaves some on every node and some on none. */
const hidden = (block: Block): string[] =>
  showsNothing(block)
    ? distributed(block)
        .filter(({ table = '' }) => isView(table))
        .map(({ table }) => `hides all rows of the view ${table}`)
    : [];

const target = ({ node, kind }: Block): string | null => {
  const table = kind === 'SELECT' ? '' : String(at(node, 'relation').relname);
  return isDistributed(table) ? table : null;
};

const isMutable = (expression: unknown, volatility: Volatility): boolean =>
  nodesIn([expression], 'FuncCall').some((call) => volatility.get(functionName(call)) !== 'i') ||
  nodesIn([expression], 'SQLValueFunction').length > 0;

/** Whatever the county: the row stays in it, and what is written is the same on every node. */
function writing({ node, kind, ...block }: Block, volatility: Volatility): string[] {
  const table = target({ node, kind, ...block });
  if (!table) return [];
  const faults: string[] = [];
  const conflict = at(node, 'onConflictClause');
  const sets = [...(kind === 'UPDATE' ? listAt(node, 'targetList') : []), ...listAt(conflict, 'targetList')];
  for (const set of sets.map((one) => at(one, 'ResTarget'))) {
    const [name, value] = named(at(set, 'val'));
    const isItself = name === 'ColumnRef' && namesOf(value).at(-1) === 'county_code';
    if (set.name === 'county_code' && !isItself) faults.push(`sets the county of rows of ${table}`);
  }
  if (conflict.action === 'ONCONFLICT_UPDATE') {
    const parts = [conflict.targetList, conflict.whereClause];
    if (nodesIn([parts], 'SubLink').length > 0) faults.push(`ON CONFLICT of ${table} sets from a subquery`);
    if (isMutable(parts, volatility))
      faults.push(`ON CONFLICT of ${table} sets by a function that is not immutable`);
    const columns = listAt(at(conflict, 'infer'), 'indexElems').map((one) => at(one, 'IndexElem').name);
    if (!columns.includes('county_code')) faults.push(`ON CONFLICT of ${table} does not name the county`);
  }
  if (isMutable(node.returningClause, volatility))
    faults.push(`RETURNING of ${table} calls a function that is not immutable`);
  const isVolatile = nodesIn([node.whereClause], 'FuncCall').some(
    (call) => volatility.get(functionName(call)) === 'v',
  );
  if (isVolatile) faults.push(`changes rows of ${table} by a volatile function`);
  return faults;
}

/** Rows of county data lie where the coordinator's own tables are not. */
function mixing(block: Block): string[] {
  const [first] = distributed(block);
  if (!first || block.kind === 'INSERT') return [];
  const lookedUp = block.within.filter((inner) => isCorrelated(inner, block)).flatMap(({ ranges }) => ranges);
  return [...block.ranges, ...lookedUp]
    .filter(({ kind, table }) => kind === 'LOCAL' && table && placement.has(table))
    .map(({ table }) => `reads ${table}, which is the coordinator's, with ${first.table}`);
}

function locking(block: Block, counties: Counties): string[] {
  if (listAt(block.node, 'lockingClause').length === 0) return [];
  return distributed(block)
    .filter((range) => !counties.isGiven(range))
    .map(({ table }) => `locks rows of ${table} and gives no county`);
}

/** Rows of many counties change where each node can do its part: by the table's own columns alone. */
function changing(block: Block, counties: Counties): string[] {
  const table = target(block);
  const isAlone =
    block.ranges.length === 1 && block.within.length === 0 && !block.above && block.ctes.size === 0;
  if (!table || block.kind === 'INSERT' || isAlone) return [];
  const isGiven = block.ranges.some((range) => range.table === table && counties.isGiven(range));
  return isGiven ? [] : [`changes rows of ${table} by other tables and gives no county`];
}

/** Of many counties at once what is read together is of one county, and nothing is looked up row by row of what is the same on every node. */
function manyCounties(block: Block, counties: Counties): string[] {
  const own = distributed(block);
  const [first] = own;
  const apart = own.filter((range) => first && !counties.areSame(first, range) && !counties.isGiven(range));
  const joins = apart.map(({ table }) => `joins ${table} to ${first?.table} without the county`);
  const below = block.within.filter((inner) => readsCounties(inner, counties) && isCorrelated(inner, block));
  const lookups =
    below.length > 0 && block.ranges.length > 0 && block.ranges.every(recurs)
      ? [`looks up ${tablesIn(below)} for each row of ${block.ranges.map(nameOf).join(', ')}`]
      : [];
  const unions = below.some(({ parts }) => parts.length > 0)
    ? [`looks up a union with ${tablesIn(below)}`]
    : [];
  return [...joins, ...lookups, ...unions, ...lookedUpByValue(block, counties)];
}

/**
 * A county given as a value serves a statement that gives it everywhere and so goes to one node; of any other it keeps a
 * part from the rows that it is looked up for.
 */
function lookedUpByValue(block: Block, counties: Counties): string[] {
  const around = distributed(block);
  if (around.length === 0) return [];
  const lateral = block.ranges.flatMap((range) => (range.kind === 'SUBQUERY' && range.block) || []);
  return [...block.within, ...lateral]
    .filter((inner) => isCorrelated(inner, block))
    .flatMap(distributed)
    .filter((range) => !around.some((one) => counties.areJoined(range, one)))
    .map(({ table }) => `looks up ${table} by a value of the county, which not all parts give`);
}

const nameOf = ({ alias, kind }: Range): string => `${kind.toLowerCase()} ${alias}`;
const tablesIn = (blocks: readonly Block[]): string =>
  [
    ...new Set(
      blocks
        .flatMap(blocksBelow)
        .flatMap(distributed)
        .map(({ table }) => table),
    ),
  ].join(', ');
const readsCounties = (block: Block, counties: Counties): boolean =>
  blocksBelow(block)
    .flatMap(distributed)
    .some((range) => !counties.isGiven(range));

/** Whether a cluster works the rows out once and sends all of them to every node. */
function recurs({ kind, block }: Range): boolean {
  if (kind === 'DISTRIBUTED') return false;
  if (kind !== 'SUBQUERY' || !block) return true;
  return isWorkedOutFirst(block) || block.ranges.every(recurs);
}

function isWorkedOutFirst({ node, parts }: Block): boolean {
  if (node.limitCount || node.limitOffset || parts.length > 0 || listAt(node, 'distinctClause').length > 0)
    return true;
  const groups = listAt(node, 'groupClause');
  if (groups.length > 0) return !groups.some((one) => namesOf(at(one, 'ColumnRef')).at(-1) === 'county_code');
  return nodesIn([node.targetList], 'FuncCall').some((call) => aggregates.has(functionName(call)));
}
const aggregates = new Set([
  'count',
  'sum',
  'min',
  'max',
  'string_agg',
  'array_agg',
  'json_agg',
  'json_object_agg',
  'bool_or',
]);

/** Whether a query within speaks of a range of the block around it. */
function isCorrelated(inner: Block, around: Block): boolean {
  const aliases = new Set(around.ranges.map(({ alias }) => alias));
  let found = false;
  const look = (node: unknown, hidden: ReadonlySet<string>): void =>
    walk(node, (name, below) => {
      if (name === 'ColumnRef') {
        const names = namesOf(below);
        if (names.length > 1 && aliases.has(names.at(-2) ?? '') && !hidden.has(names.at(-2) ?? ''))
          found = true;
      }
      return undefined;
    });
  look(inner.node, new Set(inner.ranges.map(({ alias }) => alias)));
  return found;
}
