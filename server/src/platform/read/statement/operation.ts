import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type Permission, permissionRefusal } from '#platform/access/allow.ts';
import { hasRight } from '#platform/access/viewer.ts';
import type { Context } from '#platform/core/context.ts';
import { AppError } from '#platform/core/errors.ts';
import { traceOf } from '#platform/core/trace.ts';
import { readText, readTexts } from '#platform/database/database.ts';
import type { Fragment } from '#platform/database/fragment.ts';
import { noAnswer } from '#platform/write/refusals.ts';
import type { Right } from '#schema/codes/rights.ts';
import type { Entity } from '../entity.ts';
import { reachesAll } from '../reach.ts';
import { fieldsOfRoot, objectText } from './fields.ts';
import type { Build } from './level.ts';
import { isOfOneCounty } from './one-county.ts';
import { rootText } from './root.ts';
import { shapeOf } from './shape.ts';
import {
  type BindContext,
  type CompiledTemplate,
  compileTemplate,
  nothing,
  ofViewer,
  plainly,
  type SelectedField,
  type Statement,
  sqlTemplate,
} from './sql-template.ts';
import { missing, NotExpressible } from './values.ts';

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
  /** Throws where a value is too long or holds what cannot be stored, as the resolvers do. */
  readonly checkArgument: (value: unknown, path: string) => void;
}

interface Plan {
  readonly statement: CompiledTemplate;
  /** The same, with the check of a cached viewer in it. */
  readonly withViewerCheck: CompiledTemplate;
  readonly permissions: readonly Permission[];
  /** Of fields; where one is missing, the resolvers say so at each. */
  readonly rights: readonly Right[];
  /** Those over rows, with whose rows they are. */
  readonly rightsOver: readonly (readonly [Entity, Right])[];
  readonly entities: ReadonlySet<Entity>;
}

/** Plans by document, then by shape; a document that Apollo forgets takes its plans along. */
const plans = new WeakMap<DocumentNode, Map<string, Plan | null>>();
const mostShapes = 50;

/**
 * The answer of a read as JSON text, by one statement; null where resolvers must answer: because SQL cannot say
 * it, or because something is wrong with it, which they then put into words.
 */
export async function readByStatement(ctx: Context, operation: Operation): Promise<Buffer | null> {
  try {
    const statement = statementOf(ctx, operation);
    if (!statement) return null;
    const answer = await readText(ctx.db, statement.text, statement.values);
    return answer?.includes(missing) ? null : answer;
  } catch (error) {
    if (error instanceof AppError) return null;
    if (isUnanswered(error)) throw error;
    // The answer matters more than the way to it; that one way failed is for the log.
    ctx.log.error({ requestId: ctx.requestId, ...traceOf(error) }, 'a read by one statement failed');
    return null;
  }
}

/**
 * The same for a viewer of an earlier request. The statement checks the viewer as well (an optimistic check): an answer
 * for anybody else is thrown away unseen, and what is right takes one way to the database.
 */
export async function readForCachedViewer(
  ctx: Context,
  operation: Operation,
  cachedViewer: { readonly versionQuery: Fragment; readonly version: string },
): Promise<Buffer | null> {
  if (ctx.isCluster) return null;
  try {
    const found = planFor(ctx, operation, cachedViewer.versionQuery);
    if (!found) return null;
    const { text, values } = found.plan.withViewerCheck(found.bindContext);
    const [answer, version] = await readTexts(ctx.db, text, values);
    const isSame = version?.toString() === cachedViewer.version;
    return !isSame || !answer || answer.includes(missing) ? null : answer;
  } catch (error) {
    // Any error is reported by the resolvers, which run next.
    if (error instanceof AppError || !isUnanswered(error)) return null;
    throw error;
  }
}

/**
 * Marks statements that a cluster is never sent, for whoever checks the others. It looks records up row by row within
 * one county only; of several or of none the resolvers read there, and who asks is found out beforehand.
 */
const forOneServer = '/* one server */ ';
const unlessOfOneCounty = (entities: ReadonlySet<Entity>) =>
  ofViewer(({ ctx }: BindContext) => (isOfOneCounty(ctx, entities) ? nothing : plainly(forOneServer)));

