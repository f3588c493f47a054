import { type SQL, sql } from 'drizzle-orm';
import { type FieldNode, GraphQLObjectType, getNamedType } from 'graphql';
import { fragmentOf } from '#platform/database/fragment.ts';
import {
  after,
  listMarkOf,
  markIn,
  type OrderItem,
  orderOf,
  type SortStep,
  stepsOf,
} from '#platform/read/page/cursor.ts';
import { checkOrder, type PageArgs, sizes } from '#platform/read/page/page.ts';
import { conditionsOf } from '../conditions/filter-text.ts';
import type { Entity, ListRelation } from '../entity.ts';
import { fieldsBelow, objectText, orderedBy } from './fields.ts';
import { groupCountText, groupsText } from './groups.ts';
import {
  type Build,
  bindContextOf,
  columnOf,
  expressionOf,
  fromRows,
  type Level,
  type Narrowing,
  narrowedBy,
  newLevel,
  type RowText,
  rowsOfLevel,
  tiedTo,
} from './level.ts';
import {
  always,
  asWritten,
  type BindContext,
  between,
  nothing,
  plainly,
  type SelectedField,
  type Slot,
  type SqlTemplate,
  sqlTemplate,
} from './sql-template.ts';
import { absent, NotExpressible } from './values.ts';

/** The row a list hangs on; a root list hangs on none. */
interface Hanging {
  readonly level: Level;
  readonly relation: ListRelation;
}

/** A page while it is put together. */
interface Page {
  readonly build: Build;
  readonly rowText: RowText;
  readonly level: Level;
  readonly steps: readonly SortStep[];
  readonly args: (bindContext: BindContext) => PageArgs;
  /** For whatever depends on the arguments, the viewer and the day alone. */
  readonly byArguments: ReturnType<typeof asWritten>;
  /** Which list its cursors belong to, and text of the key of the row it hangs on. */
  readonly mark: (bindContext: BindContext) => string;
  readonly parent: string | null;
  /** All conditions of the list, without those of the page. */
  readonly list: Narrowing;
  /** Whether one row more must be read, to know that there is one. */
  looksAhead: boolean;
  /** Whether any row is asked for; a list may be counted only. */
  reads: boolean;
}

/** Text of a connection: the page as one aggregate over its rows, the count beside it where it is asked for. */
export function connectionText(
  build: Build,
  entity: Entity,
  selected: SelectedField,
  nodes: readonly FieldNode[],
  rowText: RowText,
  hanging?: Hanging,
): SqlTemplate {
  const args = (bindContext: BindContext) => bindContext.argsOf(selected) as PageArgs;
  const byArguments = asWritten(selected);
  const steps = stepsOf(entity, (args(bindContextOf(build)).orderBy as OrderItem[] | undefined) ?? []);
  const list = hanging ? `${hanging.level.entity.name}.${selected.field.name}` : entity.name;
  const mark = (bindContext: BindContext) => listMarkOf(list, entity, args(bindContext));
  const wanted = byArguments<Slot>((bindContext) => {
    const given = args(bindContext);
    // A page that is not read, because the list is only counted, must be in order all the same.
    sizes(given);
    checkOrder(bindContext.ctx, entity, given.orderBy);
    if (given.after) after(given.after, steps, mark(bindContext), 'after');
    return given.filter || given.where ? conditionsOf(bindContext.ctx, entity, given) : always;
  });
  const page: Page = {
    build,
    rowText,
    level: newLevel(build, entity),
    steps,
    args,
    byArguments,
    mark,
    parent: hanging ? parentText(hanging) : null,
    list: listOf(entity, { args, byArguments }, wanted, hanging),
    looksAhead: false,
    reads: false,
  };
  const type = getNamedType(selected.field.type);
  if (!(type instanceof GraphQLObjectType)) throw new NotExpressible(selected.field.name);
  const fields = fieldsBelow(build, type, nodes);
  const text = objectText(type, fields, (name, below) => pageField(page, type, name, below));
  // One row even where nothing of the page itself is asked for.
  const from = page.reads ? sqlTemplate` from ${rowsOfPage(page)} having true` : [];
  const readsNothing = [...fields.values()].every(([node]) => node?.name.value === '__typename');
  return belowItsRow(
    page,
    sqlTemplate`(select ${text}${from}${readsNothing ? [byArguments(judged(wanted))] : []})`,
  );
}

/** What is wrong with a condition is found out, though it stands nowhere in the statement. */
const judged =
  (condition: Slot): Slot =>
  (bindContext) => {
    condition(bindContext);
    return nothing;
  };

/** As `markBelow` writes the key, with the colon before each part. */
const parentText = ({ level, relation }: Hanging): string =>
  Object.keys(relation.on)
    .map((name) => `':' || ${columnOf(level, name)}::text`)
    .join(' || ');

/** Nothing where the cursor belongs to the list below another row; the resolvers say so. */
function belowItsRow({ args, byArguments, mark, parent }: Page, text: SqlTemplate): SqlTemplate {
  if (parent === null) return text;
  const begins = byArguments<Slot>((bindContext) => {
    const cursor = args(bindContext).after;
    return cursor
      ? between(`case when ${parent} = `, markIn(cursor).slice(mark(bindContext).length), '::text then ')
      : nothing;
  });
  const ends = byArguments<Slot>((bindContext) =>
    args(bindContext).after ? plainly(` else ${absent(false)} end`) : nothing,
  );
  return sqlTemplate`${begins}${text}${ends}`;
}

