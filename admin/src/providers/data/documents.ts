import type { TadaDocumentNode } from 'gql.tada';
import type { RaRecord } from 'react-admin';
import { type Answered, type RequestOptions, request } from '../../api/client.ts';

type Values = Record<string, unknown>;

export interface ListVariables {
  filter: Values;
  orderBy?: { field: string; direction: 'ASC' | 'DESC' }[];
  first: number;
  offset: number;
}

export interface Page {
  nodes: readonly RaRecord[];
  totalCount?: number | null;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
}

/** Takes the input that the form has built. */
type SaveRecord = (input: never) => Promise<RaRecord | null | undefined>;

/** The documents of one resource; react-admin requests without one are refused. */
export interface ResourceDocuments {
  list?: (variables: ListVariables, options: RequestOptions) => Promise<Page>;
  one?: (id: string, options: RequestOptions) => Promise<RaRecord | null | undefined>;
  many?: (ids: string[], options: RequestOptions) => Promise<readonly (RaRecord | null | undefined)[]>;
  /** Gets the input that the form builds; the data provider adds id, version and mutation id. */
  create?: SaveRecord;
  update?: SaveRecord;
  /** Maps filter values of the form to the API's; by default empty ones are left out. */
  mapFilter?: (filter: Values) => Values;
  /** Sort field of the API by column source; other columns cannot be sorted. */
  sortFields?: Readonly<Record<string, string>>;
  /** Takes a row of the list as well as the record of a page. */
  toRecord?: (node: never) => RaRecord;
}

/** The one place where loosely typed values become a document's variables; the server validates them. */
const run = <Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Values | ListVariables,
  options: RequestOptions = {},
) => request(document, variables as Variables, options);

export const listOf =
  <Result, Variables>(
    document: TadaDocumentNode<Result, Variables>,
    pick: (result: Answered<Result>) => Page,
  ) =>
  async (variables: ListVariables, options: RequestOptions) =>
    pick(await run(document, variables, options));

export const oneOf =
  <Result, Variables, Node>(
    document: TadaDocumentNode<Result, Variables>,
    pick: (result: Answered<Result>) => Node,
    name = 'id',
  ) =>
  async (id: string, options: RequestOptions) =>
    pick(await run(document, { [name]: id }, options));

export const manyOf =
  <Result, Variables, Node>(
    document: TadaDocumentNode<Result, Variables>,
    pick: (result: Answered<Result>) => readonly Node[],
    name = 'ids',
  ) =>
  async (ids: string[], options: RequestOptions) =>
    pick(await run(document, { [name]: ids }, options));

/** The input type of a mutation, from the schema. */
export type InputOf<Document> =
  Document extends TadaDocumentNode<infer _Result, infer Variables>
    ? Variables extends { input: infer Input }
      ? Input
      : never
    : never;

/** Sends a mutation with its input and returns the whole answer. */
export const sendOf =
  <Result, Input>(document: TadaDocumentNode<Result, { input: Input }>) =>
  (input: Input) =>
    request(document, { input });

export const saveOf =
  <Result, Input, Node>(
    document: TadaDocumentNode<Result, { input: Input }>,
    pick: (result: Answered<Result>) => Node,
  ) =>
  async (input: Input) =>
    pick(await request(document, { input }));
