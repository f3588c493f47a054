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
import { mutationId, settleMutation } from '../../api/mutation-id.ts';
import { unlessSessionEnded } from '../../api/session-end.ts';
import type { ConsoleResource } from '../../shared/resource/console-resource.ts';
import { changesOf } from './changes.ts';
import type { ListVariables, ResourceDocuments } from './documents.ts';
import { apiFilter } from './filter.ts';

const MAX_PAGE = 100;
const MAX_OFFSET = 10_000;

const unsupported = () => new HttpError('bangfu.error.unsupported', 400, { code: 'UNSUPPORTED' });
const notFound = () => new HttpError('bangfu.error.notFound', 404, { code: 'NOT_FOUND' });

function listVariables(documents: ResourceDocuments, params: GetListParams): ListVariables {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  const first = Math.min(perPage, MAX_PAGE);
  const offset = (page - 1) * perPage;
  if (offset > MAX_OFFSET) throw new HttpError('bangfu.error.tooDeep', 400, { code: 'TOO_DEEP' });
  const field = params.sort && documents.sortFields?.[params.sort.field];
  const filter = apiFilter(params.filter ?? {});
  return {
    filter: documents.mapFilter ? documents.mapFilter(filter) : filter,
    orderBy: field ? [{ field, direction: params.sort?.order ?? 'ASC' }] : undefined,
    first,
    offset,
  };
}

/** Rows of a list and the record of a page differ by resource; react-admin lets its callers name the type. */
function recordOf<Rec>(documents: ResourceDocuments, node: RaRecord): Rec {
  return (documents.toRecord ? documents.toRecord(node as never) : node) as Rec;
}

type Input = Record<string, unknown>;

async function save(operation: string, send: ResourceDocuments['create'], input: Input) {
  if (!send) throw unsupported();
  const whole = { ...input, clientMutationId: mutationId(operation, input) };
  const node = await unlessSessionEnded(send(whole as never));
  settleMutation(operation);
  return node;
}

/** Maps react-admin's requests to the documents of its resources. */
export function createDataProvider(resources: readonly ConsoleResource[]): DataProvider {
  const documentsByName = new Map(resources.map(({ name, documents }) => [name, documents]));

  function documentsOf(resource: string): ResourceDocuments {
    const documents = documentsByName.get(resource);
    if (!documents) throw unsupported();
    return documents;
  }

  async function getList<Rec extends RaRecord>(resource: string, params: GetListParams) {
    const documents = documentsOf(resource);
    if (!documents.list) throw unsupported();
    const page = await unlessSessionEnded(
      documents.list(listVariables(documents, params), { signal: params.signal }),
    );
    return {
      data: page.nodes.map((node) => recordOf<Rec>(documents, node)),
      total: page.totalCount ?? undefined,
      pageInfo: page.pageInfo,
    };
  }

  const provider = {
    getList,

    getManyReference: <Rec extends RaRecord>(resource: string, params: GetManyReferenceParams) =>
      getList<Rec>(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } }),

    getOne: async <Rec extends RaRecord>(resource: string, { id, signal }: GetOneParams<Rec>) => {
      const documents = documentsOf(resource);
      if (!documents.one) throw unsupported();
      const node = await unlessSessionEnded(documents.one(String(id), { signal }));
      if (!node) throw notFound();
      return { data: recordOf<Rec>(documents, node) };
    },

    getMany: async <Rec extends RaRecord>(resource: string, { ids, signal }: GetManyParams<Rec>) => {
      const documents = documentsOf(resource);
      const { one, many } = documents;
      const wanted = ids.map(String);
      const asked = many ? many(wanted, { signal }) : Promise.all(wanted.map((id) => one?.(id, { signal })));
      const nodes = await unlessSessionEnded(asked);
      return { data: nodes.filter((node) => node != null).map((node) => recordOf<Rec>(documents, node)) };
    },

    create: async <_Given, Rec extends RaRecord>(resource: string, { data }: CreateParams) => {
      const documents = documentsOf(resource);
      const node = await save(`create ${resource}`, documents.create, data);
      if (!node) throw notFound();
      return { data: recordOf<Rec>(documents, node) };
    },

    update: async <Rec extends RaRecord>(resource: string, { id, data, previousData }: UpdateParams) => {
      const documents = documentsOf(resource);
      const changes = changesOf(data, previousData ?? {});
      const input = { ...changes, id, expectedVersion: previousData?.version };
      // A change can move a record out of the user's reach: then only the form's own values are left.
      const node = (await save(`update ${resource}`, documents.update, input)) ?? {
        ...previousData,
        ...data,
        id,
      };
      return { data: recordOf<Rec>(documents, node) };
    },

    // Records are changed one by one, or by a verb with a result for each item.
    updateMany: () => Promise.reject(unsupported()),
    delete: () => Promise.reject(unsupported()),
    deleteMany: () => Promise.reject(unsupported()),
  } satisfies DataProvider;

  // StrictMode mounts twice in development, where cancelling would only show cancelled requests.
  return Object.assign(provider, { supportAbortSignal: import.meta.env.PROD });
}
