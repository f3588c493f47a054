import type { Limits } from '#api/price/limits.ts';

export interface Hostile {
  readonly what: string;
  readonly document: string;
  readonly variables?: Record<string, unknown>;
  /** One code, or several alternatives separated by |. */
  readonly code: string;
  /** The limit that holds it back: without that limit it is answered. Absent where something else refuses it too. */
  readonly lift?: Partial<Limits>;
}

const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ');

const nested = (levels: number) =>
  `{ divisions { nodes ${'{ parent '.repeat(levels)}{ code }${'}'.repeat(levels)} } }`;
const everything = Number.POSITIVE_INFINITY;

const bomb = (levels: number) =>
  `{ ...f0 } ${times(levels, (at) => `fragment f${at} on Query { ...f${at + 1} x: __typename ...f${at + 1} }`)}
  fragment f${levels} on Query { __typename }`;

/** Documents that are cheap to send and would be expensive to answer. */
export const hostileDocuments: readonly Hostile[] = [
  {
    what: '2,000 levels of fields',
    document: `${'{ a '.repeat(2_000)}${'}'.repeat(2_000)}`,
    // Whichever fails first: the parser's stack or the count of tokens.
    code: 'TOO_DEEP|DOCUMENT_TOO_LONG',
  },
  { what: '30 levels of fields', document: nested(30), code: 'TOO_DEEP', lift: { depth: everything } },
  {
    what: '2,000 levels of inline fragments',
    document: `${'{ ... '.repeat(1_000)}{ __typename }${'}'.repeat(1_000)}`,
    code: 'TOO_DEEP',
  },
  {
    what: '100 rows of 100 rows',
    document: '{ households(first: 100) { nodes { visits(first: 100) { nodes { id } } } } }',
    code: 'OPERATION_TOO_EXPENSIVE',
    lift: { price: everything },
  },
  {
    what: '100 rows of 100 rows by edges',
    document: '{ households(first: 100) { edges { node { visits(first: 100) { edges { cursor } } } } } }',
    code: 'OPERATION_TOO_EXPENSIVE',
    lift: { price: everything },
  },
  {
    what: '100 nodes with 100 rows each',
    document:
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Household { visits(first: 100) { nodes { id } } } } }',
    variables: {
      ids: Array.from({ length: 100 }, () => 'Household:130434:0192f0c1-0000-7000-8000-000000000000'),
    },
    code: 'OPERATION_TOO_EXPENSIVE',
    lift: { price: everything },
  },
  {
    what: 'a page of 1,000,000',
    document: '{ households(first: 1000000) { nodes { id } } }',
    code: 'INVALID_INPUT',
  },
  { what: 'a page of none', document: '{ households(first: 0) { nodes { id } } }', code: 'INVALID_INPUT' },
  { what: 'a negative page', document: '{ households(first: -5) { nodes { id } } }', code: 'INVALID_INPUT' },
  {
    what: '200 aliases',
    document: `{ ${times(200, (at) => `a${at}: __typename`)} }`,
    code: 'TOO_MANY_ALIASES',
    lift: { aliases: everything },
  },
  {
    what: '101 counts by alias',
    document: `{ ${times(101, (at) => `a${at}: households { totalCount }`)} }`,
    code: 'TOO_MANY_ALIASES',
    lift: { aliases: everything },
  },
  {
    what: '5,000 repeats of a field',
    document: `{ ${'__typename '.repeat(5_000)} }`,
    code: 'DOCUMENT_TOO_LONG',
  },
  {
    what: '1,000 repeats of a field',
    document: `{ ${'__typename '.repeat(1_000)} }`,
    code: 'TOO_MANY_REPEATS',
  },
  {
    what: '50 repeats of a field',
    document: `{ ${'__typename '.repeat(50)} }`,
    code: 'TOO_MANY_REPEATS',
    lift: { repeats: everything },
  },
  {
    what: '2,000 directives',
    document: `{ __typename ${'@include(if: true) '.repeat(2_000)} }`,
    code: 'DOCUMENT_TOO_LONG',
  },
  {
    what: '60 directives',
    document: `{ ${'... @include(if: true) { __typename } '.repeat(60)} }`,
    code: 'TOO_MANY_DIRECTIVES',
    lift: { directives: everything },
  },
  {
    what: 'fragments that double twenty times',
    document: bomb(20),
    code: 'OPERATION_TOO_EXPENSIVE',
    lift: { fields: everything, price: everything },
  },
  {
    what: 'fragments in a circle',
    document: '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
    code: 'FRAGMENT_CYCLE',
  },
  {
    what: 'a fragment of itself',
    document: '{ ...a } fragment a on Query { __typename ...a }',
    code: 'FRAGMENT_CYCLE',
  },
  {
    what: '60 fragments',
    document: `{ ${times(60, (at) => `...f${at}`)} } ${times(60, (at) => `fragment f${at} on Query { __typename }`)}`,
    code: 'TOO_MANY_FRAGMENTS',
    lift: { fragments: everything },
  },
  {
    what: '2 MB of variables',
    document: 'query ($text: String) { households(filter: { search: $text }) { nodes { id } } }',
    variables: { text: 'x'.repeat(2_000_000) },
    code: 'BODY_TOO_LARGE',
    lift: { bodyBytes: 4_000_000 },
  },
  {
    what: 'the whole schema thirty times',
    document: `{ ${times(30, (at) => `a${at}: __schema { types { fields { args { name description type { name ofType { name } } } } } }`)} }`,
    code: 'OPERATION_TOO_EXPENSIVE',
    lift: { price: everything },
  },
  {
    what: 'types of fields of types',
    document: `{ __schema { types ${'{ fields { type '.repeat(6)}{ name }${'} }'.repeat(6)} } }`,
    code: 'GRAPHQL_INVALID',
  },
  {
    what: 'a list of 251',
    document: `{ households(filter: { category: [${'UNSTABLE '.repeat(251)}] }) { nodes { id } } }`,
    code: 'INVALID_INPUT',
    lift: { listItems: everything },
  },
  {
    what: '1,500 lists within lists',
    document: `{ households(filter: { category: ${'['.repeat(1_500)}${']'.repeat(1_500)} }) { nodes { id } } }`,
    code: 'INVALID_INPUT',
  },
  {
    what: '20 lists within lists',
    document: `{ households(filter: { category: ${'['.repeat(20)}${']'.repeat(20)} }) { nodes { id } } }`,
    code: 'INVALID_INPUT',
  },
];
