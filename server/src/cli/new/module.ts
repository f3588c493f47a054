import { createFile, graphqlFile, indexFile, listFile, messagesFile } from './console-files.ts';
import { type Names, toWrite } from './names.ts';
import { labelsFile, tableFile, typeFile } from './schema-files.ts';
import { entityFile, moduleFile, resolverFile, serviceFile } from './server-files.ts';
import { after, before, type Tree, withImport } from './tree.ts';

/** A module with one table of a household's records, one verb to make them and one list in the console. */
export function addModule(tree: Tree, names: Names): string[] {
  const { kebab, camel, pascal, plural, plurals } = names;
  const [schema, server, console] = [
    `schema/${kebab}/${kebab}`,
    `server/src/modules/${kebab}/${kebab}`,
    `admin/src/resources/${plural}`,
  ];
  tree.add(`${schema}.table.ts`, tableFile(names));
  tree.add(`${schema}.type.ts`, typeFile(names));
  tree.add(`${schema}.labels.ts`, labelsFile(names));
  tree.add(`${server}.module.ts`, moduleFile(names));
  tree.add(`${server}.entity.ts`, entityFile(names));
  tree.add(`${server}.service.ts`, serviceFile(names));
  tree.add(`${server}.resolver.ts`, resolverFile(names));
  tree.add(`${console}/index.ts`, indexFile(names));
  tree.add(`${console}/${plural}.graphql.ts`, graphqlFile(names));
  tree.add(`${console}/${plural}.messages.ts`, messagesFile(names));
  tree.add(`${console}/${pascal}List.tsx`, listFile(names));
  tree.add(`${console}/${pascal}Create.tsx`, createFile(names));

  tree.edit('server/src/modules.ts', (text) =>
    after(
      withImport(text, `${camel}Module`, `#modules/${kebab}/${kebab}.module.ts`),
      /^ {2}householdModule,\n/m,
      `  ${camel}Module,\n`,
    ),
  );
  tree.edit('admin/src/resources/resources.ts', (text) =>
    before(
      withImport(text, `${plurals}Resource`, `./${plural}/index.ts`),
      /^ {2}importsResource,\n/m,
      `  ${plurals}Resource,\n`,
    ),
  );
  tree.edit('schema/codes/labels/record-labels.ts', (text) =>
    before(
      withImport(text, `${camel}Labels`, `../../${kebab}/${kebab}.labels.ts`),
      /^\];\n/m,
      `  ...${camel}Labels,\n`,
    ),
  );
  return [
    `npx --yes pnpm@10 migration add_${names.snake}, and read the SQL`,
    `what it means, wherever '${toWrite}' stands: a test counts these`,
    `who may: it goes by household.read and household.write; rights of its own stand in schema/codes/rights.ts`,
    `what happens to its records when a household is closed: householdClosedPoint; when it is merged: partOfHousehold`,
  ];
}
