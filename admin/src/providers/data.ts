import {
  type CreateParams,
  type DataProvider,
  type GetListParams,
  type GetManyParams,
  type GetManyReferenceParams,
  type GetOneParams,
  HttpError,
  type RaRecord,
  type UpdateParams,
} from 'react-admin';
import { mutationId, settleMutation } from '../api/mutation-id.ts';
import { resourceDefinitions } from '../resources/definitions.ts';
import { verbs } from '../resources/verbs.ts';
import { changesOf } from './changes.ts';
import type { ListVariables, ResourceDefinition } from './definition.ts';
import { apiFilter } from './filter.ts';

const MAX_PAGE = 100;
const MAX_OFFSET = 10_000;

function definitionOf(resource: string): ResourceDefinition {
  const definition = resourceDefinitions[resource];
  if (!definition) throw unsupported();
  return definition;
}

const unsupported = () => new HttpError('bangfu.error.unsupported', 400, { code: 'UNSUPPORTED' });
const notFound = () => new HttpError('bangfu.error.notFound', 404, { code: 'NOT_FOUND' });

function listVariables(definition: ResourceDefinition, params: GetListParams): ListVariables {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  const first = Math.min(perPage, MAX_PAGE);
  const offset = (page - 1) * perPage;
  if (offset > MAX_OFFSET) throw new HttpError('bangfu.error.tooDeep', 400, { code: 'TOO_DEEP' });
  const field = params.sort && definition.sortFields?.[params.sort.field];
  const filter = apiFilter(params.filter ?? {});
  return {
    filter: definition.mapFilter ? definition.mapFilter(filter) : filter,
    orderBy: field ? [{ field, direction: params.sort?.order ?? 'ASC' }] : undefined,
    first,
    offset,
  };
}

/** A list's rows and a page's record differ by resource, which react-admin lets its callers name. */
function recordOf<Rec>(definition: ResourceDefinition, node: RaRecord): Rec {
  return (definition.toRecord ? definition.toRecord(node) : node) as Rec;
}

async function getList<Rec extends RaRecord>(resource: string, params: GetListParams) {
  const definition = definitionOf(resource);
  if (!definition.list) throw unsupported();
  const page = await definition.list(listVariables(definition, params), { signal: params.signal });
  return {
    data: page.nodes.map((node) => recordOf<Rec>(definition, node)),
    total: page.totalCount ?? undefined,
    pageInfo: page.pageInfo,
  };
}

type Saving = (input: Record<string, unknown>) => Promise<RaRecord | null | undefined>;

async function save(operation: string, send: Saving | undefined, input: Record<string, unknown>) {
  if (!send) throw unsupported();
  const node = await send({ ...input, clientMutationId: mutationId(operation, input) });
  settleMutation(operation);
  return node;
}

async function create<Rec extends RaRecord>(resource: string, { data }: CreateParams) {
  const definition = definitionOf(resource);
  const input = definition.createInput?.(data) ?? data;
  const node = await save(`create ${resource}`, definition.create, input);
  if (!node) throw notFound();
  return { data: recordOf<Rec>(definition, node) };
}

async function update<Rec extends RaRecord>(resource: string, { id, data, previousData }: UpdateParams) {
  const definition = definitionOf(resource);
  const changes = changesOf(definition.updateInput?.(data) ?? data, previousData ?? {});
  const input = { ...changes, id, expectedVersion: previousData?.version };
  // A change can carry a record out of the user's sight: then the form's own values are all there is.
  const node = (await save(`update ${resource}`, definition.update, input)) ?? { ...data, id };
  return { data: recordOf<Rec>(definition, node) };
}

const provider = {
  getList,

  getManyReference: <Rec extends RaRecord>(resource: string, params: GetManyReferenceParams) =>
    getList<Rec>(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } }),

  getOne: async <Rec extends RaRecord>(resource: string, { id, signal }: GetOneParams<Rec>) => {
    const definition = definitionOf(resource);
    if (!definition.one) throw unsupported();
    const node = await definition.one(String(id), { signal });
    if (!node) throw notFound();
    return { data: recordOf<Rec>(definition, node) };
  },

  getMany: async <Rec extends RaRecord>(resource: string, { ids, signal }: GetManyParams<Rec>) => {
    const definition = definitionOf(resource);
    const { one, many } = definition;
    const wanted = ids.map(String);
    const nodes = many
      ? await many(wanted, { signal })
      : await Promise.all(wanted.map((id) => one?.(id, { signal })));
    return { data: nodes.filter((node) => node != null).map((node) => recordOf<Rec>(definition, node)) };
  },

  create: <_Given, Rec extends RaRecord>(resource: string, params: CreateParams) =>
    create<Rec>(resource, params),

  update,

  // Official records are changed one by one or by a verb with a result for each item.
  updateMany: () => Promise.reject(unsupported()),
  delete: () => Promise.reject(unsupported()),
  deleteMany: () => Promise.reject(unsupported()),
  ...verbs,
} satisfies DataProvider;

/** StrictMode mounts twice in development; cancelling there would only show cancelled requests. */
export const dataProvider: DataProvider = Object.assign(provider, {
  supportAbortSignal: import.meta.env.PROD,
});
