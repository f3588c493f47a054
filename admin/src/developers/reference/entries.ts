import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';

export interface Part {
  readonly name: string;
  /** As written in the schema, such as `[Household!]!`; empty for values of an enum. */
  readonly type: string;
  /** The type without lists and non-null, for the link. */
  readonly leadsTo: string;
  readonly description: string;
  readonly defaultsTo?: string;
  readonly deprecation: string | null;
  readonly args: readonly Part[];
}

export type SectionKey = 'queries' | 'mutations' | 'objects' | 'inputs' | 'enums' | 'scalars';

/** One thing to look up: a query, a mutation or a type. */
export interface Entry {
  readonly section: SectionKey;
  readonly name: string;
  /** The result of a query or mutation. */
  readonly gives: Part | null;
  readonly description: string;
  /** The right it needs, as its description says; null for types. */
  readonly right: string | null;
  readonly deprecation: string | null;
  readonly parts: readonly Part[];
}

const rightLine = /\n\nRight: (.+)\.$/;

function partOf(field: GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLArgument): Part {
  const shown = 'defaultValue' in field ? field.defaultValue : undefined;
  return {
    name: field.name,
    type: String(field.type),
    leadsTo: getNamedType(field.type).name,
    description: field.description ?? '',
    defaultsTo: shown === undefined ? undefined : JSON.stringify(shown),
    deprecation: field.deprecationReason ?? null,
    args: 'args' in field ? field.args.map(partOf) : [],
  };
}

function operation(section: SectionKey, field: GraphQLField<unknown, unknown>): Entry {
  const text = field.description ?? '';
  return {
    section,
    name: field.name,
    gives: { ...partOf(field), args: [] },
    description: text.replace(rightLine, ''),
    right: rightLine.exec(text)?.[1]?.replaceAll('`', '') ?? null,
    deprecation: field.deprecationReason ?? null,
    parts: field.args.map(partOf),
  };
}

function sectionOf(type: GraphQLNamedType): SectionKey {
  if (isInputObjectType(type)) return 'inputs';
  if (isEnumType(type)) return 'enums';
  return isScalarType(type) ? 'scalars' : 'objects';
}

function partsOf(type: GraphQLNamedType): Part[] {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
    return Object.values(type.getFields()).map(partOf);
  if (!isEnumType(type)) return [];
  return type.getValues().map(({ name, description, deprecationReason }) => ({
    name,
    type: '',
    leadsTo: '',
    description: description ?? '',
    deprecation: deprecationReason ?? null,
    args: [],
  }));
}

/** Everything of the API that can be looked up, in the order of the sections and then of names. */
export function entriesOf(schema: GraphQLSchema): Entry[] {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  const types = Object.values(schema.getTypeMap()).filter(
    (type) =>
      type !== query && type !== mutation && !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  const byName = (one: Entry, other: Entry) => (one.name < other.name ? -1 : 1);
  return [
    ...Object.values(query?.getFields() ?? {})
      .map((field) => operation('queries', field))
      .sort(byName),
    ...Object.values(mutation?.getFields() ?? {})
      .map((field) => operation('mutations', field))
      .sort(byName),
    ...types
      .map((type) => ({
        section: sectionOf(type),
        name: type.name,
        gives: null,
        description: type.description ?? '',
        right: null,
        deprecation: null,
        parts: partsOf(type),
      }))
      .sort(byName),
  ];
}

/** Entries whose name, parts or words hold every word that was typed; those whose name does come first. */
export function search(entries: readonly Entry[], typed: string): readonly Entry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  const inName = ({ name }: Entry) => words.every((word) => name.toLowerCase().includes(word));
  const found = entries.filter((entry) => words.every((word) => textOf(entry).includes(word)));
  return [...found.filter(inName), ...found.filter((entry) => !inName(entry))];
}

const texts = new WeakMap<Entry, string>();

function textOf(entry: Entry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { name, description, right, parts } = entry;
  const all = [
    name,
    description,
    right ?? '',
    ...parts.flatMap((part) => [part.name, part.type, part.description]),
  ];
  const text = all.join('\n').toLowerCase();
  texts.set(entry, text);
  return text;
}
