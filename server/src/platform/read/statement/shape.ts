import { type ASTNode, type DocumentNode, Kind, visit } from 'graphql';
import { parseGlobalId } from '#platform/core/ids.ts';

/** What shapes the statement of a document, beside the document itself. */
interface Shaping {
  /** Variables whose values decide what is selected, and in which order. */
  readonly values: readonly string[];
  /** Variables with global ids, whose types decide which tables are read. */
  readonly ids: readonly string[];
}

/** Arguments that decide what is selected or in which order. */
const shaping = new Set(['orderBy', 'by']);

const shapings = new WeakMap<DocumentNode, Shaping>();

/** Names of the variables within. */
export function variablesIn(nodes: readonly ASTNode[]): string[] {
  const names: string[] = [];
  const enter = (node: ASTNode) => {
    if (node.kind === Kind.VARIABLE) names.push(node.name.value);
  };
  for (const node of nodes) visit(node, { enter });
  return names;
}

function shapingOf(document: DocumentNode): Shaping {
  const known = shapings.get(document);
  if (known) return known;
  const values = new Set<string>();
  const ids = new Set<string>();
  const enter = (node: ASTNode) => {
    if (node.kind === Kind.DIRECTIVE || (node.kind === Kind.ARGUMENT && shaping.has(node.name.value)))
      for (const name of variablesIn([node])) values.add(name);
    if (node.kind === Kind.FIELD && (node.name.value === 'node' || node.name.value === 'nodes'))
      for (const name of variablesIn(node.arguments ?? [])) ids.add(name);
  };
  visit(document, { enter });
  const found = { values: [...values], ids: [...ids] };
  shapings.set(document, found);
  return found;
}

const typesOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(typesOf) : (parseGlobalId(String(value))?.type ?? null);

/** Equal for requests that one statement serves. */
export function shapeOf(document: DocumentNode, variables: Readonly<Record<string, unknown>>): string {
  const { values, ids } = shapingOf(document);
  if (values.length + ids.length === 0) return '';
  return JSON.stringify([values.map((name) => variables[name]), ids.map((name) => typesOf(variables[name]))]);
}
