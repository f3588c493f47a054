import { codedKind, codesFile, codesOf, type FieldKind } from './field-kinds.ts';
import { kebabOf, type Names, pascalOf, toWrite } from './names.ts';
import { after, before, beside, type Tree, withImport } from './tree.ts';

export interface NewField {
  readonly of: Names;
  readonly name: string;
  readonly kind: FieldKind;
}

/** The list of a coded field; one that is not there yet is made, with a single code, beside the type. */
export function codedField(tree: Tree, list: string, { kebab, camel, pascal }: Names): FieldKind {
  const declared = new RegExp(`^export const ${list} = defineCodes\\(`, 'm');
  const codes = tree.filesIn('schema').filter((file) => file.endsWith('.codes.ts'));
  const there = codes.find((file) => declared.test(tree.read(file)));
  if (there) return codedKind(list, there);
  const ofDomain = codes.find((file) => file.endsWith(`/${kebab}.codes.ts`));
  if (ofDomain) {
    tree.edit(ofDomain, (text) => `${text}\n${codesOf(list)}`);
    return codedKind(list, ofDomain);
  }
  const type = fileOfType(tree, pascal);
  const file = `${type.slice(0, type.lastIndexOf('/'))}/${kebab}.codes.ts`;
  tree.add(file, codesFile(list));
  tree.edit('schema/codes/all-codes.ts', (text) =>
    after(
      `import * as ${camel} from '../${file.slice('schema/'.length)}';\n${text}`,
      /const files = \[\n/,
      `  ${camel},\n`,
    ),
  );
  return codedKind(list, file);
}

/** A field of a type of the API: column, type, inputs, filter, word and entry of the console. What is left to do. */
export function addField(tree: Tree, field: NewField): string[] {
  const { of, name, kind } = field;
  const schemaFiles = tree.filesIn('schema');
  const type = fileOfType(tree, of.pascal);
  if (
    classOf(of.pascal)
      .exec(tree.read(type))?.[0]
      .match(new RegExp(`^ {2}${name}[!?]?:`, 'm'))
  )
    throw new Error(`${of.pascal} has a field ${name} already`);
  const ofTable = new RegExp(`(pgTable|insertOnlyTable)\\(\\s*'${of.snake}',`);
  const table = find(tree, schemaFiles, ofTable, `table ${of.snake}`);
  tree.edit(table, (text) => withColumn(text, field));
  const shown = shownIn(tree, of);
  // Forms that are written by hand must show what their input has: there both are left to a person.
  tree.edit(type, (text) => withTypeFields(text, field, shown?.declared !== undefined));
  const left = [
    `npx --yes pnpm@10 migration ${of.snake}_${kebabOf(name).replaceAll('-', '_')}, and read the SQL`,
    `what it means, wherever '${toWrite}' stands`,
    shown?.declared
      ? `the verbs of ${of.kebab}: whether they take it over from their input, in ${of.kebab}.service.ts`
      : `the inputs by which it is written, in ${type.slice(0, type.lastIndexOf('/'))}, their verbs and their forms: by hand, as no one place declares the forms of ${of.pascal}`,
    'whether imports bring it: columns and headings in server/src/modules/imports',
  ];
  if (kind.api.endsWith('.enum')) {
    const entity = find(
      tree,
      tree.filesIn('server/src/modules'),
      new RegExp(`defineEntity\\(\\{\\s*type: ${of.pascal},`),
      `entity of ${of.pascal}`,
    );
    // Where the filters follow from the table there is nothing to add.
    if (!tree.read(entity).includes('...codeFilters(')) tree.edit(entity, (text) => withFilter(text, field));
  }
  return [...left, ...addLabel(tree, field), ...addToConsole(tree, field, shown), ...demandsOf(tree, field)];
}

function find(tree: Tree, files: readonly string[], pattern: RegExp, what: string): string {
  const file = files.find((one) => pattern.test(tree.read(one)));
  if (!file) throw new Error(`there is no ${what}`);
  return file;
}

const classOf = (pascal: string): RegExp => new RegExp(`^export class ${pascal} [^]*?^\\}`, 'm');
const fileOfType = (tree: Tree, pascal: string): string =>
  find(tree, tree.filesIn('schema'), classOf(pascal), `type ${pascal} of the API`);

const withImports = (text: string, names: readonly (readonly [string, string])[]): string =>
  names.reduce((so, [name, from]) => withImport(so, name, from), text);

/** Before what every table ends with, in its own table of those in the file. */
function withColumn(text: string, { of, name, kind }: NewField): string {
  const table = new RegExp(`(?:pgTable|insertOnlyTable)\\(\\s*'${of.snake}',[^]*?\\n {2}\\],\\n`);
  const checks = `...codeChecks('${of.snake}', t),`;
  const written = beside(text, table, (found) => {
    const column = `    ${name}: ${kind.column},\n`;
    const put = before(found, /^ {4}(createdAt: createdAt\(\)|version: version\(\))|^ {2}\},$/m, column);
    return kind.column.startsWith('coded(') && !put.includes(checks)
      ? before(put, /^ {2}\],$/m, `    ${checks}\n`)
      : put;
  });
  return withImports(written, kind.columnFrom);
}

