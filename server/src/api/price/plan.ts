import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  typeFromAST,
} from 'graphql';
import type { DeclaredPrice } from '#platform/rate-limit/priced.ts';
import { type Defaults, isGiven, listLength, pageSize, presence } from './argument.ts';
import type { Limits } from './limits.ts';
import { type Points, plus, points, times } from './points.ts';
import type { Variables } from './variables.ts';

type Price = Points<Variables>;

/** A selection on a page of rows costs something once, and something for each row. */
interface SetPrice {
  readonly once: Price;
  readonly perRow: Price;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly limits: Pick<Limits, 'pageSize'>;
  readonly defaults: Defaults;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly known: Map<string, SetPrice>;
}

const free: SetPrice = { once: 0, perRow: 0 };

/**
 * The price of an operation of a valid document, made once: what does not depend on the variables is added up here,
 * the rest is a function of them. A fragment is walked once and counts as often as it is spread.
 */
export function pricePlan(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: Pick<Limits, 'pageSize'>,
): Price {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const part of document.definitions) {
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part);
  }
  const defaults = new Map(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  return ofSet({ schema, limits, defaults, fragments, known: new Map() }, operation.selectionSet, root).once;
}

function ofSet(walk: Walk, set: SelectionSetNode, type: GraphQLCompositeType): SetPrice {
  let { once, perRow } = free;
  for (const part of set.selections) {
    const price =
      part.kind === Kind.FIELD
        ? ofField(walk, part, type)
        : part.kind === Kind.INLINE_FRAGMENT
          ? ofSet(walk, part.selectionSet, conditionOf(walk, part.typeCondition, type))
          : ofFragment(walk, part.name.value, type);
    const there = presence(part.directives as readonly DirectiveNode[] | undefined, walk.defaults);
    once = plus(once, times(there, price.once));
    perRow = plus(perRow, times(there, price.perRow));
  }
  return { once, perRow };
}

function conditionOf(
  walk: Walk,
  condition: FragmentDefinitionNode['typeCondition'] | undefined,
  type: GraphQLCompositeType,
): GraphQLCompositeType {
  const named = condition ? typeFromAST(walk.schema, condition) : type;
  return isCompositeType(named) ? named : type;
}

function ofFragment(walk: Walk, name: string, type: GraphQLCompositeType): SetPrice {
  const known = walk.known.get(name);
  const fragment = walk.fragments.get(name);
  if (known || !fragment) return known ?? free;
  const price = ofSet(walk, fragment.selectionSet, conditionOf(walk, fragment.typeCondition, type));
  walk.known.set(name, price);
  return price;
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === '__schema') return SchemaMetaFieldDef;
  if (name === '__type') return TypeMetaFieldDef;
  return isUnionType(type) ? undefined : type.getFields()[name];
}

function ofField(walk: Walk, node: FieldNode, parent: GraphQLCompositeType): SetPrice {
  const field = fieldOf(parent, node.name.value);
  if (!field) return { once: points.field, perRow: 0 };
  const type = getNamedType(field.type);
  const declared = field.extensions.price as DeclaredPrice | undefined;
  const below = node.selectionSet && isCompositeType(type) ? ofSet(walk, node.selectionSet, type) : free;
  const onPage = parent.name.endsWith('Connection');
  // A page's own lists of rows: how many there are is known one level up.
  if (onPage && !declared && isListType(getNullableType(field.type)))
    return { once: points.field, perRow: below.once };
  let own: Price = declared?.sum ?? points.field;
  if (onPage && field.name === 'totalCount') own = points.count;
  if (parent === walk.schema.getMutationType()) own = points.mutation;
  own = plus(own, times(isGiven(node, field, 'where', walk.defaults), points.where));
  const inner = times(rowsOf(walk, node, field, declared), below.once);
  const rows = type.name.endsWith('Connection') ? times(pageOf(walk, node, field), below.perRow) : 0;
  return { once: plus(plus(own, inner), rows), perRow: 0 };
}

const pageOf = (walk: Walk, node: FieldNode, field: GraphQLField<unknown, unknown>, most?: number): Price =>
  pageSize(node, field, walk.defaults, { usual: points.usualPage, most: most ?? walk.limits.pageSize });

/** Rows assumed for a list field without paging. */
function rowsOf(
  walk: Walk,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  declared: DeclaredPrice | undefined,
): Price {
  const type = getNullableType(field.type);
  if (!isListType(type) || !node.selectionSet) return 1;
  const takes = (name: string) => field.args.some((argument) => argument.name === name);
  if (takes('first')) return times(declared?.row ?? 1, pageOf(walk, node, field, declared?.mostRows));
  if (takes('ids')) return listLength(node, field, 'ids', walk.defaults, walk.limits.pageSize);
  return getNamedType(type).name.startsWith('__') ? points.schemaList : points.shortList;
}