/** The database gave up, or is away: the other way would fare no better. */
const isUnanswered = (error: unknown) => noAnswer(error) !== null;

/** The statement of an operation; null where there is none. */
export function statementOf(ctx: Context, operation: Operation): Statement | null {
  const found = planFor(ctx, operation);
  return found?.plan.statement(found.bindContext) ?? null;
}

function planFor(
  ctx: Context,
  operation: Operation,
  viewerCheck?: Fragment,
): { plan: Plan; bindContext: BindContext } | null {
  const { operation: definition, schema } = operation;
  if (definition.operation !== 'query' || ctx.pending) return null;
  const coerced = getVariableValues(schema, definition.variableDefinitions ?? [], operation.variables, {
    maxErrors: 1,
  });
  if (!coerced.coerced) return null;
  const bindContext = bindContextOf(ctx, operation, coerced.coerced, viewerCheck);
  const plan = planOf(operation, bindContext);
  if (!plan || plan.permissions.some((permission) => permissionRefusal(ctx.viewer, permission))) return null;
  if (plan.rights.some((right) => !hasRight(ctx.viewer, right))) return null;
  if (plan.rightsOver.some(([entity, right]) => !reachesAll(ctx.viewer, entity, right))) return null;
  if (ctx.isCluster && !isOfOneCounty(ctx, plan.entities)) return null;
  return { plan, bindContext };
}

function bindContextOf(
  ctx: Context,
  { checkArgument }: Operation,
  variables: Record<string, unknown>,
  viewerCheck?: Fragment,
): BindContext {
  const known = new Map<FieldNode, Record<string, unknown>>();
  const argsOf = ({ field, node }: SelectedField) => {
    const found = known.get(node);
    if (found) return found;
    const args = getArgumentValues(field, node, variables);
    for (const [name, value] of Object.entries(args)) checkArgument(value, name);
    known.set(node, args);
    return args;
  };
  return { ctx, variables, argsOf, viewerCheck };
}

function planOf(operation: Operation, bindContext: BindContext): Plan | null {
  const shapes = plans.get(operation.document) ?? new Map<string, Plan | null>();
  plans.set(operation.document, shapes);
  const shape = `${operation.operation.name?.value ?? ''} ${shapeOf(operation.document, bindContext.variables)}`;
  const known = shapes.get(shape);
  if (known !== undefined) return known;
  const made = makePlan(operation, bindContext);
  // The oldest goes: shapes come from orders and conditions, of which a program has few.
  if (shapes.size >= mostShapes) shapes.delete(shapes.keys().next().value ?? '');
  shapes.set(shape, made);
  return made;
}

function makePlan({ schema, document, operation }: Operation, bindContext: BindContext): Plan | null {
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const part of document.definitions)
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments[part.name.value] = part;
  const build: Build = {
    schema,
    fragments,
    bindContext,
    rights: new Set(),
    rightsOver: new Map(),
    entities: new Set(),
    levels: 0,
  };
  const query = schema.getQueryType();
  if (!query) return null;
  const permissions: Permission[] = [];
  try {
    const fields = fieldsOfRoot(build, query, operation.selectionSet);
    const text = objectText(query, fields, (name, nodes) => {
      const field = query.getFields()[name];
      if (!field) throw new NotExpressible(name);
      permissions.push(field.extensions.permission as Permission);
      return rootText(build, field, nodes);
    });
    const statement = sqlTemplate`select ${unlessOfOneCounty(build.entities)}${text}`;
    const withViewerCheck = sqlTemplate`${statement}, ${forOneServer}${({ viewerCheck }) => viewerCheck ?? nothing}`;
    return {
      statement: compileTemplate(statement),
      withViewerCheck: compileTemplate(withViewerCheck),
      permissions,
      rights: [...build.rights],
      rightsOver: [...build.rightsOver].flatMap(([entity, rights]) =>
        [...rights].map((right) => [entity, right] as const),
      ),
      entities: build.entities,
    };
  } catch (error) {
    if (error instanceof NotExpressible) return null;
    throw error;
  } finally {
    build.bindContext = null;
  }
}
