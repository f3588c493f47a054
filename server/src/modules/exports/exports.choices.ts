import { Field, InputType, registerEnumType } from 'type-graphql';
import type { Catalog } from '#platform/module/catalog.ts';
import { whereOfLists } from '#platform/read/conditions/where-of-lists.ts';
import { type Entity, entitiesIn } from '#platform/read/entity.ts';
import { type AnyClass, classNamed, listTypes } from '#platform/read/types.ts';
import { ExportRequest } from '#schema/exports/exports.type.ts';

/** Everything that has a list of its own can be exported. */
export const exportableEntities = (catalog: Catalog): Entity[] =>
  entitiesIn(catalog).filter((entity) => entity.query.list);

export function exportableNamed(catalog: Catalog, type: string): Entity {
  const found = exportableEntities(catalog).find((entity) => entity.name === type);
  if (!found) throw new Error(`${type} cannot be exported`);
  return found;
}

const where = whereOfLists(
  'ExportWhere',
  'Narrows an export by fields of its rows: only the field of the list exported is given.',
);

/** The input of `startExport`, once all modules have declared what they read. */
export function startExportInput(catalog: Catalog): new () => ExportRequest {
  const entities = exportableEntities(catalog);
  const type = typeOf(entities);
  const filter = filterOf(entities);
  const input = class StartExportInput extends ExportRequest {};
  InputType(input.name, { description: 'What to export, and what for.' })(input);
  Field(() => type, { description: 'Which rows.' })(input.prototype, 'type');
  Field(() => filter, { nullable: true, description: 'Narrows them; all there are where it is absent.' })(
    input.prototype,
    'filter',
  );
  Field(() => where, {
    nullable: true,
    description:
      'Narrows them by their own fields, as `where` of the list does; what `filter` says must hold as well.',
  })(input.prototype, 'where');
  return input;
}

function typeOf(entities: readonly Entity[]): Record<string, string> {
  const types = Object.fromEntries(entities.map(({ name }) => [name, name]));
  registerEnumType(types, {
    name: 'ExportType',
    description: 'What can be exported: everything that has a list.',
    valuesConfig: Object.fromEntries(
      entities.map(({ name, query }) => [name, { description: `The rows of \`${query.list}\`.` }]),
    ),
  });
  return types;
}

function filterOf(entities: readonly Entity[]): AnyClass {
  const filter = classNamed('ExportFilter');
  InputType(filter.name, {
    description: 'Narrows an export as it narrows the list: only the field of the list exported is given.',
  })(filter);
  for (const entity of entities) {
    const type = listTypes(entity).filter;
    const list = entity.query.list;
    if (!type || !list) continue;
    Field(() => type, { nullable: true, description: `Narrows an export of type \`${entity.name}\`.` })(
      filter.prototype,
      list,
    );
  }
  return filter;
}
