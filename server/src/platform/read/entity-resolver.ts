import {
  Arg,
  Ctx,
  createParameterDecorator,
  Extensions,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Allow, forbidden } from '#platform/access/allow.ts';
import type { Context } from '#platform/core/context.ts';
import { notFound } from '#platform/core/errors.ts';
import type { Right } from '#schema/codes/rights.ts';
import { Needs } from '#schema/needs.ts';
import { type Entity, type Relation, type Row, rightsToFollow } from './entity.ts';
import { loadByKey, loadComputed, loadMany, loadOne, sourceKey } from './loader.ts';
import { loadPage, loadPageOf, type PageArgs, pageLimits } from './page/page.ts';
import { partsOfId } from './parts-of-id.ts';
import { isReached, requireReach } from './reach.ts';
import { computedSql } from './select.ts';
import { type AnyClass, classNamed, listTypes } from './types.ts';

type Method = (...args: never[]) => unknown;

/** Puts a method on a class and gives back what a decorator wants to know of it. */
function addMethod(resolver: AnyClass, name: string, method: Method): [object, string, PropertyDescriptor] {
  const descriptor = { value: method, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(resolver.prototype, name, descriptor);
  return [resolver.prototype, name, descriptor];
}

/** `where` is added to the finished schema, see conditions/where-types.ts; here it is only taken. */
const takeWhere = createParameterDecorator(({ args }) => args.where);

/**
 * Declares `filter, orderBy, first, after, offset`; their values arrive in this order from argument `at` on, then
 * `where`.
 */
function pageArguments(entity: Entity, target: object, name: string, at: number): void {
  const { filter, order } = listTypes(entity);
  Arg('first', () => Int, {
    defaultValue: pageLimits.usual,
    description: `Rows of a page, 1 to ${pageLimits.first}; more is an error, never a silent cut.`,
  })(target, name, at);
  Arg('after', () => String, {
    nullable: true,
    description:
      'Cursor of the row the page comes after, of the same list with the same filter and order; of a list below a row, below the same one.',
  })(target, name, at + 1);
  Arg('offset', () => Int, {
    nullable: true,
    description: `Rows to skip, at most ${pageLimits.offset}; for programs \`after\` is the better way.`,
  })(target, name, at + 2);
  if (filter)
    Arg('filter', () => filter, { nullable: true, description: 'Narrows the list.' })(target, name, at + 3);
  if (order) {
    Arg('orderBy', () => [order], {
      nullable: true,
      description: 'Order of the list; the id always ends it.',
    })(target, name, at + 4);
  }
  takeWhere(target, name, at + 5);
}

const pageOf = ([first, after, offset, filter, orderBy, where]: unknown[]): PageArgs =>
  ({ first, after, offset, filter, orderBy, where }) as PageArgs;

/** What a root field reads, where a declaration made it: noted on the field under `read`. */
export interface RootRead {
  readonly entity: Entity;
  readonly kind: 'one' | 'list';
}

function addRootFields(entity: Entity, resolver: AnyClass): void {
  const { one, list } = entity.query;
  if (one) {
    const place = addMethod(resolver, one, async (ctx: Context, id: string) => {
      const row = await loadByKey(ctx, entity, partsOfId(entity, id, 'id'));
      if (!row) throw notFound('id');
      return row;
    });
    Ctx()(place[0], one, 0);
    Arg('id', () => ID, { description: 'Global id.' })(place[0], one, 1);
    Query(() => entity.type, {
      description: `One of ${entity.description}; NOT_FOUND when there is none in scope.`,
    })(...place);
    Allow(entity.right)(...place);
    Extensions({ read: { entity, kind: 'one' } satisfies RootRead })(...place);
  }
  if (list) {
    const place = addMethod(resolver, list, (ctx: Context, ...args: unknown[]) =>
      loadPage(ctx, entity, pageOf(args)),
    );
    Ctx()(place[0], list, 0);
    pageArguments(entity, place[0], list, 1);
    Query(() => listTypes(entity).connection, {
      description: `${capital(entity.description)} within the viewer's scope.`,
    })(...place);
    Allow(entity.right)(...place);
    Extensions({ read: { entity, kind: 'list' } satisfies RootRead })(...place);
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

async function load(
  ctx: Context,
  label: string,
  relation: Relation,
  row: Row,
  args: unknown[],
): Promise<{ found: unknown; isNothing: boolean }> {
  if (relation.kind === 'one') {
    const found = await loadOne(ctx, label, relation, row);
    const isTied = sourceKey(row, relation.on).every((part) => part !== null);
    return { found, isNothing: isTied && found === null };
  }
  if (relation.kind === 'many') {
    const found = await loadMany(ctx, label, relation, row);
    return { found, isNothing: found.length === 0 };
  }
  const found = await loadPageOf(ctx, label, relation, pageOf(args), row);
  return { found, isNothing: found.nodes.length === 0 };
}

function addRelation(entity: Entity, resolver: AnyClass, name: string, relation: Relation): void {
  const label = `${entity.name}.${name}`;
  const target = relation.target();
  const rights = rightsToFollow(entity, relation);
  const options = {
    description: relation.description,
    deprecationReason: relation.deprecationReason,
    // What may be refused, to some or for its arguments, is nullable, so that a refusal costs no more than the field.
    nullable: rights.length > 0 || relation.kind === 'list',
  };
  const follow: Method = async (row: Row, ctx: Context, ...args: unknown[]) => {
    const { found, isNothing } = await load(ctx, label, relation, row, args);
    // Nothing in scope is nothing there only where the right reaches the row itself.
    if (isNothing) await requireReach(ctx, entity, rights, row);
    return found;
  };
  const place = addMethod(resolver, name, follow);
  Root()(place[0], name, 0);
  Ctx()(place[0], name, 1);
  if (relation.kind === 'list') {
    pageArguments(target, place[0], name, 2);
    FieldResolver(() => listTypes(target).connection, options)(...place);
  } else if (relation.kind === 'many') {
    FieldResolver(() => [target.type], options)(...place);
  } else {
    FieldResolver(() => target.type, { ...options, nullable: relation.nullable || options.nullable })(
      ...place,
    );
  }
  if (rights.length > 0) Needs(...rights)(...place);
}

/** A column that needs one more right on the row. */
function addGuarded(entity: Entity, resolver: AnyClass, name: string, right: Right): void {
  const place = addMethod(resolver, name, async (row: Row, ctx: Context) => {
    if (!(await isReached(ctx, entity, right, row))) throw forbidden(right);
    return row[name];
  });
  Root()(place[0], name, 0);
  Ctx()(place[0], name, 1);
  FieldResolver()(...place);
}

/** Turns a declaration into a resolver class: root fields, relations and computed fields. */
export function resolverOf(entity: Entity): AnyClass {
  const resolver = classNamed(`${entity.name}Reads`);
  Resolver(() => entity.type)(resolver);
  addRootFields(entity, resolver);
  for (const [name, relation] of Object.entries(entity.relations))
    addRelation(entity, resolver, name, relation);
  for (const [name, field] of Object.entries(entity.computed)) {
    const place = addMethod(resolver, name, async (row: Row, ctx: Context) => {
      await requireReach(ctx, entity, field.rights ?? [], row);
      return loadComputed(ctx, entity, name, computedSql(entity, field), row);
    });
    Root()(place[0], name, 0);
    Ctx()(place[0], name, 1);
    FieldResolver(field.type as () => StringConstructor, {
      description: field.description,
      nullable: field.nullable ?? field.rights !== undefined,
    })(...place);
    if (field.rights) Needs(...field.rights)(...place);
  }
  for (const [name, right] of Object.entries(entity.guarded)) addGuarded(entity, resolver, name, right);
  return resolver;
}
