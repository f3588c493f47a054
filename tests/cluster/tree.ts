/** A node of PostgreSQL's parse tree as JSON: an object with one key that names it, or a plain struct. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands in a node under a name; an empty node where nothing does. */
export const at = (node: Node, ...path: readonly string[]): Node => {
  let found: unknown = node;
  for (const name of path) found = isNode(found) ? found[name] : undefined;
  return isNode(found) ? found : {};
};

export const listAt = (node: Node, name: string): readonly Node[] => {
  const found = node[name];
  return Array.isArray(found) ? found.filter(isNode) : [];
};

/** `{ SelectStmt: {…} }` as its name and content. */
export const named = (node: Node): readonly [string, Node] => {
  const [name = ''] = Object.keys(node);
  return [name, at(node, name)];
};

const stringIn = (node: Node): string => String(at(node, 'String').sval ?? '');

/** Names of a column reference, outermost first; `*` for all. */
export const namesOf = (columnRef: Node): readonly string[] =>
  listAt(columnRef, 'fields').map((field) => ('A_Star' in field ? '*' : stringIn(field)));

export const functionName = (call: Node): string => stringIn(listAt(call, 'funcname').at(-1) ?? {});
export const operatorName = (expression: Node): string => stringIn(listAt(expression, 'name').at(-1) ?? {});

/** Visits a node and all below it, but for subqueries where `into` says so. */
export function walk(value: unknown, visit: (name: string, node: Node) => boolean | undefined): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, visit);
    return;
  }
  if (!isNode(value)) return;
  for (const [name, below] of Object.entries(value)) {
    if (isNode(below) && visit(name, below) === false) continue;
    walk(below, visit);
  }
}

/** All nodes of a name in an expression, subqueries left out. */
export function nodesIn(value: unknown, wanted: string): Node[] {
  const found: Node[] = [];
  walk(value, (name, node) => {
    if (name === wanted) found.push(node);
    return name === 'SelectStmt' || name === 'subselect' ? false : undefined;
  });
  return found;
}