/** In the object and, where its forms are declared, in the inputs that make and change it: nullable, since former records have none. */
function withTypeFields(text: string, { of, name, kind }: NewField, isWritten: boolean): string {
  const field = (type: string) =>
    `  @Field(() => ${kind.api}, { nullable: true, description: '${toWrite}' })\n${type}`;
  const inObject = field(`  ${name}!: ${kind.type} | null;\n`);
  const check = kind.check ? `  ${kind.check[0]}\n` : '';
  const inInput = field(`${check}  ${name}?: ${kind.type} | null;\n`);
  const shared = new RegExp(`^(?:abstract )?class ${of.pascal}Fields [^]*?^\\}`, 'm');
  const inputs = shared.test(text)
    ? [shared]
    : ['Create', 'Update'].map((verb) => new RegExp(`^export class ${verb}${of.pascal}Input [^]*?^\\}`, 'm'));
  const atEnd = (so: string, of: RegExp, more: string) =>
    of.test(so) ? beside(so, of, (found) => `${found.slice(0, -1)}${more}}`) : so;
  const written = (isWritten ? inputs : []).reduce(
    (so, input) => atEnd(so, input, inInput),
    atEnd(text, classOf(of.pascal), inObject),
  );
  return withImports(written, [
    ...(kind.apiFrom ? [kind.apiFrom] : []),
    ...(kind.check && written.includes(inInput) ? [[kind.check[1], '../checks.ts'] as const] : []),
  ]);
}

