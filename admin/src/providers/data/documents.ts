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

/** What one resource needs to say about itself; everything left out is refused politely. */
export interface ResourceDocuments {
  list?: (variables: ListVariables, options: RequestOptions) => Promise<Page>;
  one?: (id: string, options: RequestOptions) => Promise<RaRecord | null | undefined>;
  many?: (ids: string[], options: RequestOptions) => Promise<readonly (RaRecord | null | undefined)[]>;
  create?: (input: Values) => Promise<RaRecord | null | undefined>;
  update?: (input: Values) => Promise<RaRecord | null | undefined>;
  /** A form's values → what the mutation takes of them; `id`, version and mutation id are added. */
  createInput?: (values: Values) => Values;
  updateInput?: (values: Values) => Values;
  /** Form names of filters → the API's; the default leaves out what is empty. */
  mapFilter?: (filter: Values) => Values;
  /** Column source → sort field of the API; a column not named here is not sorted by. */
  sortFields?: Readonly<Record<string, string>>;
  toRecord?: (node: RaRecord) => RaRecord;
}

/** A form holds the whole record; an input takes only its own fields, and leaves out what was never touched. */
export const pickKeys =
  (...keys: string[]) =>
  (values: Values): Values =>
    Object.fromEntries(keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));

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

export const saveOf =
  <Result, Variables, Node>(
    document: TadaDocumentNode<Result, Variables>,
    pick: (result: Answered<Result>) => Node,
  ) =>
  async (input: Values) =>
    pick(await run(document, { input }));