function listOf(
  entity: Entity,
  { args, byArguments }: Pick<Page, 'args' | 'byArguments'>,
  wanted: Slot,
  hanging?: Hanging,
): Narrowing {
  const filter = (bindContext: BindContext) => ({ filter: args(bindContext).filter ?? {} });
  if (!hanging) return { conditions: [[wanted]], request: byArguments(filter) };
  const { level, relation } = hanging;
  const tied = tiedTo(level, entity, relation.on);
  return {
    conditions: [...tied.conditions, ...narrowedBy(entity, relation.where), [wanted]],
    request: byArguments((bindContext: BindContext) => ({
      ...tied.request(bindContext),
      ...filter(bindContext),
    })),
  };
}

function rowsOfPage(page: Page): SqlTemplate {
  const { level, steps, args, byArguments, mark, list } = page;
  const beyond = byArguments<Slot>((bindContext) => {
    const cursor = args(bindContext).after;
    return cursor ? fragmentOf(after(cursor, steps, mark(bindContext), 'after')) : always;
  });
  // Numbers, not values: with them the planner knows how little it has to read.
  const limit = byArguments<Slot>((bindContext) => {
    const { first, offset } = sizes(args(bindContext));
    const rows = ` limit ${first + (page.looksAhead ? 1 : 0)}`;
    return offset > 0 ? between(`${rows} offset `, offset) : plainly(rows);
  });
  const rows = rowsOfLevel(level, {
    ...list,
    conditions: [...list.conditions, [beyond]],
    tail: [...orderedBy(orderOf(steps)), limit],
  });
  if (!page.looksAhead) return rows;
  return sqlTemplate`(select *, row_number() over () as "=at" from ${rows}) as ${level.name}`;
}

function pageField(
  page: Page,
  type: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
): SqlTemplate {
  if (name === 'totalCount') return countText(page);
  const { build, level, list, rowText } = page;
  const field = type.getFields()[name];
  const node = nodes[0];
  if (field && node && name === 'groups')
    return groupsText(build, level.entity, { field, node }, nodes, list, rowText);
  if (field && node && name === 'groupCount')
    return groupCountText(build, level.entity, { field, node }, list);
  page.reads = true;
  if (name === 'nodes') return listText(page, page.rowText(page.build, page.level, nodes));
  const below = getNamedType(type.getFields()[name]?.type);
  if (!(below instanceof GraphQLObjectType)) throw new NotExpressible(name);
  if (name === 'edges') {
    return listText(
      page,
      objectText(below, fieldsBelow(page.build, below, nodes), (part, deeper) =>
        part === 'cursor'
          ? sqlTemplate`to_json(${cursorText(page)})::text`
          : page.rowText(page.build, page.level, deeper),
      ),
    );
  }
  if (name !== 'pageInfo') throw new NotExpressible(name);
  page.looksAhead = true;
  return objectText(below, fieldsBelow(page.build, below, nodes), (part) => pageInfo(page, part));
}

/** Rows of the page only, not the one beyond it. */
const withinPage = (page: Page): Slot =>
  page.byArguments<Slot>((bindContext) =>
    page.looksAhead
      ? plainly(` filter (where ${page.level.name}."=at" <= ${sizes(page.args(bindContext)).first})`)
      : nothing,
  );

const listText = (page: Page, row: SqlTemplate): SqlTemplate =>
  sqlTemplate`'[' || coalesce(string_agg(${row}, ',')${withinPage(page)}, '') || ']'`;

function countText({ level, list }: Page): SqlTemplate {
  return sqlTemplate`(select count(*)::text ${fromRows(level.entity, list)})`;
}

function pageInfo(page: Page, name: string): SqlTemplate {
  const at = `${page.level.name}."=at"`;
  const first = (bindContext: BindContext) => sizes(page.args(bindContext)).first;
  if (name === 'hasNextPage')
    return [page.byArguments<Slot>((bindContext) => plainly(`(count(*) > ${first(bindContext)})::text`))];
  if (name === 'hasPreviousPage') {
    return [
      page.byArguments<Slot>((bindContext) => {
        const { after: cursor, offset } = page.args(bindContext);
        return plainly(cursor || (offset ?? 0) > 0 ? `'true'` : `'false'`);
      }),
    ];
  }
  const edge = name === 'startCursor' ? 'asc' : 'desc';
  const within = page.byArguments<Slot>((bindContext) => plainly(`${at} <= ${first(bindContext)}`));
  const edges = sqlTemplate`(array_agg(${cursorText(page)} order by ${at} ${edge}) filter (where ${within}))[1]`;
  return sqlTemplate`coalesce(to_json(${edges})::text, 'null')`;
}

/** As `cursorOf` writes it: the mark of the list and the row's place as JSON, in the alphabet of URLs. */
function cursorText({ level, steps, byArguments, mark, parent }: Page): SqlTemplate {
  const places = steps.map((step, at) => expressionOf(level, `place${at}`, placeOf(step)));
  const json = places.map((place) => `coalesce(to_json(${place})::text, 'null')`).join(`, ',', `);
  const list = byArguments<Slot>((bindContext) => between('', mark(bindContext), '::text'));
  // Keys are codes, ids and days, in which nothing needs an escape.
  const below = parent === null ? '' : `, ${parent}`;
  return sqlTemplate`translate(encode(convert_to(concat('["', ${list}${below}, '",', ${json}, ']'), 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}

const placeOf = (step: SortStep): SQL => sql`(${step.expression})::text`;
