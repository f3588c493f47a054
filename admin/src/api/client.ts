import type { TadaDocumentNode } from 'gql.tada';
import { currentLocale } from '../i18n/locale.ts';
import { type AnswerError, isRefusedField, malformedAnswer, networkError, outdatedPage } from './errors.ts';
import { noteOutdated } from './outdated.ts';
import { isPersisted, operationInFull, sentOperation } from './sent-operation.ts';
import { refusalOf } from './session-end.ts';

interface Answer<Result> {
  status: number;
  data?: Result | null;
  errors?: AnswerError[];
}

/** A root field is null only together with an error, which is thrown. */
export type Answered<Result> = { [Field in keyof Result]: NonNullable<Result[Field]> };

const codeOf = (answer: Answer<unknown>): string | undefined => answer.errors?.[0]?.extensions?.code;

export interface RequestOptions {
  signal?: AbortSignal;
}

async function post(body: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': currentLocale(),
        'apollo-require-preflight': 'true',
      },
      body,
      signal,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw networkError();
  }
}

async function parse<Result>(response: Response): Promise<Answer<Result>> {
  try {
    return { status: response.status, ...(await response.json()) };
  } catch {
    throw malformedAnswer(response.status);
  }
}

/** Codes with which a server of another release answers: it does not know the operation, by hash or as text. */
const otherRelease = new Set(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_ONLY', 'GRAPHQL_INVALID']);

/** Sends one operation as one POST. Refusals are thrown as react-admin's HttpError in the language of the page. */
export async function request<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  { signal }: RequestOptions = {},
): Promise<Answered<Result>> {
  const send = async (operation: object) =>
    parse<Result>(await post(JSON.stringify({ ...operation, variables }), signal));
  let answer = await send(sentOperation(document));
  if (isPersisted(document)) {
    // Nothing has been executed yet, so even a mutation can be sent again.
    const inFull = codeOf(answer) === 'PERSISTED_QUERY_NOT_FOUND' && (await operationInFull(document));
    if (inFull) answer = await send(inFull);
    if (otherRelease.has(codeOf(answer) ?? '')) {
      noteOutdated();
      throw outdatedPage();
    }
  }
  const error = answer.errors?.find((one) => !isRefusedField(one));
  if (error) throw refusalOf(error);
  if (!answer.data) throw malformedAnswer(answer.status);
  return answer.data as Answered<Result>;
}