function withFilter(text: string, { of, name, kind }: NewField): string {
  const entity = new RegExp(`defineEntity\\(\\{\\s*type: ${of.pascal},[^]*?^\\}\\);`, 'm');
  const filter = `    ${name}: { type: () => [${kind.api}], description: 'Any of these.', sql: oneOf('${name}') },\n`;
  const written = beside(text, entity, (found) =>
    /^ {2}filters: \{\n/m.test(found)
      ? after(found, /^ {2}filters: \{\n/m, filter)
      : beside(
          found,
          /^ {2}filters: (\w+),/m,
          (all) => `  filters: {\n    ...${all.slice(11, -1)},\n${filter}  },`,
        ),
  );
  const from = kind.apiFrom ? [kind.apiFrom] : [];
  return withImports(written, [...from, ['oneOf', '#platform/read/scope.ts']]);
}

/** On screens, in sheets and in the audit trail, with the list of its codes. */
function addLabel(tree: Tree, { of, name, kind }: NewField): string[] {
  const start = new RegExp(`defineLabels\\(\\s*'${of.pascal}',\\s*\\{`);
  const file = tree.filesIn('schema').find((one) => start.test(tree.read(one)));
  if (!file) return [`its label: ${of.pascal} has none yet, beside its table`];
  const list = kind.api.endsWith('.enum') ? kind.type : null;
  // Called as its list, it goes by the title of the list.
  if (list === pascalOf(kebabOf(name))) return [];
  const label = ` ${name}: ['${toWrite}', '${toWrite}'${list ? `, ${list}` : ''}],`;
  const from = list && kind.apiFrom ? [kind.apiFrom] : [];
  tree.edit(file, (text) => withImports(after(text, start, label), from));
  return [];
}

const fragmentOf = ({ pascal }: Names): RegExp =>
  new RegExp(`fragment ${pascal}(?:Details|Row|Fields) on ${pascal} \\{\n`, 'g');

interface Shown {
  /** The file with the documents of the type. */
  readonly documents: string;
  readonly folder: string;
  /** The file beside it that declares its fields for forms, list and page. */
  readonly declared: string | undefined;
}

/** Where the console shows the type. */
function shownIn(tree: Tree, of: Names): Shown | undefined {
  const files = tree.filesIn('admin/src/resources');
  const documents = files.find((file) => tree.read(file).match(fragmentOf(of)));
  if (!documents) return undefined;
  const folder = documents.slice(0, documents.lastIndexOf('/'));
  const beside = files.filter(
    (file) => file.startsWith(`${folder}/`) && !file.slice(folder.length + 1).includes('/'),
  );
  const ofForm = new RegExp(`recordForm<(?:Create|Update)${of.pascal}Input>`);
  const declared = beside.find(
    (file) => tree.read(file).includes('declareFields(') && ofForm.test(tree.read(file)),
  );
  return { documents, folder, declared };
}

/** In the console, as far as the fields of the type are declared in one place there. */
function addToConsole(tree: Tree, { of, name, kind }: NewField, shown: Shown | undefined): string[] {
  if (!shown) return [`the console shows no ${of.pascal} yet`];
  tree.edit(shown.documents, (text) => {
    const at = [...text.matchAll(fragmentOf(of))].at(0);
    const end = (at?.index ?? 0) + (at?.[0].length ?? 0);
    return `${text.slice(0, end)}      ${name}\n${text.slice(end)}`;
  });
  if (!shown.declared) return [`the console: list and page of ${of.pascal}, in ${shown.folder}`];
  tree.edit(shown.declared, (text) => withConsoleField(text, name, kind));
  return [`the console: where the list shows ${name}, or notInList, in ${shown.declared}`];
}

/** What the tests ask for until it is there, each by its file. */
function demandsOf(tree: Tree, { of, kind }: NewField): string[] {
  const labels = 'tests/architecture/labels';
  const isListed = tree
    .filesIn('server/src/modules/imports')
    .some((file) => tree.read(file).includes(`labelled('${of.pascal}', [`));
  return [
    `tests/architecture/writes/unwritten.test.ts: words in place of each '${toWrite}'`,
    `${labels}/field-labels.test.ts: its label in both languages${isListed ? '; `notInLists` there, where its inputs have it and no list brings it' : ''}`,
    'tests/architecture/console/console-lists.test.ts: its place in the list of the console, or among those that lists leave out',
    'tests/migrations/steps.test.ts and template.test.ts: the migration',
    ...(kind.column.startsWith('coded(')
      ? [
          'tests/architecture/database/coded-columns.test.ts: the CHECK of its codes, by the migration',
          `${labels}/coded-fields.test.ts: a form that sends it, or its name among what only the server writes`,
        ]
      : []),
  ].map((demand) => `a test asks for it: ${demand}`);
}

/** Wherever its neighbours stand: the declaration, what forms have in common, the page, and filters by codes. */
function withConsoleField(text: string, name: string, kind: FieldKind): string {
  const use = (how: string) => `  ${name}: field.${name}.${how}(),\n`;
  const places: readonly (readonly [start: RegExp, more: string])[] = [
    [/^const always = \{\n/m, use('input')],
    [/^const columns: ListColumns[^\n]*= \{\n/m, `  ${name}: field.${name}.column({ disableSort: true }),\n`],
    [/^export const facts[^\n]*= \{\n/m, use('fact')],
    ...(kind.shown.startsWith('code(')
      ? [[/^const filters: FilterSet[^\n]*= \{\n/m, use('filter')] as const]
      : []),
  ];
  const listed = beside(text, /declareFields\(\{/, (found) => `${found} ${name}: ${kind.shown}, `);
  const put = places.reduce((so, [start, more]) => (start.test(so) ? after(so, start, more) : so), listed);
  // Forms that have nothing in common each name it.
  const inForms = /^const always = /m.test(put)
    ? put
    : put.replaceAll(/recordForm<[^\n]*>\(\{\n/g, (start) => start + use('input'));
  return withImports(inForms, kind.shownFrom);
}
