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

/** Takes an input of its own type, which the form has made. */
type SaveRecord = (input: never) => Promise<RaRecord | null | undefined>;

/** What one resource needs to say about itself; everything left out is refused politely. */
export interface ResourceDocuments {
  list?: (variables: ListVariables, options: RequestOptions) => Promise<Page>;
  one?: (id: string, options: RequestOptions) => Promise<RaRecord | null | undefined>;
  many?: (ids: string[], options: RequestOptions) => Promise<readonly (RaRecord | null | undefined)[]>;
  /** Of the input that the page's form gives; the data provider adds id, version and mutation id. */
  create?: SaveRecord;
  update?: SaveRecord;
  /** Form names of filters → the API's; the default leaves out what is empty. */
  mapFilter?: (filter: Values) => Values;
  /** Column source → sort field of the API; a column not named here is not sorted by. */
  sortFields?: Readonly<Record<string, string>>;
  toRecord?: (node: RaRecord) => RaRecord;
}

/** The one place where a screen's loose values meet a document's variables; the server validates them. */
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

/** The input of a mutation, as the SDL has it. */
export type InputOf<Document> =
  Document extends TadaDocumentNode<infer _Result, infer Variables>
    ? Variables extends { input: infer Input }
      ? Input
      : never
    : never;

/** Sends a mutation with its input and gives the whole answer. */
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
